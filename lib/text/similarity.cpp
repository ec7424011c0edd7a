#include "text/similarity.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::text {
namespace {

std::u32string code_points(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode_at(text, i);
    out.push_back(c.value);
    i += c.size;
  }
  return out;
}

// Without allocation: what is longer or shorter by more than the limit needs no table.
std::size_t count_starts(std::string_view text) noexcept {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// What two strings begin and end with alike adds nothing to their distance.
void cut_common_ends(std::u32string_view& a, std::u32string_view& b) noexcept {
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
}

std::vector<std::string_view> long_words(std::string_view folded_words) {
  std::vector<std::string_view> words;
  for (std::size_t start = 0; start < folded_words.size();) {
    const std::size_t end = std::min(folded_words.find(' ', start), folded_words.size());
    const std::string_view word = folded_words.substr(start, end - start);
    if (count_code_points(word) >= 3) words.push_back(word);
    start = end + 1;
  }
  return words;
}

}  // namespace

// Only a diagonal band of the usual table, 2 * limit + 1 wide, can hold values within the limit.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t a_size = count_starts(a);
  const std::size_t b_size = count_starts(b);
  if (std::max(a_size, b_size) - std::min(a_size, b_size) > limit) return limit + 1;
  const std::u32string a_points = code_points(a);
  const std::u32string b_points = code_points(b);
  std::u32string_view x = a_points;
  std::u32string_view y = b_points;
  cut_common_ends(x, y);
  if (x.size() > y.size()) std::swap(x, y);
  limit = std::min(limit, y.size());
  if (y.size() - x.size() > limit) return limit + 1;
  if (x.empty()) return y.size();

  const std::size_t columns = x.size() + 1;
  std::vector<std::size_t> before(columns), above(columns), row(columns);
  for (std::size_t i = 0; i < columns; ++i) above[i] = std::min(i, limit + 1);
  for (std::size_t j = 1; j <= y.size(); ++j) {
    const std::size_t first = j > limit ? j - limit : 1;
    const std::size_t last = std::min(x.size(), j + limit);
    row[first - 1] = first == 1 ? std::min(j, limit + 1) : limit + 1;
    std::size_t least = row[first - 1];
    for (std::size_t i = first; i <= last; ++i) {
      const std::size_t up =
          i + 1 > j + limit ? limit + 1 : above[i];  // the cell above the band's edge was never filled
      std::size_t best = above[i - 1] + (x[i - 1] == y[j - 1] ? 0 : 1);
      best = std::min({best, row[i - 1] + 1, up + 1});
      if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1]) best = std::min(best, before[i - 2] + 1);
      row[i] = std::min(best, limit + 1);
      least = std::min(least, row[i]);
    }
    if (least > limit) return limit + 1;
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[x.size()];
}

double word_containment(std::string_view shorter, std::string_view longer) {
  const std::string a = fold_words(shorter);
  const std::string b = fold_words(longer);
  const std::vector<std::string_view> wanted = long_words(a);
  if (wanted.empty()) return 0;
  std::vector<std::string_view> there = long_words(b);
  std::sort(there.begin(), there.end());
  const auto found = std::count_if(wanted.begin(), wanted.end(), [&](std::string_view word) {
    return std::binary_search(there.begin(), there.end(), word);
  });
  return static_cast<double>(found) / static_cast<double>(wanted.size());
}

}  // namespace citegraph::text
