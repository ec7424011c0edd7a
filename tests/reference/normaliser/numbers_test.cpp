// Pages, volumes, issues, editions.
#include "table.hpp"

namespace {

using Row = citegraph::test::NormaliserRow;

CITEGRAPH_NORMALISER_TABLE(
    PagesNormaliser, Row{"completed", "{pages:145-68}", "page=145-168"}, Row{"en_dash", "{pages:12–15}", "page=12-15"},
    Row{"german", "{pages:S. 12-15}", "page=12-15"}, Row{"letters", "{pages:pp. A1}", "page=A1"},
    Row{"article_number", "{pages:e1234}", "page=e1234"}, Row{"long_number", "{pages:125320}", "page=125320"},
    Row{"roman", "{pages:xii–xx}", "page=xii-xx"}, Row{"prefixes", "{pages:S12–S15}", "page=S12-S15"},
    Row{"blanks", "{pages:71 - 88}", "page=71-88"}, Row{"several", "{pages:27-39, 171-172}", "page=27-39, 171-172"},
    Row{"open", "{pages:45ff.}", "page=45ff."}, Row{"count", "{pages:158 p}.", "number-of-pages=158"},
    Row{"count_with_front_matter", "{pages:xii, 248 pp}.", "number-of-pages=248"},
    Row{"count_german", "{pages:320 S}.", "number-of-pages=320"},
    Row{"second_range_is_another_printing", "{pages:13-17}; {pages:212-216}", "page=13-17"});

CITEGRAPH_NORMALISER_TABLE(
    VolumesNormaliser, Row{"plain", "{volume:12}({issue:3})", "volume=12; issue=3"},
    Row{"brackets_in_one", "{volume:12(3)}", "volume=12; issue=3"},
    Row{"brackets_first", "{volume:(39)1}", "volume=39; issue=1"}, Row{"word", "{volume:vol. 12}", "volume=12"},
    Row{"german", "{volume:Bd. 12}", "volume=12"}, Row{"roman", "{volume:XII}", "volume=XII"},
    Row{"letters_belong", "{volume:B91}", "volume=B91"}, Row{"section_behind", "{volume:275 C}", "volume=275 C"},
    Row{"number_sign_is_an_issue", "{volume:n°20}", "issue=20"}, Row{"no_is_an_issue", "{volume:No. 83}", "issue=83"},
    Row{"issue_word", "{issue:Nr. 4}", "issue=4"}, Row{"supplement", "{issue:Suppl 1}", "issue=Suppl 1"},
    Row{"double_issue", "{issue:3-4}", "issue=3-4"}, Row{"how_many", "{volume:2 vols}.", "number-of-volumes=2"},
    Row{"how_many_german", "{volume:3 Bde}.", "number-of-volumes=3"},
    Row{"second_is_of_the_translation", "{volume:296} {volume:36}", "volume=296"},
    Row{"cyrillic_word", "{volume:Т. 5}", "volume=5"}, Row{"cyrillic_number", "{issue:№ 5}", "issue=5"});

CITEGRAPH_NORMALISER_TABLE(EditionsNormaliser, Row{"english", "{edition:2nd ed}.", "edition=2"},
                           Row{"edn", "{edition:3rd edn}", "edition=3"},
                           Row{"german", "{edition:3. Aufl}.", "edition=3"},
                           Row{"portuguese", "{edition:2ª ed}.", "edition=2"},
                           Row{"number", "{edition:4}", "edition=4"},
                           Row{"word", "{edition:second edition}", "edition=2"},
                           Row{"words", "{edition:Rev. ed}.", "edition=Rev. ed."},
                           Row{"more_than_a_number", "{edition:2nd rev. ed}.", "edition=2nd rev. ed."});

}  // namespace
