#include "reference/boundaries.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "reference/entry_shape.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::reference {

namespace {

// Weights in tenths of a natural logarithm of odds, set by hand and checked on the development documents.
constexpr int in_order = 7;
constexpr int out_of_order = -25;
constexpr int without_year = -12;
constexpr int too_short = -20;
constexpr std::size_t longest_entry = 60;  // lines

int weight_of_break(const Document& document, const std::vector<Line>& lines, std::size_t i, const Wrapping& wrapping);
int weight_of_end(std::string_view line, bool wrapped);
int weight_of_opening(std::string_view line);
std::vector<std::uint32_t> best_division(const Document& document, const std::vector<Line>& lines,
                                         const std::vector<int>& weights, const std::vector<std::string>& keys);
std::string sort_key(std::string_view line);
bool is_alphabetical(const std::vector<std::uint32_t>& starts, const std::vector<std::string>& keys);

}  // namespace

int start_weight(const Document& document, const std::vector<Line>& lines, std::size_t i, const Wrapping& wrapping) {
  if (lines[i].after_barrier || i == 0) return 100;
  const std::string_view line = slice(document.text, lines[i].span);
  const std::string_view before = slice(document.text, lines[i - 1].span);
  return weight_of_break(document, lines, i, wrapping) + weight_of_end(before, wrapping.wrapped) +
         weight_of_opening(line);
}

std::vector<Start> find_unnumbered_starts(const Document& document, const std::vector<Line>& lines) {
  const Wrapping wrapping = measure_wrapping(document, lines);
  std::vector<int> weights(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) weights[i] = start_weight(document, lines, i, wrapping);

  std::vector<std::uint32_t> starts = best_division(document, lines, weights, {});
  std::vector<std::string> keys(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) keys[i] = sort_key(slice(document.text, lines[i].span));
  if (is_alphabetical(starts, keys)) starts = best_division(document, lines, weights, keys);

  std::vector<Start> out;
  out.reserve(starts.size());
  for (std::uint32_t line : starts) out.push_back({lines[line].span.start, 0, line, UINT32_MAX, {}});
  return out;
}

namespace {

int weight_of_break(const Document& document, const std::vector<Line>& lines, std::size_t i, const Wrapping& wrapping) {
  const Block& block = document.blocks[lines[i].block];
  if (lines[i].opens_block) return block.kind == BlockKind::list_item ? 50 : 30;
  if (!wrapping.wrapped) return 30;
  const int free = free_space_before(document, lines, i, wrapping);
  if (free <= 0) return -10;
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
      {"and", "of", "the", "in",  "on",  "for", "to", "a",  "an",  "with", "from", "by", "at", "et", "und", "y",  "e",
       "de",  "da", "do",  "der", "die", "das", "la", "le", "les", "des",  "del",  "el", "en", "em", "van", "von"});
  const std::size_t blank = line.find_last_of(" \n");
  if (blank == std::string_view::npos) return false;
  return std::find(words.begin(), words.end(), line.substr(blank + 1)) != words.end();
}

int weight_of_end(std::string_view line, bool wrapped) {
  const char32_t last = text::decode_before(line, line.size()).value;
  if (last == U',' || last == U';' || last == U'(' || last == U'&' || last == U':' || text::is_dash(last)) return -30;
  if (ends_in_joining_word(line)) return -30;
  if (ends_in_initial(line)) return -10;
  if (last == U'.' || last == U'。') return 8;
  if (text::is_letter(last)) return wrapped ? -8 : -3;
  return 2;
}

int weight_of_opening(std::string_view line) {
  switch (opening_of(line)) {
    case Opening::names:
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

// Dynamic programming over first lines: best[i] is the best division of the lines before i, with a start at i.
std::vector<std::uint32_t> best_division(const Document& document, const std::vector<Line>& lines,
                                         const std::vector<int>& weights, const std::vector<std::string>& keys) {
  const std::size_t n = lines.size();
  std::vector<std::uint32_t> years(n + 1, 0);
  for (std::size_t i = 0; i < n; ++i) years[i + 1] = years[i] + count_years(slice(document.text, lines[i].span));

  const auto entry_weight = [&](std::size_t from, std::size_t to) {
    int weight = years[to] == years[from] ? without_year : 0;
    if (lines[to - 1].span.end - lines[from].span.start < 25) weight += too_short;
    return weight;
  };
  const auto order_weight = [&](std::size_t from, std::size_t to) {
    if (keys.empty() || keys[from].empty() || keys[to].empty()) return 0;
    return keys[from] <= keys[to] ? in_order : out_of_order;
  };
  std::vector<long long> best(n + 1, 0);
  std::vector<std::uint32_t> previous(n + 1, 0);
  for (std::size_t i = 1; i <= n; ++i) {
    best[i] = -(1LL << 60);
    // A heading inside the list cannot stand inside an entry.
    for (std::size_t j = i; j-- > 0 && i - j <= longest_entry;) {
      const long long value = best[j] + entry_weight(j, i) + (i < n ? order_weight(j, i) : 0);
      if (value > best[i]) {
        best[i] = value;
        previous[i] = static_cast<std::uint32_t>(j);
      }
      if (lines[j].after_barrier) break;
    }
    if (i < n) best[i] += weights[i];
  }
  std::vector<std::uint32_t> starts;
  for (std::size_t i = n; i > 0; i = previous[i]) starts.push_back(previous[i]);
  std::reverse(starts.begin(), starts.end());
  return starts;
}

// The letters a list is sorted by; empty for a line that stands for the author before.
std::string sort_key(std::string_view line) {
  if (!text::is_letter(text::decode_at(line, 0).value) && !text::is_quote(text::decode_at(line, 0).value)) return {};
  return text::fold_letters(line.substr(0, 24)).substr(0, 6);
}

bool is_alphabetical(const std::vector<std::uint32_t>& starts, const std::vector<std::string>& keys) {
  std::size_t pairs = 0;
  std::size_t ascending = 0;
  for (std::size_t k = 1; k < starts.size(); ++k) {
    const std::string& a = keys[starts[k - 1]];
    const std::string& b = keys[starts[k]];
    if (a.empty() || b.empty()) continue;
    ++pairs;
    ascending += a <= b ? 1U : 0U;
  }
  return pairs >= 4 && ascending * 100 >= pairs * 75;
}

}  // namespace

}  // namespace citegraph::reference
