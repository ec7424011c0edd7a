// The one scanner: a cursor over a text that every hand-written grammar of the library is built from.
//
//     Scanner s(text, span);
//     s.skip_spaces();
//     if (s.accept("(") && s.accept_digits(year, 4, 4)) ...
//
// It never leaves its bounds, never allocates, and `accept*` either moves past what it names or stays where it was.
#pragma once

#include <cstdint>
#include <string_view>

#include "citegraph/span.hpp"

#include "text/utf8.hpp"

namespace citegraph::text {

class Scanner {
 public:
  explicit Scanner(std::string_view text) noexcept : text_(text), end_(static_cast<std::uint32_t>(text.size())) {}
  Scanner(std::string_view text, TextSpan span) noexcept;

  std::uint32_t offset() const noexcept { return offset_; }
  void seek(std::uint32_t offset) noexcept;
  bool at_end() const noexcept { return offset_ >= end_; }
  std::uint32_t end() const noexcept { return end_; }
  std::string_view rest() const noexcept { return text_.substr(offset_, end_ - offset_); }
  std::string_view since(std::uint32_t start) const noexcept { return text_.substr(start, offset_ - start); }
  std::string_view text() const noexcept { return text_; }

  char32_t peek() const noexcept;    // 0 at the end
  char32_t before() const noexcept;  // the code point before the cursor, even outside the bounds; 0 at the text's start
  char32_t next() noexcept;          // moves past one code point

  bool accept(char32_t c) noexcept;
  bool accept(std::string_view literal) noexcept;                   // byte for byte
  bool accept_word_ignoring_case(std::string_view ascii) noexcept;  // ASCII, followed by no letter or digit
  bool accept_digits(std::string_view& digits, std::uint32_t least,
                     std::uint32_t most) noexcept;  // the whole run of digits
  template <class Predicate>
  std::string_view take_while(Predicate predicate) noexcept {
    const std::uint32_t start = offset_;
    while (offset_ < end_) {
      const CodePoint c = decode_at(text_, offset_);
      if (!predicate(c.value)) break;
      offset_ += c.size;
    }
    return since(start);
  }
  std::string_view skip_spaces() noexcept { return take_while(is_space); }

 private:
  std::string_view text_;
  std::uint32_t offset_ = 0;
  std::uint32_t end_ = 0;
};

}  // namespace citegraph::text
