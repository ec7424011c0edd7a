// The head of a Markdown file: title and authors between lines of dashes, in the little YAML that such heads are
// written in.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "document/lines.hpp"
#include "document/raw_document.hpp"

namespace citegraph::document {

// Reads the head into `document` and returns the number of lines it takes; 0 where there is none.
std::size_t read_metadata(std::string_view text, const std::vector<Line>& lines, RawDocument& document);

}  // namespace citegraph::document
