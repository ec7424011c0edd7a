#include "document/pdf/reading_order.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "document/pdf/fragments.hpp"
#include "document/pdf/lines.hpp"

namespace citegraph::document::pdf {
namespace {

constexpr std::size_t bins = 512;       // places at which a gutter is looked for
constexpr unsigned deepest = 4;         // columns within columns
constexpr std::size_t least_lines = 3;  // on either side of the gutter of a page
constexpr std::size_t least_inner = 8;  // the same within a column: blanks of a few lines may stand one below the other
constexpr std::size_t looked_beside = 8;  // fragments
constexpr std::int64_t least_width = 20;  // percent of the region, on either side: numbers of a list are no column
constexpr std::int64_t least_fill = 40;   // percent of a side's lines: cells of a table are no column

struct Region {
  std::vector<Fragment> fragments;
  unsigned depth = 0;
};

Box bounds(const std::vector<Fragment>& fragments) {
  Box box = fragments.front().box;
  for (const Fragment& fragment : fragments) box.include(fragment.box);
  return box;
}

// What stands on one side of a gutter; to be added from above.
struct Side {
  std::size_t lines = 0;
  std::int64_t width = 0;  // of all lines together
  Box box;
  Box line;  // the last one

  void add(const Box& fragment) {
    if (lines == 0) box = fragment;
    box.include(fragment);
    width += fragment.width();
    const bool beside = lines > 0 && shared_height(line, fragment) * 2 > fragment.height();
    if (!beside) ++lines;
    line = fragment;
  }
  [[nodiscard]] bool is_column(Length region, std::size_t least) const {
    const std::int64_t extent = box.width();
    return lines >= least && extent * 100 >= least_width * region &&
           width * 100 >= least_fill * extent * static_cast<std::int64_t>(lines);
  }
};

// Heights of what ends before, runs across, and begins behind each place.
struct Profile {
  std::array<std::int64_t, bins + 1> ended{};
  std::array<std::int64_t, bins + 1> across{};
  std::array<std::int64_t, bins + 1> begun{};

  Profile(const std::vector<Fragment>& fragments, const Box& box) {
    const std::int64_t width = std::max<std::int64_t>(box.width(), 1);
    for (const Fragment& fragment : fragments) {
      const Length height = fragment.box.height();
      const auto first = static_cast<std::size_t>((fragment.box.left - box.left) * std::int64_t{bins} / width);
      const auto last = static_cast<std::size_t>((fragment.box.right - box.left) * std::int64_t{bins} / width);
      across[first] += height;
      if (last + 1 <= bins) across[last + 1] -= height;
      if (last + 1 <= bins) ended[last + 1] += height;
      if (first > 0) begun[first - 1] += height;
    }
    for (std::size_t i = 1; i <= bins; ++i) {
      across[i] += across[i - 1];
      ended[i] += ended[i - 1];
      begun[bins - i] += begun[bins - i + 1];
    }
  }
  [[nodiscard]] std::int64_t gain(std::size_t bin) const { return std::min(ended[bin], begun[bin]) - across[bin]; }
};

// Where most stands on both sides and least runs across; the middle of the widest such strip. `fragments` are sorted by
// their heights.
std::optional<Length> find_gutter(const std::vector<Fragment>& fragments, std::size_t least) {
  if (fragments.size() < 2 * least) return std::nullopt;
  const Box box = bounds(fragments);
  const Profile profile(fragments, box);
  std::int64_t best = 0;
  std::size_t first = 0;
  std::size_t last = 0;
  for (std::size_t bin = 1; bin < bins; ++bin) {
    const std::int64_t gain = profile.gain(bin);
    if (gain <= 0 || gain < best) continue;
    std::size_t end = bin;
    while (end + 1 < bins && profile.gain(end + 1) == gain) ++end;
    if (gain > best || end - bin > last - first) {
      first = bin;
      last = end;
    }
    best = gain;
    bin = end;
  }
  if (best <= 0) return std::nullopt;
  const auto gutter = static_cast<Length>(box.left + static_cast<std::int64_t>(first + last + 1) * box.width() /
                                                         (2 * std::int64_t{bins}));
  Side left;
  Side right;
  for (const Fragment& fragment : fragments) {
    if (fragment.box.right <= gutter) left.add(fragment.box);
    if (fragment.box.left >= gutter) right.add(fragment.box);
  }
  if (!left.is_column(box.width(), least) || !right.is_column(box.width(), least)) return std::nullopt;
  return gutter;
}

// What runs over the gutter beside a line of the other column is a long address that does not fit its own.
bool has_neighbour(const std::vector<Fragment>& fragments, std::size_t i, Length gutter) {
  const Box& box = fragments[i].box;
  const auto beside = [&](std::size_t k) {
    const Box& other = fragments[k].box;
    return other.left >= gutter && other.left < box.right + box.height() / 2 &&
           shared_height(box, other) * 2 > std::min(box.height(), other.height());
  };
  for (std::size_t k = i; k-- > 0 && i - k <= looked_beside;)
    if (beside(k)) return true;
  for (std::size_t k = i + 1; k < fragments.size() && k - i <= looked_beside; ++k)
    if (beside(k)) return true;
  return false;
}

// The parts of a region with a gutter, in reading order: bands of a left and a right side, and between them what runs
// across.
std::vector<Region> divide(Region region, Length gutter) {
  std::vector<Region> parts;
  Region left;
  Region right;
  Region across;
  const auto flush = [&](Region& part) {
    if (part.fragments.empty()) return;
    part.depth = region.depth + 1;
    parts.push_back(std::exchange(part, {}));
  };
  std::vector<Fragment>& all = region.fragments;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Box box = all[i].box;
    if (box.left < gutter && box.right > gutter && !has_neighbour(all, i, gutter)) {
      flush(left);
      flush(right);
      across.fragments.push_back(std::move(all[i]));
    } else {
      flush(across);
      (box.left < gutter ? left : right).fragments.push_back(std::move(all[i]));
    }
  }
  flush(left);
  flush(right);
  flush(across);
  return parts;
}

}  // namespace

std::vector<Column> reading_order(const std::vector<Word>& words) {
  std::vector<Column> columns;
  if (words.empty()) return columns;
  Region page{join_words(words), 0};
  std::stable_sort(page.fragments.begin(), page.fragments.end(),
                   [](const Fragment& a, const Fragment& b) { return a.box.middle() < b.box.middle(); });
  std::vector<Region> open;  // the next one last
  open.push_back(std::move(page));
  while (!open.empty()) {
    Region region = std::move(open.back());
    open.pop_back();
    const std::size_t least = region.depth == 0 ? least_lines : least_inner;
    if (const auto gutter = region.depth < deepest ? find_gutter(region.fragments, least) : std::nullopt) {
      std::vector<Region> parts = divide(std::move(region), *gutter);
      std::move(parts.rbegin(), parts.rend(), std::back_inserter(open));
      continue;
    }
    const Box box = bounds(region.fragments);
    columns.push_back({box.left, box.right, make_lines(words, std::move(region.fragments))});
  }
  return columns;
}

}  // namespace citegraph::document::pdf
