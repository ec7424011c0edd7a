#include "table.hpp"

namespace {

using Row = citegraph::test::NormaliserRow;

CITEGRAPH_NORMALISER_TABLE(
    TitlesNormaliser, Row{"question_mark", "\"{title:Brothers again}?\"", "title=Brothers again?"},
    Row{"exclamation_mark", "{title:Ice}! Oslo", "title=Ice!"},
    Row{"comma_and_quotes", "{title:\"On ice,\"}", "title=On ice"},
    Row{"inner_quotes", "{title:The 'new' river and \"us\" again}", "title=The 'new' river and \"us\" again"},
    Row{"quote_at_the_start_closes_inside", "“‘{title:O Rio’ de Ana Souza: romance}.”",
        "title=‘O Rio’ de Ana Souza: romance"},
    Row{"colon_at_the_end", "{title:Both rivers gain:}", "title=Both rivers gain"},
    Row{"stop_of_an_abbreviation", "{title:Rivers of the U.S.}", "title=Rivers of the U.S."},
    Row{"stop_behind_the_span", "{title:Rivers of the U.S}. {volume:3}", "title=Rivers of the U.S.; volume=3"},
    Row{"stop_of_the_sentence", "{title:On ice.}", "title=On ice"},
    Row{"line_break", "{title:On ice\nand snow}", "title=On ice and snow"},
    Row{"hyphen_of_a_line_end", "{title:The move- ment of ice}", "title=The movement of ice"},
    Row{"hyphen_of_a_pair", "{title:Pre- and post-war ice}", "title=Pre- and post-war ice"},
    Row{"html", "{title:<i>On</i> ice &amp; snow&#8211;a study}", "title=On ice & snow–a study"},
    Row{"less_than_is_no_tag", "{title:Ice where T < 0 and p > 1}", "title=Ice where T < 0 and p > 1"},
    Row{"emphasis", "{title:*On ice*}", "title=On ice"},
    Row{"guillemets", "{title:« Sur la glace »}", "title=Sur la glace"},
    Row{"full_width_quotes", "{title:「氷について」}", "title=氷について"},
    Row{"description", "{title:Ice maps [Computer software]}", "title=Ice maps; genre=Computer software"},
    Row{"brackets_that_belong", "{title:Ice [and snow]}", "title=Ice [and snow]"},
    Row{"journal_in_abbreviation", "{container-title:J. Am. Chem. Soc}. {volume:3}",
        "container-title=J. Am. Chem. Soc.; volume=3"},
    Row{"journal_ends_in_abbreviation", "{container-title:Nano Lett}. {volume:3}",
        "container-title=Nano Lett.; volume=3"},
    Row{"journal_in_full", "{container-title:Nature}. {volume:3}", "container-title=Nature; volume=3"},
    Row{"section_letter", "{container-title:Phys. Rev. D}. {volume:3}", "container-title=Phys. Rev. D; volume=3"},
    Row{"blanks_before_stops", "{container-title:Phys .Rev .D} {volume:57}", "container-title=Phys. Rev. D; volume=57"},
    Row{"in_before", "{title:On ice}. {container-title:In: Waters of the North}",
        "title=On ice; container-title=Waters of the North"},
    Row{"second_journal_is_another",
        "{container-title:Dokl. Akad. Nauk} {volume:296}; {container-title:Soviet Math} {volume:36}",
        "container-title=Dokl. Akad. Nauk; volume=296"},
    Row{"preprint_is_no_journal", "{title:On ice}, {container-title:preprint}", "title=On ice; genre=preprint"});

}  // namespace
