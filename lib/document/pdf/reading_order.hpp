// The columns of a page, in the order in which they are read.
#pragma once

#include <vector>

#include "document/pdf/line.hpp"
#include "document/pdf/word.hpp"

namespace citegraph::document::pdf {

// What runs across the columns (a title, an abstract, a wide table) divides them: first what is above it, column by
// column, then what is below.
std::vector<Column> reading_order(const std::vector<Word>& words);

}  // namespace citegraph::document::pdf
