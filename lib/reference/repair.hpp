// Mends labels that cannot be right, whatever a labeller says.
#pragma once

#include <string_view>
#include <vector>

#include "citegraph/reference.hpp"

namespace citegraph::reference {

// ", 6. Juni 1986": a number that completes the date behind it is its day, neither volume nor issue.
void repair_days(std::string_view text, std::vector<Segment>& segments);

// "'The end of theory', Wired, 23 June": what stands between a title and a date to the day is no publisher but the
// periodical it appeared in, unless something else is named that holds it or a place where it was published. Of the
// references that the labeller is trained on, 98 of 99 say so.
void repair_periodicals(std::string_view text, std::vector<Segment>& segments);

// "A. Birch, B. Cedar, and C. Elm On ice": where no sign stands between the names and the title, a list whose names
// begin with initials does not end with some; the word behind them is the family name.
void repair_last_names(std::string_view text, std::vector<Segment>& segments);

}  // namespace citegraph::reference
