// The characters of a PDF as text: ligatures are letters, what nothing is known of is left out.
#pragma once

#include <string>
#include <string_view>

namespace citegraph::document::pdf {

// Of UTF-16 in the machine's order: without white space and control characters; a lone surrogate is U+FFFD.
std::string utf8_of(std::basic_string_view<unsigned short> letters);

}  // namespace citegraph::document::pdf
