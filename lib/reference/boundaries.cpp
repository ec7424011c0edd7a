#include "reference/boundaries.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "reference/entry_shape.hpp"
#include "reference/line_break.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::reference {

namespace {

// Weights in tenths of a natural logarithm of odds, set by hand and checked on the development documents.
constexpr int in_order = 7;
constexpr int out_of_order = -25;
constexpr int without_key = -10;  // twice: before and after the entry
constexpr int without_year = -12;
constexpr int too_short = -20;
constexpr int too_long = -6;  // for every line beyond twice the usual number, three at most
constexpr int against_the_style = -14;
constexpr int with_the_style = 8;
constexpr std::size_t longest_entry = 60;      // lines
constexpr std::string_view same_author = "-";  // the key of a line that stands for the author before
constexpr std::size_t no_usual_length = 1U << 20U;

// How often the entries of a list end and begin in each way, in percent, and how long they usually are.
struct Style {
  std::array<int, ending_count> endings{};
  std::array<int, opening_count> openings{};
  std::size_t lines = no_usual_length;
};

// What the division of a list is judged by.
struct EntryEvidence {
  std::vector<int> weights;          // of each line as a first line
  std::vector<std::uint32_t> years;  // before each line
  std::vector<std::string> keys;     // empty: the list is in no order
  std::size_t usual_lines = no_usual_length;
  bool dated = true;  // entries bear years
};

Style measure_style(const std::vector<Break>& breaks, const std::vector<std::uint32_t>& starts);
int weight_of_style(const Break& at, const Style& style);
std::vector<std::uint32_t> best_division(const std::vector<Line>& lines, const EntryEvidence& evidence);
std::string sort_key(std::string_view line);
bool is_alphabetical(const std::vector<std::uint32_t>& starts, const std::vector<std::string>& keys);

}  // namespace

int start_weight(const Document& document, const std::vector<Line>& lines, std::size_t i, const Wrapping& wrapping) {
  return weight_of(break_before(document, lines, i, wrapping), wrapping.wrapped);
}

std::vector<Start> find_unnumbered_starts(const Document& document, const std::vector<Line>& lines) {
  const Wrapping wrapping = measure_wrapping(document, lines);
  std::vector<Break> breaks;
  std::vector<std::string> keys;
  EntryEvidence evidence;
  evidence.years.push_back(0);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = slice(document.text, lines[i].span);
    breaks.push_back(break_before(document, lines, i, wrapping));
    keys.push_back(sort_key(line));
    evidence.weights.push_back(weight_of(breaks[i], wrapping.wrapped));
    evidence.years.push_back(evidence.years[i] + count_years(line));
  }
  const auto blocks = std::count_if(lines.begin(), lines.end(), [](const Line& line) { return line.opens_block; });
  evidence.dated = std::uint64_t{evidence.years.back()} * 2 >= static_cast<std::uint64_t>(blocks);
  // First by what every list has in common, then by what this one shows.
  std::vector<std::uint32_t> starts = best_division(lines, evidence);
  const Style style = measure_style(breaks, starts);
  evidence.usual_lines = style.lines;
  for (std::size_t i = 0; i < lines.size(); ++i) evidence.weights[i] += weight_of_style(breaks[i], style);
  if (is_alphabetical(starts, keys)) evidence.keys = std::move(keys);
  starts = best_division(lines, evidence);

  std::vector<Start> out;
  out.reserve(starts.size());
  for (std::uint32_t line : starts) out.push_back({lines[line].span.start, 0, line, UINT32_MAX, {}});
  return out;
}

namespace {

// The median number of lines.
std::size_t usual_length(const std::vector<std::uint32_t>& starts) {
  std::vector<std::uint32_t> lengths;
  for (std::size_t k = 1; k < starts.size(); ++k) lengths.push_back(starts[k] - starts[k - 1]);
  const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2);
  std::nth_element(lengths.begin(), middle, lengths.end());
  return *middle;
}

Style measure_style(const std::vector<Break>& breaks, const std::vector<std::uint32_t>& starts) {
  Style style;
  int count = 0;
  for (std::uint32_t i : starts) {
    if (breaks[i].first) continue;
    ++count;
    ++style.endings[static_cast<std::size_t>(breaks[i].before)];
    ++style.openings[static_cast<std::size_t>(breaks[i].after)];
  }
  // Few entries show no style.
  for (int& share : style.endings) share = count < 8 ? 50 : share * 100 / count;
  for (int& share : style.openings) share = count < 8 ? 50 : share * 100 / count;
  if (count >= 8) style.lines = usual_length(starts);
  return style;
}

