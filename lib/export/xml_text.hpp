// Text inside XML, whatever it holds.
#pragma once

#include <string>
#include <string_view>

namespace citegraph::xml {

// XML 1.0, production 2, without the ends of lines.
constexpr bool is_allowed(char32_t c) noexcept {
  return c == '\t' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
}

// Appends `text` as it may stand in an element or between double quotes. What XML 1.0 cannot hold is left out; bytes
// that are no UTF-8 become U+FFFD; ends of lines and tabs are written as numbers, so that they come back.
void append_escaped(std::string& out, std::string_view text);
std::string escaped(std::string_view text);

}  // namespace citegraph::xml
