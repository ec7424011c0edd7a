#include "citegraph/pages.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>

#include "text/fold.hpp"
#include "text/scanner.hpp"
#include "text/utf8.hpp"

namespace citegraph {
namespace {

using text::Scanner;

// A page as it is compared: its numeral system, the letters around the number, and the number.
struct PageNumber {
  bool roman = false;
  std::string prefix;
  std::string suffix;
  std::uint64_t number = 0;
  bool known = false;  // false: not a number at all, compared as text
};

PageNumber number_of(std::string_view page);
std::optional<PageRange> read_range(Scanner& scanner);
std::string read_page(Scanner& scanner);
bool skip_labels(Scanner& scanner);
bool skip_dash(Scanner& scanner);
bool skip_follow_mark(Scanner& scanner);
std::string complete(std::string_view first, std::string last);
bool is_article_number(std::string_view page, bool labelled);
bool spans(const PageRange& outer, const PageRange& inner);
std::uint64_t roman_value(std::string_view lower) noexcept;

}  // namespace

std::optional<Pages> parse_pages(std::string_view text) {
  Scanner scanner(text);
  Pages pages;
  bool labelled = false;
  bool article_label = false;
  while (!scanner.at_end()) {
    const std::uint32_t before = scanner.offset();
    scanner.take_while([](char32_t c) { return !text::is_word(c); });
    if (scanner.at_end()) break;
    if (scanner.accept_word_ignoring_case("art") || scanner.accept_word_ignoring_case("article") ||
        scanner.accept_word_ignoring_case("artigo") || scanner.accept_word_ignoring_case("artikel")) {
      article_label = true;
      continue;
    }
    if (skip_labels(scanner)) {
      labelled = true;
      continue;
    }
    if (std::optional<PageRange> range = read_range(scanner)) {
      pages.ranges.push_back(std::move(*range));
    } else {
      scanner.take_while([](char32_t c) { return text::is_word(c); });
    }
    if (scanner.offset() == before) scanner.next();
  }
  if (pages.ranges.empty()) return std::nullopt;
  if (pages.ranges.size() == 1) {
    const PageRange& only = pages.ranges.front();
    pages.article_number =
        article_label || (only.first == only.last && !only.open && is_article_number(only.first, labelled));
  }
  return pages;
}

bool Pages::contains(const Pages& other) const {
  if (other.ranges.empty()) return false;
  return std::all_of(other.ranges.begin(), other.ranges.end(), [this](const PageRange& inner) {
    return std::any_of(ranges.begin(), ranges.end(), [&inner](const PageRange& outer) { return spans(outer, inner); });
  });
}

std::string to_string(const Pages& pages) {
  std::string line;
  for (const PageRange& range : pages.ranges) {
    if (!line.empty()) line += ", ";
    line += range.first;
    if (range.last != range.first) line += "-" + range.last;
    if (range.open) line += "ff.";
  }
  return line;
}

namespace {

bool is_ascii_letter(char32_t c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::uint64_t roman_digit(char c) noexcept {
  switch (c) {
    case 'i':
      return 1;
    case 'v':
      return 5;
    case 'x':
      return 10;
    case 'l':
      return 50;
    case 'c':
      return 100;
    case 'd':
      return 500;
    case 'm':
      return 1000;
    default:
      return 0;
  }
}

std::string to_roman(std::uint64_t value) {
  constexpr std::array<std::pair<std::uint64_t, std::string_view>, 13> parts = {{{1000, "m"},
                                                                                 {900, "cm"},
                                                                                 {500, "d"},
                                                                                 {400, "cd"},
                                                                                 {100, "c"},
                                                                                 {90, "xc"},
                                                                                 {50, "l"},
                                                                                 {40, "xl"},
                                                                                 {10, "x"},
                                                                                 {9, "ix"},
                                                                                 {5, "v"},
                                                                                 {4, "iv"},
                                                                                 {1, "i"}}};
  std::string roman;
  for (const auto& [amount, letters] : parts) {
    for (; value >= amount; value -= amount) roman += letters;
  }
  return roman;
}

// 0 for what is no well-formed numeral below 5000 ("ic", "iiiii", "mix" is well-formed: 1009).
std::uint64_t roman_value(std::string_view lower) noexcept {
  if (lower.empty() || lower.size() > 15) return 0;
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < lower.size(); ++i) {
    const std::uint64_t here = roman_digit(lower[i]);
    const std::uint64_t next = i + 1 < lower.size() ? roman_digit(lower[i + 1]) : 0;
    if (here == 0) return 0;
    value = here < next ? value - here : value + here;  // unsigned: the borrow is paid back by the next digit
  }
  return value < 5000 && to_roman(value) == lower ? value : 0;
}

PageNumber number_of(std::string_view page) {
  PageNumber result;
  const std::string folded = text::fold(page);
  if (const std::uint64_t value = roman_value(folded); value != 0) {
    result.roman = true;
    result.number = value;
    result.known = true;
    return result;
  }
  const std::size_t first = folded.find_first_of("0123456789");
  if (first == std::string::npos) return result;
  std::size_t end = folded.find_first_not_of("0123456789", first);
  if (end == std::string::npos) end = folded.size();
  result.prefix = folded.substr(0, first);
  result.suffix = folded.substr(end);
  const auto [pointer, error] = std::from_chars(folded.data() + first, folded.data() + end, result.number);
  result.known = error == std::errc() && result.suffix.find_first_of("0123456789") == std::string::npos;
  return result;
}

bool spans(const PageRange& outer, const PageRange& inner) {
  const PageNumber from = number_of(outer.first);
  const PageNumber to = number_of(outer.last);
  const PageNumber first = number_of(inner.first);
  const PageNumber last = number_of(inner.last);
  if (!from.known || !first.known) return outer.first == inner.first && outer.last == inner.last;
  const auto same_kind = [&from](const PageNumber& page) {
    return page.known && page.roman == from.roman && page.prefix == from.prefix;
  };
  if (!same_kind(first) || !same_kind(last) || !same_kind(to)) return false;
  const auto below = [](const PageNumber& a, const PageNumber& b) {
    return std::pair(a.number, std::string_view(a.suffix)) <= std::pair(b.number, std::string_view(b.suffix));
  };
  const bool starts_inside = from.number <= first.number;
  return starts_inside && (outer.open || last.number <= to.number || below(last, to));
}

// "p.", "pp", "S.", "Seiten", "págs." ... and their full stop. A label is a whole word before a page.
bool skip_labels(Scanner& scanner) {
  constexpr std::array<std::string_view, 33> labels = {
      "bl",  "blz", "f",    "fl",    "fls",    "fol",    "fols",    "ff",     "fos",  "kk",  "k",
      "p",   "pag", "page", "pages", "pagg",   "pagina", "paginas", "pagine", "pags", "pg",  "pgs",
      "pgn", "pp",  "s",    "seite", "seiten", "sid",    "sider",   "sidor",  "ss",   "str", "с",
  };
  const std::uint32_t start = scanner.offset();
  const std::string_view word = scanner.take_while([](char32_t c) { return text::is_letter(c) || text::is_mark(c); });
  const std::string folded = text::fold_letters(word);
  const bool known = std::find(labels.begin(), labels.end(), folded) != labels.end();
  // "S12" is a page of a supplement; "S. 12", "S 12" and "p12" are labelled.
  const bool glued = text::is_digit(scanner.peek());
  const bool label = known && (!glued || folded == "p" || folded == "pp" || folded == "pg");
  if (!label) {
    scanner.seek(start);
    return false;
  }
  scanner.accept(U'.');
  return true;
}

// One page: "145", "S12", "e1234", "123A", "1.12", "xii", "A-12" is two.
std::string read_page(Scanner& scanner) {
  const std::uint32_t start = scanner.offset();
  const std::string_view letters = scanner.take_while(is_ascii_letter);
  std::string_view digits = scanner.take_while(text::is_digit);
  if (digits.empty()) {
    std::string lower = text::fold(letters);
    if (!text::is_word(scanner.peek()) && roman_value(lower) != 0) return lower;
    scanner.seek(start);
    return {};
  }
  if (letters.size() > 4) {
    scanner.seek(start);
    return {};
  }
  // "3.12": the twelfth page of the third part. A full stop before anything else closes the field.
  const std::uint32_t here = scanner.offset();
  if (scanner.accept(U'.') && scanner.take_while(text::is_digit).empty()) scanner.seek(here);
  const std::uint32_t end = scanner.offset();
  const std::string_view after = scanner.take_while(is_ascii_letter);
  if (after.size() > 1 || text::is_word(scanner.peek()) || after == "f") scanner.seek(end);
  return std::string(scanner.since(start));
}

bool skip_dash(Scanner& scanner) {
  const std::uint32_t start = scanner.offset();
  scanner.skip_spaces();
  std::uint32_t dashes = 0;
  while (text::is_dash(scanner.peek()) ||
         scanner.peek() == U'=') {  // "737=745": the neighbour of the hyphen on the keys
    scanner.next();
    ++dashes;
  }
  if (dashes == 0 && !scanner.accept_word_ignoring_case("to") && !scanner.accept_word_ignoring_case("bis")) {
    scanner.seek(start);
    return false;
  }
  scanner.skip_spaces();
  return true;
}

// "ff.", "f.", "et seq.", "sqq.", "ss." right after a page.
bool skip_follow_mark(Scanner& scanner) {
  const std::uint32_t start = scanner.offset();
  scanner.skip_spaces();
  for (const std::string_view mark : {"ff", "f", "sqq", "sq", "ss", "ssq", "passim"}) {
    if (scanner.accept_word_ignoring_case(mark)) {
      scanner.accept(U'.');
      return true;
    }
  }
  if (scanner.accept_word_ignoring_case("et")) {
    scanner.skip_spaces();
    if (scanner.accept_word_ignoring_case("seq") || scanner.accept_word_ignoring_case("sqq") ||
        scanner.accept_word_ignoring_case("suiv")) {
      scanner.accept(U'.');
      return true;
    }
  }
  scanner.seek(start);
  return false;
}

std::optional<PageRange> read_range(Scanner& scanner) {
  PageRange range;
  const std::uint32_t start = scanner.offset();
  range.first = read_page(scanner);
  if (range.first.empty()) return std::nullopt;
  range.last = range.first;
  const std::uint32_t after_first = scanner.offset();
  if (skip_dash(scanner)) {
    skip_labels(scanner);
    scanner.skip_spaces();
    std::string last = read_page(scanner);
    if (last.empty()) {
      scanner.seek(after_first);
    } else {
      range.last = complete(range.first, std::move(last));
    }
  }
  range.open = skip_follow_mark(scanner);
  // A lone letter such as "c" or "D" is a numeral only in a range; alone it is more likely an initial or a section.
  const bool lone_letters = range.first == range.last && !text::is_digit(text::decode_at(range.first, 0).value);
  if (lone_letters && range.first.size() == 1 && range.first != "i" && range.first != "v" && range.first != "x") {
    scanner.seek(start);
    return std::nullopt;
  }
  return range;
}

// What an abbreviated end leaves out is taken from the start: 145-68, S12-5, 1045-9.
std::string complete(std::string_view first, std::string last) {
  const std::size_t digit = first.find_first_of("0123456789");
  if (digit == std::string_view::npos || last.find_first_not_of("0123456789") != std::string::npos) return last;
  const std::string_view prefix = first.substr(0, digit);
  std::string_view digits = first.substr(digit);
  if (const std::size_t end = digits.find_first_not_of("0123456789"); end != std::string_view::npos) {
    digits = digits.substr(0, end);
  }
  std::string whole = last;
  if (last.size() < digits.size()) whole = std::string(digits.substr(0, digits.size() - last.size())) + last;
  const bool ascends = whole.size() > digits.size() || (whole.size() == digits.size() && whole >= digits);
  return ascends ? std::string(prefix) + whole : last;
}

// Electronic article numbers: "e1234", "102345", "L151101". A label says that pages are meant.
bool is_article_number(std::string_view page, bool labelled) {
  if (labelled) return false;
  const PageNumber number = number_of(page);
  if (number.roman || !number.known) return false;
  const std::size_t digits =
      static_cast<std::size_t>(std::count_if(page.begin(), page.end(), [](char c) { return c >= '0' && c <= '9'; }));
  return digits >= 6 || (number.prefix == "e" && digits >= 3) || (!number.prefix.empty() && digits >= 5);
}

}  // namespace
}  // namespace citegraph
