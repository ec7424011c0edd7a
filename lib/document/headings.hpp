// Headings that no markup shows: known names of sections, numbers, capitals.
#pragma once

#include <string_view>

namespace citegraph::document {

// True for the name of a section that papers commonly have, in the languages of the project: "References",
// "4. Referências", "LITERATURVERZEICHNIS:".
bool is_section_name(std::string_view line);

// The number of levels of "2", "2.3", "IV." before a heading's words; 0 where there is none.
unsigned numbering_depth(std::string_view line);

// True if a line that stands alone has the look of a heading: short, no sentence, numbered or in capitals or in title
// case.
bool looks_like_heading(std::string_view line);

}  // namespace citegraph::document
