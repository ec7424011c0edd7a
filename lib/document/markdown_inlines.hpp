// The inline level of Markdown: emphasis, links, code, HTML, entities, escapes, after CommonMark 0.31, with the care
// that citations ask for: "[1]", "[@key, p. 3]", "[Knu97]" and "(2)" stay text.
#pragma once

#include <vector>

#include "document/raw_document.hpp"
#include "document/rich_text.hpp"

namespace citegraph::document {

// Replaces the inline markup of `rich` by marks. Linear in its length.
void parse_inlines(RichText& rich, const std::vector<LinkDefinition>& links);

}  // namespace citegraph::document
