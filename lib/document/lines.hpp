// Lines, for the readers of documents: the names of text/lines.hpp.
#pragma once

#include "text/lines.hpp"

namespace citegraph::document {

using text::Line;
using text::split_lines;
using text::trimmed;

}  // namespace citegraph::document
