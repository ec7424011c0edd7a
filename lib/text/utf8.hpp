// UTF-8 as the rest of the library sees it: valid by construction (encoding.hpp repairs what is not), walked by code
// point, asked for its classes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace citegraph::text {

constexpr char32_t replacement_character = 0xFFFD;

constexpr std::uint8_t byte_at(std::string_view text, std::size_t offset) noexcept {
  return static_cast<std::uint8_t>(text[offset]);
}

struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 0;  // bytes; 0 at the end of the text
};

// The code point that starts at `offset`. An ill-formed place gives U+FFFD and the length of its maximal valid prefix
// (at least 1), as the Unicode standard (3.9, "U+FFFD substitution of maximal subparts") advises; the end gives size 0.
CodePoint decode_beyond_ascii(std::string_view text, std::size_t offset) noexcept;
inline CodePoint decode_at(std::string_view text, std::size_t offset) noexcept {
  if (offset < text.size() && static_cast<unsigned char>(text[offset]) < 0x80)
    return {static_cast<char32_t>(text[offset]), 1};
  return decode_beyond_ascii(text, offset);
}

// The code point that ends at `offset`; size 0 at the start.
CodePoint decode_before(std::string_view text, std::size_t offset) noexcept;

void append(std::string& out, char32_t code_point);

// The offset of the first ill-formed byte at or after `from`, or npos. ASCII runs are skipped eight bytes at a time.
std::size_t find_invalid(std::string_view bytes, std::size_t from = 0) noexcept;

std::size_t count_code_points(std::string_view text) noexcept;

// Classes, by Unicode general category: ASCII here, utf8proc for the rest. No locale.
bool is_letter_beyond_ascii(char32_t c) noexcept;
bool is_upper_beyond_ascii(char32_t c) noexcept;
bool is_lower_beyond_ascii(char32_t c) noexcept;
bool is_mark_beyond_latin(char32_t c) noexcept;
bool is_space_beyond_ascii(char32_t c) noexcept;

inline bool is_letter(char32_t c) noexcept {  // L*
  return c < 0x80 ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') : is_letter_beyond_ascii(c);
}
inline bool is_upper(char32_t c) noexcept {  // Lu, Lt
  return c < 0x80 ? c >= 'A' && c <= 'Z' : is_upper_beyond_ascii(c);
}
inline bool is_lower(char32_t c) noexcept {  // Ll
  return c < 0x80 ? c >= 'a' && c <= 'z' : is_lower_beyond_ascii(c);
}
inline bool is_digit(char32_t c) noexcept {  // ASCII 0-9 only: numbers are read by value
  return c >= '0' && c <= '9';
}
inline bool is_mark(char32_t c) noexcept {  // M*
  return c >= 0x300 && is_mark_beyond_latin(c);
}
inline bool is_space(char32_t c) noexcept {  // White_Space, plus U+200B, U+FEFF
  return c < 0x80 ? c == ' ' || (c >= 0x09 && c <= 0x0D) : is_space_beyond_ascii(c);
}
bool is_dash(char32_t c) noexcept;   // Pd, U+2212 minus
bool is_quote(char32_t c) noexcept;  // ASCII and typographic quotation marks, guillemets, CJK corner brackets, backtick
bool is_punctuation(char32_t c) noexcept;  // P*, S*
inline bool is_word(char32_t c) noexcept { return is_letter(c) || is_digit(c) || is_mark(c); }

// The letters, digits and marks that the text begins with.
std::string_view leading_word(std::string_view text) noexcept;

// Without white space at both ends (Unicode white space).
std::string_view trim(std::string_view text) noexcept;
// Every run of white space one blank, none at the ends.
std::string collapse_spaces(std::string_view text);

}  // namespace citegraph::text
