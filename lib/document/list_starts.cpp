#include "document/list_starts.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::document {
namespace {

// A list has at least this many entries, of which this share is in order; the rest are halves of cut entries.
constexpr std::size_t shortest_list = 6;
constexpr double ordered_share = 0.8;
constexpr double labelled_share = 0.7;
// The paragraphs of a section may be in order by chance. Those of a reference list begin differently and hold a year.
constexpr double distinct_share = 0.5;
constexpr double dated_share = 0.5;

// The beginning of an entry, or of its rest.
struct Unit {
  std::uint64_t key;  // the first eight bytes of the letters of its first word
  std::uint32_t block;
  std::uint16_t number;  // it begins with, 0 where there is none
  bool first_of_block;
  bool labelled;
  bool dated;
};

// The first word with letters; marks, quotes and brackets before it do not count.
std::uint64_t sort_key(std::string_view line) {
  std::size_t start = 0;
  while (start < line.size()) {
    const text::CodePoint c = text::decode_at(line, start);
    if (text::is_word(c.value)) break;
    start += c.size;
  }
  std::size_t end = start;
  while (end < line.size() && end - start < 40) {
    const text::CodePoint c = text::decode_at(line, end);
    if (!text::is_word(c.value) && c.value != '\'' && c.value != 0x2019 && c.value != '-') break;
    end += c.size;
  }
  const std::string letters = text::fold_letters(line.substr(start, end - start));
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < 8; ++i)
    key = (key << 8U) | (i < letters.size() ? static_cast<std::uint8_t>(letters[i]) : 0U);
  return key;
}

// True if four digits stand for a year of print.
bool holds_year(std::string_view line) {
  for (std::size_t i = 0; i + 4 <= line.size(); ++i) {
    if (!text::is_ascii_digit(line[i])) continue;
    const std::size_t end = std::min(line.find_first_not_of("0123456789", i), line.size());
    const std::string_view digits = line.substr(i, end - i);
    if (digits.size() == 4 && digits >= "1500" && digits < "2100") return true;
    i = end;
  }
  return false;
}

std::uint16_t leading_number(std::string_view line) {
  unsigned number = 0;
  std::size_t i = 0;
  for (; i < line.size() && i < 4 && text::is_ascii_digit(line[i]); ++i)
    number = number * 10 + static_cast<unsigned>(line[i] - '0');
  return i > 0 && i < 4 && i < line.size() && line[i] == ' ' ? static_cast<std::uint16_t>(number) : std::uint16_t{0};
}

// The units of a longest rising sequence: those that are in order. O(n log n).
std::vector<bool> in_order(const std::vector<Unit>& units) {
  std::vector<std::size_t> tails;  // the last unit of the best sequence of each length
  std::vector<std::ptrdiff_t> before(units.size(), -1);
  for (std::size_t i = 0; i < units.size(); ++i) {
    const auto place = std::upper_bound(tails.begin(), tails.end(), units[i].key,
                                        [&](std::uint64_t key, std::size_t tail) { return key < units[tail].key; });
    if (place != tails.begin()) before[i] = static_cast<std::ptrdiff_t>(*(place - 1));
    if (place == tails.end())
      tails.push_back(i);
    else
      *place = i;
  }
  std::vector<bool> ordered(units.size(), false);
  if (tails.empty()) return ordered;
  for (auto i = static_cast<std::ptrdiff_t>(tails.back()); i >= 0; i = before[static_cast<std::size_t>(i)])
    ordered[static_cast<std::size_t>(i)] = true;
  return ordered;
}

class SectionJudge {
 public:
  SectionJudge(std::string_view text, const RawDocument& document, std::vector<ListStart>& starts)
      : text_(text), document_(document), starts_(starts) {}

  void judge(std::size_t first, std::size_t last) {
    for (const bool lines : {true, false}) {
      const std::vector<Unit> units = collect(first, last, lines);
      if (units.size() < shortest_list) continue;
      if (judge_by_labels(units) || judge_by_order(units)) return;
    }
  }

 private:
  std::vector<Unit> collect(std::size_t first, std::size_t last, bool lines) const;
  bool judge_by_labels(const std::vector<Unit>& units);
  bool judge_by_order(const std::vector<Unit>& units);

  std::string_view text_;
  const RawDocument& document_;
  std::vector<ListStart>& starts_;
};

