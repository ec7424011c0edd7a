#include "citation/instrument.hpp"

#include <algorithm>

#include "citation/words.hpp"
#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::citation {
namespace {

constexpr std::size_t furthest_number = 40;  // bytes between the kind and its number
constexpr std::size_t longest_date = 40;     // ", de 28 de dezembro de 2016"
constexpr std::size_t furthest_start = 60;

bool is_year_of_number(std::string_view digits) noexcept {
  return digits.size() == 4 && (digits.starts_with("1") || digits.starts_with("20")) && digits >= "1400";
}

int value(std::string_view digits) noexcept {
  int result = 0;
  for (const char c : digits.substr(0, 4)) result = result * 10 + (c - '0');
  return result;
}

std::size_t word_end(std::string_view text, std::size_t at) noexcept {
  while (at < text.size()) {
    const text::CodePoint c = text::decode_at(text, at);
    if (!text::is_letter(c.value) && !text::is_mark(c.value)) break;
    at += c.size;
  }
  return at;
}

// Digits with stops between them: "13.146".
std::string read_number(std::string_view text, std::size_t& at) {
  std::string digits;
  while (at < text.size() && (text::is_ascii_digit(text[at]) ||
                              (text[at] == '.' && at + 1 < text.size() && text::is_ascii_digit(text[at + 1])))) {
    if (text[at] != '.') digits += text[at];
    ++at;
  }
  return digits;
}

// "nº", "n.", "No.", "n°", "number": right before the number.
bool has_sign(std::string_view between) {
  const std::string folded = text::fold_words(between);
  const std::size_t blank = folded.rfind(' ');
  const std::string_view last = std::string_view(folded).substr(blank == std::string::npos ? 0 : blank + 1);
  return last == "n" || last == "no" || last == "nº" || last == "nr" || last == "number" || last == "numero" ||
         between.find("º") != std::string_view::npos || between.find("°") != std::string_view::npos;
}

}  // namespace

Instrument read_instrument(std::string_view text) {
  const std::size_t kind_end = word_end(text, 0);
  const std::string kind = text::fold_letters(text.substr(0, kind_end));
  if (!is_legal_instrument(kind)) return {};
  std::size_t at = kind_end;
  while (at < text.size() && at - kind_end < furthest_number && !text::is_ascii_digit(text[at])) {
    const char c = text[at];
    if (c == ';' || c == '!' || c == '?' ||
        (c == '.' && at > kind_end + 1 && text.substr(at, 2) == ". " &&
         !text::is_ascii_digit(text[std::min(at + 2, text.size() - 1)])))
      return {};
    ++at;
  }
  if (at >= text.size() || !text::is_ascii_digit(text[at])) return {};
  const std::string_view between = text.substr(kind_end, at - kind_end);
  Instrument found;
  std::string number = read_number(text, at);
  const bool pair = at + 1 < text.size() && text[at] == '/';
  if (pair) {
    std::size_t second = at + 1;
    while (second < text.size() && text[second] == ' ') ++second;
    const std::string other = read_number(text, second);
    if (!other.empty()) {
      at = second;
      if (is_year_of_number(other)) {
        found.year = value(other);
      } else if (is_year_of_number(number)) {
        found.year = value(number);
        number = other;
      } else {
        number += '/' + other;
      }
    }
  } else if (is_year_of_number(number) && !has_sign(between)) {
    return {};  // "Human Rights Act 1998" is no number
  }
  if (found.year == 0) {  // ", de 28 de dezembro de 2016"
    std::size_t date = at;
    while (date < text.size() && date - at < longest_date && text[date] != '.' && text[date] != ';' &&
           text[date] != ')') {
      if (!text::is_ascii_digit(text[date])) {
        ++date;
        continue;
      }
      std::size_t end = date;
      const std::string digits = read_number(text, end);
      if (is_year_of_number(digits) && (at == date || text[at] == ',' || text[at] == ' ')) {
        found.year = value(digits);
        at = end;
        break;
      }
      date = end;
    }
  }
  found.key = kind + number;
  found.end = at;
  return found;
}

Instrument find_instrument(std::string_view text) {
  bool inside = false;
  for (std::size_t at = 0; at < std::min(text.size(), furthest_start);) {
    const text::CodePoint c = text::decode_at(text, at);
    const bool letter = text::is_letter(c.value);
    if (letter && !inside) {
      Instrument found = read_instrument(text.substr(at, 200));
      if (!found.empty()) return found;
    }
    inside = letter;
    at += std::max(c.size, 1U);
  }
  return {};
}

}  // namespace citegraph::citation
