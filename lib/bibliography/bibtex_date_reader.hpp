// Dates as both dialects write them, read.
#pragma once

#include <optional>
#include <string_view>

#include "citegraph/date.hpp"

namespace citegraph::bibliography {

// BibLaTeX's `date`: EDTF ("2000-07-18", "2005/2008", "2004-21", "1850~", "-0043"), or what people write there.
std::optional<Date> read_edtf_date(std::string_view text);

// BibTeX's three fields, each decoded; any may be empty. Months are numbers, names or "May–June", days "18–20".
std::optional<Date> read_bibtex_date(std::string_view year, std::string_view month, std::string_view day);

}  // namespace citegraph::bibliography
