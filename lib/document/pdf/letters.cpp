#include "document/pdf/letters.hpp"

#include <array>
#include <cstddef>

#include "text/utf8.hpp"

namespace citegraph::document::pdf {
namespace {

constexpr char32_t first_ligature = 0xFB00;
constexpr std::array<std::string_view, 7> ligatures = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

char32_t code_point_at(std::basic_string_view<unsigned short> letters, std::size_t& i) {
  const char32_t high = letters[i++];
  if (high < 0xD800 || high > 0xDFFF) return high;
  if (high > 0xDBFF || i == letters.size() || letters[i] < 0xDC00 || letters[i] > 0xDFFF) return 0xFFFD;
  return 0x10000 + ((high - 0xD800) << 10U) + (letters[i++] - 0xDC00U);
}

bool is_control(char32_t c) noexcept { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

}  // namespace

std::string utf8_of(std::basic_string_view<unsigned short> letters) {
  std::string out;
  for (std::size_t i = 0; i < letters.size();) {
    const char32_t c = code_point_at(letters, i);
    if (c >= first_ligature && c < first_ligature + ligatures.size())
      out += ligatures[c - first_ligature];
    else if (!is_control(c) && !text::is_space(c))
      text::append(out, c);
  }
  return out;
}

}  // namespace citegraph::document::pdf
