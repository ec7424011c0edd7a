// Which paragraphs are headings, and which are notes at the foot of a column.
#pragma once

#include <vector>

#include "document/pdf/paragraphs.hpp"

namespace citegraph::document::pdf {

// Headings are set larger than the text, or bold. Notes are set smaller, at the end of a column, and begin with a
// raised sign. Further notes in a paragraph become paragraphs.
void assign_roles(std::vector<Paragraph>& paragraphs);

}  // namespace citegraph::document::pdf
