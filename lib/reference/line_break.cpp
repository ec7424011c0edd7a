#include "reference/line_break.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace citegraph::reference {

namespace {

// Weights in tenths of a natural logarithm of odds, set by hand and checked on the development documents.

int weight_of_line_break(const Document& document, const std::vector<Line>& lines, std::size_t i,
                         const Wrapping& wrapping) {
  const Block& block = document.blocks[lines[i].block];
  if (lines[i].opens_block) return block.kind == BlockKind::list_item ? 50 : 30;
  if (lines[i].run_on) return -4;
  if (!wrapping.wrapped) return 30;
  const int free = free_space_before(document, lines, i, wrapping);
  // An address longer than the width forces a break after it, which says nothing.
  const bool address = slice(document.text, lines[i - 1].span).find(' ') == std::string_view::npos;
  if (free <= 0) return address ? 0 : -10;
  if (wrapping.exact) return 40;
  const int width = static_cast<int>(wrapping.width);
  return free * 4 > width ? 30 : free * 10 > width ? 12 : 4;
}

bool ends_in_initial(std::string_view line) {
  if (!line.ends_with('.')) return false;
  const text::CodePoint letter = text::decode_before(line, line.size() - 1);
  if (!text::is_upper(letter.value)) return false;
  const text::CodePoint before = text::decode_before(line, line.size() - 1 - letter.size);
  return before.size == 0 || !text::is_word(before.value);
}

bool ends_in_joining_word(std::string_view line) {
  static constexpr std::array words = std::to_array<std::string_view>(
      {"and", "of",  "the", "in",  "on", "for",  "to",  "a",   "an", "with", "from", "by",   "at",    "et", "und",
       "y",   "e",   "de",  "da",  "do", "der",  "die", "das", "la", "le",   "les",  "des",  "del",   "el", "en",
       "em",  "van", "von", "pp.", "p.", "vol.", "no.", "In:", "In", "doi:", "ed.",  "eds.", "from:", "at:"});
  const std::size_t blank = line.find_last_of(" \n");
  if (blank == std::string_view::npos) return false;
  // "345 p." and "4 vol." count what the work has.
  if (line.ends_with('.') && blank > 0 && text::is_ascii_digit(line[blank - 1])) return false;
  return std::find(words.begin(), words.end(), line.substr(blank + 1)) != words.end();
}

bool ends_in_address(std::string_view line) {
  const std::size_t blank = line.find_last_of(" \n");
  const std::string_view word = blank == std::string_view::npos ? line : line.substr(blank + 1);
  return word.find("://") != std::string_view::npos || word.starts_with("www.") || word.starts_with("10.") ||
         word.starts_with("doi:");
}

// "(2012)." or "1964.": the year after the authors, or the end of the entry: the style of the list decides.
bool ends_in_year(std::string_view line) {
  while (!line.empty() && (line.back() == '.' || line.back() == ')' || line.back() == ']')) line.remove_suffix(1);
  if (!line.empty() && 'a' <= line.back() && line.back() <= 'e') line.remove_suffix(1);
  return line.size() >= 5 && count_years(line.substr(line.size() - 5)) == 1;
}

Ending ending_of(std::string_view line) {
  const char32_t last = text::decode_before(line, line.size()).value;
  if (last == U',' || last == U';' || last == U'(' || last == U'&' || last == U':' || text::is_dash(last))
    return Ending::open;
  if (ends_in_joining_word(line)) return Ending::open;
  if (ends_in_address(line)) return Ending::address;
  if (ends_in_initial(line)) return Ending::initial;
  if (ends_in_year(line)) return Ending::year;
  if (last == U'.' || last == U'。') return Ending::stop;
  return text::is_letter(last) ? Ending::letter : Ending::other;
}

int weight_of_ending(Ending ending, bool wrapped) {
  switch (ending) {
    case Ending::stop:
      return 8;
    case Ending::year:
      return 4;
    case Ending::initial:
      return -28;
    case Ending::open:
      return -30;
    case Ending::letter:
      return wrapped ? -8 : -3;
    case Ending::address:
    case Ending::other:
      return 2;
  }
  return 0;
}

int weight_of_opening(Opening opening) {
  switch (opening) {
    case Opening::names:
    case Opening::organisation:
      return 20;
    case Opening::capital:
      return 3;
    case Opening::other:
      return -7;
    case Opening::lower:
      return -35;
    case Opening::inside:
      return -40;
  }
  return 0;
}

}  // namespace

Break break_before(const Document& document, const std::vector<Line>& lines, std::size_t i, const Wrapping& wrapping) {
  Break at;
  at.after = opening_of(slice(document.text, lines[i].span));
  at.first = i == 0 || lines[i].after_barrier;
  if (at.first) return at;
  at.weight = weight_of_line_break(document, lines, i, wrapping);
  at.before = ending_of(slice(document.text, lines[i - 1].span));
  return at;
}

int weight_of(const Break& at, bool wrapped) {
  if (at.first) return 100;
  return at.weight + weight_of_ending(at.before, wrapped) + weight_of_opening(at.after);
}

}  // namespace citegraph::reference
