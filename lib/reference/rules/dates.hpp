// Dates as they stand in references.
#pragma once

#include "reference/rules/draft.hpp"

namespace citegraph::reference::rules {

struct DateFound {
  std::uint32_t end = 0;  // 0: no date
  bool year = false;
  bool month = false;
  bool day = false;
};

// "1997a", "18 July 2000", "July 18, 2000", "2018 Jun 1", "Spring 1998", "12-16 August 2019", "1993-1995", "30 August".
DateFound match_date(const Draft& draft, std::uint32_t i, std::uint32_t limit);

// "n.d.", "in press", "forthcoming", "s.d.": the end, or `i`.
std::uint32_t match_undated(const Draft& draft, std::uint32_t i, std::uint32_t limit);

}  // namespace citegraph::reference::rules
