#include "table.hpp"

namespace {

using Row = citegraph::test::NormaliserRow;

CITEGRAPH_NORMALISER_TABLE(
    DatesNormaliser, Row{"year", "({date:2000})", "issued=2000"}, Row{"suffix", "({date:1997a})", "issued=1997a"},
    Row{"day_after_year", "({date:2000}), {date:18 July}.", "issued=2000-07-18"},
    Row{"day_before_year", "{date:18 July} ({date:2000}).", "issued=2000-07-18"},
    Row{"american", "{date:July 18, 2000}", "issued=2000-07-18"}, Row{"iso", "{date:2000-07-18}", "issued=2000-07-18"},
    Row{"german_day", "{date:18. Juli 2000}", "issued=2000-07-18"},
    Row{"numbers_with_dots", "{date:18.07.2000}", "issued=2000-07-18"},
    Row{"portuguese_month", "{date:jul. 2000}", "issued=2000-07"},
    Row{"spanish", "{date:18 de julio de 2000}", "issued=2000-07-18"},
    Row{"french_month", "{date:décembre 1931}", "issued=1931-12"},
    Row{"season", "{date:Spring 2004}", "issued=2004-21"},
    Row{"range_of_years", "{date:2005-2008}", "issued=2005/2008"},
    Row{"range_of_months", "{date:May–June 2001}", "issued=2001-05/2001-06"},
    Row{"original_in_brackets", "({date:2011 [1979]})", "issued=2011 [1979]"},
    Row{"original_before", "({date:[1979] 2011})", "issued=2011 [1979]"},
    Row{"undated", "({date:n.d}.)", "issued=n.d."}, Row{"undated_german", "({date:o.J}.)", "issued=n.d."},
    Row{"undated_portuguese", "({date:s.d}.)", "issued=n.d."}, Row{"in_press", "({date:in press})", "issued=in press"},
    Row{"im_druck", "({date:im Druck})", "issued=in press"}, Row{"no_prelo", "({date:no prelo})", "issued=in press"},
    Row{"forthcoming", "({date:forthcoming})", "issued=forthcoming"}, Row{"circa", "{date:c. 1850}", "issued=1850~"},
    Row{"accessed", "{accessed:3 May 2012}", "accessed=2012-05-03"},
    Row{"accessed_german", "{accessed:3.5.2012}", "accessed=2012-05-03"},
    Row{"chinese", "{date:2001年3月}", "issued=2001-03"}, Row{"no_date", "{date:Oslo}", ""});

}  // namespace
