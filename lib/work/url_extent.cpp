#include "work/url_extent.hpp"

#include <array>
#include <cstddef>

#include "text/utf8.hpp"

namespace citegraph::work {
namespace {

// Full-width and ideographic punctuation closes an address printed without a blank after it.
bool is_wide_punctuation(char32_t c) noexcept {
  return (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) ||
         (c >= 0xFF3B && c <= 0xFF40) || (c >= 0xFF5B && c <= 0xFF65);
}

bool ends_address(char32_t c) noexcept {
  if (text::is_space(c) || c < 0x20 || c == 0x7F || c == U'"' || c == U'<' || c == U'>' || c == U'`') return true;
  if (c == U'\\' || c == U'|' || c == U'{' || c == U'}' || c == U'^' || c == 0xFFFD) return true;
  return c > 0x7F && ((text::is_quote(c) && c != U'’') || is_wide_punctuation(c));
}

bool is_closing_punctuation(char32_t c) noexcept {
  switch (c) {
    case U'.':
    case U',':
    case U':':
    case U';':
    case U'!':
    case U'?':
    case U'\'':
    case U'’':
    case U'*':
    case U'_':
    case U'…':
    case U'•':
      return true;
    default:
      return text::is_dash(c) && c != U'-';
  }
}

// Counts brackets: an address in brackets ends where they close, "(www.tcf.org).The", but not in "Foo_(bar)".
class Brackets {
 public:
  // False where `c` closes what was not opened.
  bool accept(char32_t c) noexcept {
    if (c == U'(') ++round_;
    if (c == U'[') ++square_;
    if (c == U')' && round_-- == 0) return false;
    if (c == U']' && square_-- == 0) return false;
    return true;
  }

 private:
  std::uint32_t round_ = 0;
  std::uint32_t square_ = 0;
};

std::uint32_t without_closing_punctuation(std::string_view address) noexcept {
  std::size_t end = address.size();
  while (end > 0) {
    const text::CodePoint last = text::decode_before(address, end);
    if (!is_closing_punctuation(last.value) && last.value != U'(' && last.value != U'[') break;
    end -= last.size;
  }
  return static_cast<std::uint32_t>(end);
}

}  // namespace

std::uint32_t url_size(std::string_view text) noexcept {
  Brackets brackets;
  std::size_t end = 0;
  while (end < text.size()) {
    const text::CodePoint c = text::decode_at(text, end);
    if (ends_address(c.value) || !brackets.accept(c.value)) break;
    end += c.size;
  }
  return without_closing_punctuation(text.substr(0, end));
}

std::uint32_t doi_suffix_size(std::string_view text) noexcept {
  Brackets brackets;
  std::size_t end = 0;
  bool sici = false;
  bool inside = false;
  while (end < text.size()) {
    const text::CodePoint c = text::decode_at(text, end);
    const std::string_view rest = text.substr(end);
    if (rest.starts_with("(SICI)") || rest.starts_with("(sici)")) sici = true;
    if (sici && c.value == (inside ? U'>' : U'<')) {
      inside = !inside;
    } else if (ends_address(c.value) || c.value == U'#' || c.value == U'?' || !brackets.accept(c.value)) {
      break;
    }
    end += c.size;
  }
  return without_closing_punctuation(text.substr(0, end));
}

}  // namespace citegraph::work
