// The lines of a decoded text, and what a line as such looks like.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "citegraph/span.hpp"

namespace citegraph::text {

// Lines end at \n, \r\n, \r; a form feed ends one too and starts a page. Spans exclude the line's end.
struct Line {
  TextSpan span;
  bool starts_page = false;
};
std::vector<Line> split_lines(std::string_view text);

// Without white space at both ends (Unicode white space); empty for a blank line.
TextSpan trimmed(std::string_view text, TextSpan span) noexcept;

}  // namespace citegraph::text
