// The block level of Markdown: CommonMark 0.31 as people and converters of PDF write it.
#pragma once

#include <string_view>

#include "document/raw_document.hpp"

namespace citegraph::document {

RawDocument read_markdown(std::string_view text);

// True if enough of its lines are headings, links or fences of Markdown.
bool looks_like_markdown(std::string_view text);

}  // namespace citegraph::document
