#include "table.hpp"

namespace {

using Row = citegraph::test::NormaliserRow;

CITEGRAPH_NORMALISER_TABLE(
    IdentifiersNormaliser, Row{"doi", "doi:{doi:10.1000/ICE.12}", "DOI=10.1000/ice.12"},
    Row{"doi_with_stop", "{doi:10.1000/ice.12.}", "DOI=10.1000/ice.12"},
    Row{"doi_with_blanks", "{doi:10.1000/ ice.12}", "DOI=10.1000/ice.12"},
    Row{"doi_of_a_resolver", "{url:https://doi.org/10.1000/ice}", "DOI=10.1000/ice"},
    Row{"the_same_twice", "{doi:10.1000/ice} https://doi.org/{doi:10.1000/ice}", "DOI=10.1000/ice"},
    Row{"arxiv", "{eprint:arXiv:2101.00001v2}", "arXiv=2101.00001"},
    Row{"old_arxiv", "{eprint:hep-ph/0606054}", "arXiv=hep-ph/0606054"},
    Row{"pmid", "{eprint:PMID: 30460196}", "PMID=30460196"}, Row{"pmid_bare", "{eprint:30460196}", "PMID=30460196"},
    Row{"pmcid", "{eprint:PMC1234567}", "PMCID=PMC1234567"},
    Row{"isbn", "{isbn:ISBN 978-3-16-148410-0}", "ISBN=9783161484100"},
    Row{"url", "{url:www.ice.example}", "URL=www.ice.example"},
    Row{"url_with_blanks", "{url:https://www.ice.example/a/ b.html}", "URL=https://www.ice.example/a/b.html"},
    Row{"unlabelled", "{title:On ice}. doi: 10.1000/ice", "title=On ice; DOI=10.1000/ice"},
    Row{"number_and_other_are_left_out", "[{citation-number:3}] {title:On ice} {other:x}", "title=On ice"},
    Row{"nothing", "words only", ""});

}  // namespace
