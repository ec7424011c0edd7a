#include "text/utf8.hpp"

#include <cstring>
#include <utf8proc.h>

namespace citegraph::text {
namespace {

// The second byte decides what the later ones do not: overlong forms, surrogates and values beyond U+10FFFF (Unicode
// standard, table 3-7).
struct Lead {
  std::uint8_t size;
  std::uint8_t second_low;
  std::uint8_t second_high;
};

constexpr Lead lead_of(std::uint8_t byte) noexcept {
  if (byte < 0xC2 || byte > 0xF4) return {0, 0, 0};
  if (byte < 0xE0) return {2, 0x80, 0xBF};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte < 0xF0) return {3, 0x80, 0xBF};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {4, 0x80, 0xBF};
}

constexpr bool is_continuation(std::uint8_t byte) noexcept { return (byte & 0xC0U) == 0x80U; }

// The length of the maximal valid prefix at `offset`, which holds no ASCII byte; `whole` tells if it is a code point.
std::uint32_t sequence_length(std::string_view text, std::size_t offset, bool& whole) noexcept {
  const Lead lead = lead_of(byte_at(text, offset));
  whole = false;
  if (lead.size == 0 || offset + 1 >= text.size()) return 1;
  const std::uint8_t second = byte_at(text, offset + 1);
  if (second < lead.second_low || second > lead.second_high) return 1;
  std::uint32_t length = 2;
  while (length < lead.size && offset + length < text.size() && is_continuation(byte_at(text, offset + length)))
    ++length;
  whole = length == lead.size;
  return length;
}

utf8proc_category_t category(char32_t c) noexcept { return utf8proc_category(static_cast<utf8proc_int32_t>(c)); }

}  // namespace

CodePoint decode_beyond_ascii(std::string_view text, std::size_t offset) noexcept {
  if (offset >= text.size()) return {};
  const std::uint8_t first = byte_at(text, offset);
  if (first < 0x80) return {first, 1};
  bool whole = false;
  const std::uint32_t length = sequence_length(text, offset, whole);
  if (!whole) return {replacement_character, length};
  char32_t value = first & (0xFFU >> (length + 1));
  for (std::uint32_t i = 1; i < length; ++i) value = (value << 6U) | (byte_at(text, offset + i) & 0x3FU);
  return {value, length};
}

CodePoint decode_before(std::string_view text, std::size_t offset) noexcept {
  if (offset > text.size()) offset = text.size();
  if (offset == 0) return {};
  if (byte_at(text, offset - 1) < 0x80) return {byte_at(text, offset - 1), 1};
  std::size_t start = offset - 1;
  while (start > 0 && offset - start < 4 && is_continuation(byte_at(text, start))) --start;
  const CodePoint c = decode_at(text.substr(0, offset), start);
  if (start + c.size == offset) return c;
  return {replacement_character, 1};
}

void append(std::string& out, char32_t code_point) {
  if (code_point < 0x80) {
    out.push_back(static_cast<char>(code_point));
    return;
  }
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000)) code_point = replacement_character;
  utf8proc_uint8_t bytes[4];
  const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

std::size_t find_invalid(std::string_view bytes, std::size_t from) noexcept {
  std::size_t i = from;
  while (i < bytes.size()) {
    std::uint64_t word = 0;
    while (i + sizeof word <= bytes.size()) {
      std::memcpy(&word, bytes.data() + i, sizeof word);
      if ((word & 0x8080808080808080U) != 0) break;
      i += sizeof word;
    }
    if (i >= bytes.size()) break;
    if (byte_at(bytes, i) < 0x80) {
      ++i;
      continue;
    }
    bool whole = false;
    const std::uint32_t length = sequence_length(bytes, i, whole);
    if (!whole) return i;
    i += length;
  }
  return std::string_view::npos;
}

std::size_t count_code_points(std::string_view text) noexcept {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++count) i += decode_at(text, i).size;
  return count;
}

bool is_letter_beyond_ascii(char32_t c) noexcept {
  switch (category(c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
      return true;
    default:
      return false;
  }
}

bool is_upper_beyond_ascii(char32_t c) noexcept {
  const auto k = category(c);
  return k == UTF8PROC_CATEGORY_LU || k == UTF8PROC_CATEGORY_LT;
}

bool is_lower_beyond_ascii(char32_t c) noexcept { return category(c) == UTF8PROC_CATEGORY_LL; }

bool is_mark_beyond_latin(char32_t c) noexcept {
  const auto k = category(c);
  return k == UTF8PROC_CATEGORY_MN || k == UTF8PROC_CATEGORY_MC || k == UTF8PROC_CATEGORY_ME;
}

bool is_space_beyond_ascii(char32_t c) noexcept {
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool is_dash(char32_t c) noexcept {
  if (c < 0x80) return c == '-';
  return c == 0x2212 || category(c) == UTF8PROC_CATEGORY_PD;
}

bool is_quote(char32_t c) noexcept {
  if (c < 0x80) return c == '"' || c == '\'' || c == '`';
  return c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F) || c == 0x2039 || c == 0x203A ||
         (c >= 0x300C && c <= 0x300F);
}

bool is_punctuation(char32_t c) noexcept {
  if (c < 0x80) return c > 0x20 && c < 0x7F && !is_letter(c) && !is_digit(c);
  switch (category(c)) {
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
    case UTF8PROC_CATEGORY_SM:
    case UTF8PROC_CATEGORY_SC:
    case UTF8PROC_CATEGORY_SK:
    case UTF8PROC_CATEGORY_SO:
      return true;
    default:
      return false;
  }
}

std::string_view trim(std::string_view text) noexcept {
  while (!text.empty()) {
    const CodePoint c = decode_at(text, 0);
    if (!is_space(c.value)) break;
    text.remove_prefix(c.size);
  }
  while (!text.empty()) {
    const CodePoint c = decode_before(text, text.size());
    if (!is_space(c.value)) break;
    text.remove_suffix(c.size);
  }
  return text;
}

std::string collapse_spaces(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool pending = false;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode_at(text, i);
    if (is_space(c.value)) {
      pending = !out.empty();
    } else {
      if (pending) out.push_back(' ');
      pending = false;
      out.append(text, i, c.size);
    }
    i += c.size;
  }
  return out;
}

std::string_view leading_word(std::string_view text) noexcept {
  std::size_t end = 0;
  while (end < text.size()) {
    const CodePoint c = decode_at(text, end);
    if (!is_word(c.value)) break;
    end += c.size;
  }
  return text.substr(0, end);
}

}  // namespace citegraph::text
