// From fragments that stand in one column to its lines.
#pragma once

#include <vector>

#include "document/pdf/fragments.hpp"
#include "document/pdf/line.hpp"

namespace citegraph::document::pdf {

// `fragments` in any order.
std::vector<Line> make_lines(const std::vector<Word>& words, std::vector<Fragment> fragments);

}  // namespace citegraph::document::pdf
