// What pages put between the lines of a text: their numbers, running heads, notes and captions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "citegraph/span.hpp"

namespace citegraph::document {

// "12", "- 12 -", "Page 12", "p. 12", "12 of 20", "12/20", "xii".
bool is_page_number(std::string_view line);

// Short, and no sentence.
bool is_head_shaped(std::string_view line);

// A line with its page number taken out: what the running heads of a document have in common.
std::string head_key(std::string_view line);

// True if a page number may stand at either end.
bool begins_or_ends_with_number(std::string_view line);

// "Figure 3. ...", "Tabela 2: ...".
bool is_caption(std::string_view line);

// The symbol or number that a note at the foot of a page begins with. Returns its size with the white space behind it,
// and `label` in `line`; 0 where there is none.
std::uint32_t note_label(std::string_view line, TextSpan& label);

}  // namespace citegraph::document
