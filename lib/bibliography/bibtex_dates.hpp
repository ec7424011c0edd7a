// Dates as both dialects write them.
#pragma once

#include <string>

#include "citegraph/date.hpp"

namespace citegraph::bibliography {

// "2000-07-18", "2005/2008", "XXXX" for a date without year. Days that no calendar has and ends before their beginnings
// are left out: biber drops the whole date for them.
std::string edtf_date(const Date& date);

// BibTeX's `year`: "2000", "2005–2008", "c. 1850", "44 BC", the literal, "n.d."
std::string bibtex_year(const Date& date);

// BibTeX's `month`, as an expression of its macros: `jul`, `may # "--" # jun`, `{Spring}`; empty where there is none.
std::string bibtex_month(const Date& date);

// "18", "18--20"; empty where there is none.
std::string bibtex_day(const Date& date);

}  // namespace citegraph::bibliography