// Every line is taken for an entry first, then every block.
std::vector<Unit> SectionJudge::collect(std::size_t first, std::size_t last, bool lines) const {
  std::vector<Unit> units;
  for (std::size_t i = first; i < last; ++i) {
    const RawBlock& block = document_.blocks[i];
    if (block.kind != RawKind::paragraph && block.kind != RawKind::list_item) continue;
    const std::uint32_t count = lines ? block.line_count : 1;
    for (std::uint32_t k = 0; k < count; ++k) {
      const std::string_view line = slice(text_, document_.lines[block.first_line + k]);
      const bool labelled = !entry_label(line).empty() || (k == 0 && !block.label.empty());
      const bool dated =
          holds_year(lines ? line : slice(text_, {document_.first_line(block).start, document_.last_line(block).end}));
      units.push_back({sort_key(line.substr(0, 200)), static_cast<std::uint32_t>(i), leading_number(line), k == 0,
                       labelled, dated});
    }
  }
  return units;
}

bool SectionJudge::judge_by_labels(const std::vector<Unit>& units) {
  std::vector<bool> labelled(units.size());
  std::size_t left = 0;
  unsigned last = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    // "12 https://...": the number that is next in turn is a label whatever follows it.
    const bool in_turn = units[i].number != 0 && units[i].number == last + 1;
    labelled[i] = units[i].labelled || in_turn;
    if (labelled[i]) ++left;
    if (labelled[i] && units[i].number != 0) last = units[i].number;
  }
  if (static_cast<double>(left) < labelled_share * static_cast<double>(units.size())) return false;
  bool seen = false;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (labelled[i]) --left;
    // Behind the last entry stands what is none: a publisher's note, a biography.
    if (units[i].first_of_block && (labelled[i] || (seen && left > 0)))
      starts_[units[i].block] = labelled[i] ? ListStart::entry : ListStart::continued;
    seen = seen || labelled[i];
  }
  return true;
}

bool SectionJudge::judge_by_order(const std::vector<Unit>& units) {
  const std::vector<bool> ordered = in_order(units);
  std::size_t count = 0;
  std::size_t distinct = 0;
  std::size_t dated = 0;
  std::uint64_t previous = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i].dated) ++dated;
    if (!ordered[i]) continue;
    ++count;
    if (units[i].key != previous) ++distinct;
    previous = units[i].key;
  }
  const auto all = static_cast<double>(units.size());
  if (static_cast<double>(count) < ordered_share * all || static_cast<double>(distinct) < distinct_share * all ||
      static_cast<double>(dated) < dated_share * all)
    return false;
  std::size_t seen = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (ordered[i]) ++seen;
    if (!units[i].first_of_block) continue;
    if (ordered[i])
      starts_[units[i].block] = ListStart::entry;
    else if (seen > 0 && seen < count)
      starts_[units[i].block] = ListStart::continued;
  }
  return true;
}

}  // namespace

std::vector<ListStart> judge_list_starts(std::string_view text, const RawDocument& document) {
  std::vector<ListStart> starts(document.blocks.size(), ListStart::unknown);
  SectionJudge judge(text, document, starts);
  std::size_t first = 0;
  for (std::size_t i = 0; i <= document.blocks.size(); ++i) {
    if (i < document.blocks.size() && document.blocks[i].kind != RawKind::heading) continue;
    judge.judge(first, i);
    first = i + 1;
  }
  return starts;
}

std::string_view entry_label(std::string_view line) {
  std::size_t i = 0;
  const char open = line.empty() ? '\0' : line[0];
  if (open == '\\' && line.size() > 1 && line[1] == '[') return entry_label(line.substr(1));
  if (open == '[' || open == '(') {
    const std::size_t end = line.substr(0, 24).find_first_of("])", 1);
    if (end == std::string_view::npos || end == 1 || line.substr(0, end).find(' ') != std::string_view::npos) return {};
    const std::string_view label = line.substr(1, end - 1);
    const bool year = label.size() >= 4 && open == '(';
    return std::any_of(label.begin(), label.end(), text::is_ascii_digit) && !year ? label : std::string_view{};
  }
  while (i < line.size() && i < 4 && text::is_ascii_digit(line[i])) ++i;
  if (i == 0 || i > 3 || i + 1 >= line.size()) return {};
  const bool closed = line[i] == '.' || line[i] == ')';
  if (closed ? line[i + 1] != ' ' && line[i + 1] != '\t' : line[i] != ' ' && line[i] != '\t') return {};
  const char32_t after = text::decode_at(line, closed ? i + 2 : i + 1).value;
  return text::is_upper(after) || closed ? line.substr(0, i) : std::string_view{};
}

}  // namespace citegraph::document
