// What a person reads: colours where they are welcome, and no control characters out of a document.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace command {

enum class Colour { none, bold, red, yellow, green, blue };

// True if `descriptor` is a terminal and neither NO_COLOR is set nor TERM is "dumb".
bool wants_colour(int descriptor);

// `text` in `colour`, or as it is.
std::string paint(std::string_view text, Colour colour, bool enabled);

// The text with everything that could move a terminal's cursor replaced: control characters become U+FFFD, tabs blanks,
// and bytes that are not UTF-8 become U+FFFD.
std::string printable(std::string_view text);

// Number of code points.
std::size_t width(std::string_view utf8);

// The part of `utf8` from code point `first`, `count` long.
std::string_view columns(std::string_view utf8, std::size_t first, std::size_t count);

}  // namespace command
