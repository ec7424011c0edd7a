// A date as tokens: numbers, words, and the marks between them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace citegraph::work {

enum class DateTokenKind : std::uint8_t { number, word, dash, slash, dot, comma, open, close, other };

struct DateToken {
  DateTokenKind kind = DateTokenKind::other;
  bool space_before = false;
  char32_t mark = 0;   // of anything but a number or word
  int value = 0;       // of a number
  int digits = 0;      // of a number
  std::string folded;  // of a word
};

std::vector<DateToken> tokenise_date(std::string_view text);

bool is_kind(const std::vector<DateToken>& tokens, std::size_t i, DateTokenKind kind);
bool is_word(const std::vector<DateToken>& tokens, std::size_t i, std::string_view folded);
// Without white space before it, as the parts of 2010-08-30.
bool is_glued(const std::vector<DateToken>& tokens, std::size_t i);
bool is_day(const std::vector<DateToken>& tokens, std::size_t i);

constexpr int first_year = 1000;
constexpr int last_year = 2199;  // further ahead it is a page, a price or a number
bool is_year(const DateToken& token) noexcept;

}  // namespace citegraph::work
