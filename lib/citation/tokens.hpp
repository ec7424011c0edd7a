// The body of a document as words, numbers and brackets: what every citation form is read from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/document.hpp"
#include "citegraph/span.hpp"

namespace citegraph::citation {

enum class TokenKind : std::uint8_t {
  word,    // letters, with apostrophes and hyphens inside: "O'Dwyer", "Goulet-Cazé"
  mixed,   // letters and digits: "CH25H", "1990s"
  number,  // ASCII digits
  year,    // four digits of a plausible year, with at most one suffix letter: "1997", "1997a"
  open,    // ( [
  close,   // ) ]
  comma,
  semicolon,
  colon,
  period,
  ellipsis,
  dash,
  slash,
  quote,
  ampersand,
  other,
  gap,  // where a block of the body ends
};

struct Token {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  TokenKind kind = TokenKind::other;
  bool capital =
      false;  // begins with an upper-case letter, after a particle joined by hyphen or apostrophe ("el-Hajj")
  bool after_space = false;      // white space stands before it
  bool raised = false;           // stands in a superscript mark
  std::uint32_t fold_start = 0;  // of the word as `text::fold` has it; empty where that is the text itself
  std::uint32_t fold_end = 0;
};

inline constexpr std::uint32_t no_token = std::numeric_limits<std::uint32_t>::max();

// Tokens of all blocks outside the reference lists and outside code, in order, a gap after each block.
class Body {
 public:
  Body(const Document& document, const std::vector<TextSpan>& lists);

  std::string_view text() const noexcept { return text_; }
  std::string_view text(std::uint32_t token) const noexcept;
  std::string_view text(std::uint32_t first, std::uint32_t last) const noexcept;  // inclusive
  // The token as `text::fold` has it: lower case, no diacritics.
  std::string_view folded(std::uint32_t token) const noexcept;

  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(tokens_.size()); }
  // The token; a gap where there is none.
  const Token& operator[](std::uint32_t token) const noexcept { return token < tokens_.size() ? tokens_[token] : end_; }
  TokenKind kind(std::uint32_t token) const noexcept { return (*this)[token].kind; }
  bool is(std::uint32_t token, std::string_view exact) const noexcept { return text(token) == exact; }

  // The innermost bracket open at `token`, or no_token. A bracket that is never closed reaches to the end of its block.
  std::uint32_t bracket(std::uint32_t token) const noexcept {
    return token < tokens_.size() ? bracket_[token] : no_token;
  }
  // The other bracket of a pair, or no_token.
  std::uint32_t partner(std::uint32_t token) const noexcept {
    return token < tokens_.size() ? partner_[token] : no_token;
  }
  // The first token that starts at or after `offset`.
  std::uint32_t token_at(std::uint32_t offset) const noexcept;

 private:
  void tokenize(TextSpan span);
  void match_brackets(std::uint32_t first);

  std::string_view text_;
  std::string folded_;            // the words that folding changes
  std::vector<TextSpan> raised_;  // superscripts, sorted
  std::size_t next_raised_ = 0;
  std::vector<Token> tokens_;
  std::vector<std::uint32_t> bracket_;
  std::vector<std::uint32_t> partner_;
  Token end_{.kind = TokenKind::gap};
};

// True for four digits of a plausible year, with at most one suffix letter.
bool is_year(std::string_view word) noexcept;
// The value of a year token, and its suffix letter or nothing.
int year_value(std::string_view year_token) noexcept;
std::string_view year_suffix(std::string_view year_token) noexcept;
// A number by value; 0 for one of more than nine digits.
std::uint32_t number_value(std::string_view digits) noexcept;

}  // namespace citegraph::citation