// What only one entry in ten does is against the style of the list, if the usual way is as clear as names or a year at
// the end.
int weight_of_style(const Break& at, const Style& style) {
  if (at.first) return 0;
  int weight = 0;
  const int names = style.openings[static_cast<std::size_t>(Opening::names)];
  if (names >= 80 && at.after != Opening::names && at.after != Opening::organisation) weight += against_the_style;
  const int ending = style.endings[static_cast<std::size_t>(at.before)];
  if (ending >= 25 && at.before == Ending::year) weight += with_the_style;
  if (ending <= 10 && (at.before == Ending::year || at.before == Ending::letter)) weight += against_the_style;
  return weight;
}

int weight_of_entry(const std::vector<Line>& lines, const EntryEvidence& evidence, std::size_t from, std::size_t to) {
  int weight = evidence.dated && evidence.years[to] == evidence.years[from] ? without_year : 0;
  // A paragraph may be short, as a newspaper and a day are; a line is then the end of another.
  if (lines[to - 1].span.end - lines[from].span.start < 25)
    weight += lines[from].opens_block ? too_short / 2 : too_short;
  const std::size_t usual = 2 * evidence.usual_lines;
  if (to - from > usual) weight += too_long * static_cast<int>(std::min<std::size_t>(to - from - usual, 3));
  return weight;
}

int weight_of_order(const EntryEvidence& evidence, std::size_t from, std::size_t to) {
  if (evidence.keys.empty()) return 0;
  const std::string& a = evidence.keys[from];
  const std::string& b = evidence.keys[to];
  if (a == same_author || b == same_author) return 0;
  if (a.empty() || b.empty()) return without_key;
  return a <= b ? in_order : out_of_order;
}

// Dynamic programming over first lines: best[i] is the best division of the lines before i, with a start at i.
std::vector<std::uint32_t> best_division(const std::vector<Line>& lines, const EntryEvidence& evidence) {
  const std::size_t n = lines.size();
  std::vector<long long> best(n + 1, 0);
  std::vector<std::uint32_t> previous(n + 1, 0);
  for (std::size_t i = 1; i <= n; ++i) {
    best[i] = -(1LL << 60);
    for (std::size_t j = i; j-- > 0 && i - j <= longest_entry;) {
      const int order = i < n ? weight_of_order(evidence, j, i) : 0;
      const long long value = best[j] + weight_of_entry(lines, evidence, j, i) + order;
      if (value > best[i]) {
        best[i] = value;
        previous[i] = static_cast<std::uint32_t>(j);
      }
      if (lines[j].after_barrier) break;  // a heading cannot stand inside an entry
    }
    if (i < n) best[i] += evidence.weights[i];
  }
  std::vector<std::uint32_t> starts;
  for (std::size_t i = n; i > 0; i = previous[i]) starts.push_back(previous[i]);
  std::reverse(starts.begin(), starts.end());
  return starts;
}

// The first letters, by which a list is sorted (later ones follow too many conventions); empty for a line without any.
std::string sort_key(std::string_view line) {
  const char32_t first = text::decode_at(line, 0).value;
  if (text::is_dash(first) || first == U'_') return std::string(same_author);
  if (!text::is_letter(first) && !text::is_quote(first)) return {};
  return text::fold_letters(line.substr(0, 24)).substr(0, 3);
}

bool is_alphabetical(const std::vector<std::uint32_t>& starts, const std::vector<std::string>& keys) {
  std::size_t pairs = 0;
  std::size_t ascending = 0;
  for (std::size_t k = 1; k < starts.size(); ++k) {
    const std::string& a = keys[starts[k - 1]];
    const std::string& b = keys[starts[k]];
    if (a.empty() || b.empty() || a == same_author || b == same_author) continue;
    ++pairs;
    ascending += a <= b ? 1U : 0U;
  }
  return pairs >= 4 && ascending * 100 >= pairs * 75;
}

}  // namespace

}  // namespace citegraph::reference
