#include "work/date_tokens.hpp"

#include <utility>

#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::work {
namespace {

DateTokenKind kind_of(char32_t c) noexcept;
bool is_ideograph_of_date(char32_t c) noexcept;

}  // namespace

std::vector<DateToken> tokenise_date(std::string_view text) {
  std::vector<DateToken> tokens;
  bool space = false;
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint c = text::decode_at(text, i);
    if (text::is_space(c.value)) {
      space = true;
      i += c.size;
      continue;
    }
    DateToken token;
    token.space_before = std::exchange(space, false);
    const std::size_t start = i;
    if (text::is_digit(c.value)) {
      token.kind = DateTokenKind::number;
      for (; i < text.size() && text::is_ascii_digit(text[i]); ++i) {
        if (token.digits < 9) token.value = token.value * 10 + (text[i] - '0');
        ++token.digits;
      }
    } else if (is_ideograph_of_date(c.value)) {
      token.kind = DateTokenKind::word;
      i += c.size;
      token.folded = text.substr(start, c.size);
    } else if (text::is_letter(c.value) || text::is_mark(c.value)) {
      token.kind = DateTokenKind::word;
      while (i < text.size()) {
        const text::CodePoint next = text::decode_at(text, i);
        if (!(text::is_letter(next.value) || text::is_mark(next.value)) || is_ideograph_of_date(next.value)) break;
        i += next.size;
      }
      token.folded = text::fold_letters(text.substr(start, i - start));
    } else {
      token.kind = kind_of(c.value);
      token.mark = c.value;
      i += c.size;
    }
    tokens.push_back(std::move(token));
  }
  return tokens;
}

bool is_kind(const std::vector<DateToken>& tokens, std::size_t i, DateTokenKind kind) {
  return i < tokens.size() && tokens[i].kind == kind;
}

bool is_word(const std::vector<DateToken>& tokens, std::size_t i, std::string_view folded) {
  return is_kind(tokens, i, DateTokenKind::word) && tokens[i].folded == folded;
}

// A number glued to the tokens at both sides, as in 2010-08-30.
bool is_glued(const std::vector<DateToken>& tokens, std::size_t i) {
  return i < tokens.size() && !tokens[i].space_before;
}

bool is_year(const DateToken& token) noexcept {
  return token.kind == DateTokenKind::number && token.digits == 4 && token.value >= first_year &&
         token.value <= last_year;
}

bool is_day(const std::vector<DateToken>& tokens, std::size_t i) {
  return is_kind(tokens, i, DateTokenKind::number) && tokens[i].digits <= 2 && tokens[i].value >= 1 &&
         tokens[i].value <= 31;
}

namespace {

DateTokenKind kind_of(char32_t c) noexcept {
  if (text::is_dash(c)) return DateTokenKind::dash;
  switch (c) {
    case U'/':
      return DateTokenKind::slash;
    case U'.':
      return DateTokenKind::dot;
    case U',':
      return DateTokenKind::comma;
    case U'(':
    case U'[':
    case U'{':
    case U'（':
    case U'【':
      return DateTokenKind::open;
    case U')':
    case U']':
    case U'}':
    case U'）':
    case U'】':
      return DateTokenKind::close;
    default:
      return DateTokenKind::other;
  }
}

bool is_ideograph_of_date(char32_t c) noexcept {
  return c == U'年' || c == U'月' || c == U'日' || c == U'号' || c == U'년' || c == U'월' || c == U'일';
}

}  // namespace
}  // namespace citegraph::work
