// What stands together in a date: "18-20 July", "2005a", "[1979]", "2010-08-30", "Spring".
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "citegraph/date.hpp"

#include "work/date_tokens.hpp"

namespace citegraph::work {

struct DateEvent {
  CalendarDate date;  // as much of it as is printed here
  std::string suffix;
  bool circa = false;
  bool bracketed = false;
  std::size_t first = 0;
  std::size_t end = 0;  // one past its last token
  int range_days = 0;   // "18-20 July": the other day, before (negative) or after the one in `date`
};

// In order, not overlapping. Linear.
std::vector<DateEvent> find_date_events(const std::vector<DateToken>& tokens);

}  // namespace citegraph::work
