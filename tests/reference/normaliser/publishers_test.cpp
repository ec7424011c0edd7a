// Publishers, places, theses, reports, notes.
#include "table.hpp"

namespace {

using Row = citegraph::test::NormaliserRow;

CITEGRAPH_NORMALISER_TABLE(
    PublishersNormaliser,
    Row{"place_and_publisher", "{publisher-place:Oslo}: {publisher:Holm}", "publisher=Holm; publisher-place=Oslo"},
    Row{"in_one_with_comma", "{publisher:Torino, Einaudi}", "publisher=Einaudi; publisher-place=Torino"},
    Row{"in_one_with_colon", "{publisher:New York: Wiley}", "publisher=Wiley; publisher-place=New York"},
    Row{"commas_of_a_publisher", "{publisher:Ticknor, Reed, and Fields}", "publisher=Ticknor, Reed, and Fields"},
    Row{"several", "{publisher-place:New York}: {publisher:Wiley}; {publisher-place:London}: {publisher:Holm}",
        "publisher=Wiley; Holm; publisher-place=New York; London"},
    Row{"blank_before_semicolon", "{publisher-place:New York ; Oxford}", "publisher-place=New York; Oxford"},
    Row{"abbreviation", "{publisher:Wiley & Sons, Inc}. {date:2001}", "issued=2001; publisher=Wiley & Sons, Inc."},
    Row{"capital_city", "{publisher-place:Washington, D. C}., {date:1990}",
        "issued=1990; publisher-place=Washington, D. C."},
    Row{"entity", "{publisher:Holm &amp; Söhne}", "publisher=Holm & Söhne"});

CITEGRAPH_NORMALISER_TABLE(GenresNormaliser,
                           Row{"thesis", "{genre:PhD thesis}, {publisher:University of Vessin}",
                               "publisher=University of Vessin; genre=PhD thesis"},
                           Row{"thesis_and_institution", "{genre:PhD thesis, University of Vessin}",
                               "publisher=University of Vessin; genre=PhD thesis"},
                           Row{"report_number", "{genre:Technical Report 12}", "number=12; genre=Technical Report"},
                           Row{"report_no", "{genre:Technical Report No. TR-95-12}",
                               "number=TR-95-12; genre=Technical Report"},
                           Row{"working_paper", "{genre:Working Paper 7}", "number=7; genre=Working Paper"},
                           Row{"words_alone", "{genre:Dissertação (Mestrado)}", "genre=Dissertação (Mestrado)"});

CITEGRAPH_NORMALISER_TABLE(NotesNormaliser, Row{"kept", "{note:Reprinted 1987}", "note=Reprinted 1987"},
                           Row{"available_at_says_nothing", "{note:Available at} {url:www.ice.example}",
                               "URL=www.ice.example"},
                           Row{"identifier_in_a_note", "{note:Preprint, arXiv:1212.5141}",
                               "note=Preprint, arXiv:1212.5141; arXiv=1212.5141"});

}  // namespace
