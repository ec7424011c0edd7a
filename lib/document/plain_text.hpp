// Plain text: paragraphs between blank lines, headings by evidence, bullets, pages by form feeds.
#pragma once

#include <string_view>

#include "document/raw_document.hpp"

namespace citegraph::document {

RawDocument read_plain_text(std::string_view text);

}  // namespace citegraph::document
