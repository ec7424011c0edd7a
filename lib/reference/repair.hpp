// Mends labels that cannot be right, whatever a labeller says.
#pragma once

#include <string_view>
#include <vector>

#include "citegraph/reference.hpp"

namespace citegraph::reference {

// ", 6. Juni 1986": a number that completes the date behind it is its day, neither volume nor issue.
void repair_days(std::string_view text, std::vector<Segment>& segments);

}  // namespace citegraph::reference
