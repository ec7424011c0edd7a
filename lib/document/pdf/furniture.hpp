// Running heads and page numbers: what stands at the same height at the edge of several pages.
#pragma once

#include <vector>

#include "document/pdf/line.hpp"

namespace citegraph::document::pdf {

using PageColumns = std::vector<Column>;

// Removes them. A column left without lines goes too.
void drop_furniture(std::vector<PageColumns>& pages);

}  // namespace citegraph::document::pdf
