#include "text/scanner.hpp"

#include <algorithm>

#include "text/ascii.hpp"

namespace citegraph::text {
namespace {}  // namespace

Scanner::Scanner(std::string_view text, TextSpan span) noexcept
    : text_(text), end_(std::min(span.end, static_cast<std::uint32_t>(text.size()))) {
  offset_ = std::min(span.start, end_);
}

void Scanner::seek(std::uint32_t offset) noexcept { offset_ = std::min(offset, end_); }

char32_t Scanner::peek() const noexcept { return decode_at(text_.substr(0, end_), offset_).value; }

char32_t Scanner::before() const noexcept { return decode_before(text_, offset_).value; }

char32_t Scanner::next() noexcept {
  const CodePoint c = decode_at(text_.substr(0, end_), offset_);
  offset_ += c.size;
  return c.value;
}

bool Scanner::accept(char32_t c) noexcept {
  const CodePoint found = decode_at(text_.substr(0, end_), offset_);
  if (found.size == 0 || found.value != c) return false;
  offset_ += found.size;
  return true;
}

bool Scanner::accept(std::string_view literal) noexcept {
  if (!rest().starts_with(literal)) return false;
  offset_ += static_cast<std::uint32_t>(literal.size());
  return true;
}

bool Scanner::accept_word_ignoring_case(std::string_view ascii) noexcept {
  const std::string_view here = rest();
  if (here.size() < ascii.size()) return false;
  for (std::size_t i = 0; i < ascii.size(); ++i)
    if (ascii_lower(here[i]) != ascii_lower(ascii[i])) return false;
  if (is_word(decode_at(here, ascii.size()).value)) return false;
  offset_ += static_cast<std::uint32_t>(ascii.size());
  return true;
}

bool Scanner::accept_digits(std::string_view& digits, std::uint32_t least, std::uint32_t most) noexcept {
  const std::uint32_t start = offset_;
  std::uint32_t stop = start;
  while (stop < end_ && is_ascii_digit(text_[stop])) ++stop;
  if (stop - start < least || stop - start > most) return false;
  offset_ = stop;
  digits = since(start);
  return true;
}

}  // namespace citegraph::text
