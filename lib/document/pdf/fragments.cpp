#include "document/pdf/fragments.hpp"

#include <unordered_map>
#include <utility>

namespace citegraph::document::pdf {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;
constexpr Length band_height = 4 * point;
constexpr Length tallest = 100 * point;  // of a word that is looked for in every band it crosses
constexpr std::size_t most_looked_at = 12;

// Blanks of justified lines stay below 0.7 em, gaps between columns are 1 em (LaTeX's \columnsep of 10 pt) and more.
Length widest_blank(Length size) { return size * 7 / 10; }
Length widest_overlap(Length size) { return size * 3 / 10; }

class Joiner {
 public:
  explicit Joiner(const std::vector<Word>& words)
      : words_(words), next_(words.size(), none), before_(words.size(), none) {
    order_.resize(words.size());
    for (std::uint32_t i = 0; i < words.size(); ++i) order_[i] = i;
    std::stable_sort(order_.begin(), order_.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return words[a].box.left < words[b].box.left; });
    for (const std::uint32_t word : order_) {
      const Box& box = words[word].box;
      const Length bottom = std::min(box.bottom, box.top + tallest);
      for (Length band = band_of(box.top); band <= band_of(bottom); ++band) bands_[band].push_back(word);
    }
  }

  std::vector<Fragment> run() {
    for (const std::uint32_t word : order_) link(word);
    std::vector<Fragment> fragments;
    for (const std::uint32_t first : order_) {
      if (before_[first] != none) continue;
      Fragment fragment{words_[first].box, {}};
      for (std::uint32_t word = first; word != none; word = next_[word]) {
        fragment.box.include(words_[word].box);
        fragment.words.push_back(word);
      }
      fragments.push_back(std::move(fragment));
    }
    return fragments;
  }

 private:
  static Length band_of(Length y) noexcept { return y >= 0 ? y / band_height : -1 - (-1 - y) / band_height; }

  void link(std::uint32_t word) {
    const Box& box = words_[word].box;
    std::uint32_t best = none;
    for (const Length y : {box.top + box.height() / 4, box.middle(), box.top + box.height() * 3 / 4})
      best = nearer(best, follower(word, band_of(y)));
    if (best == none) return;
    // Of two that would have the same follower the one that ends nearer to it does.
    if (const std::uint32_t rival = before_[best]; rival != none) {
      if (words_[rival].box.right >= box.right) return;
      next_[rival] = none;
    }
    next_[word] = best;
    before_[best] = word;
  }

  std::uint32_t nearer(std::uint32_t a, std::uint32_t b) const {
    if (a == none || b == none) return a == none ? b : a;
    return words_[b].box.left < words_[a].box.left ? b : a;
  }

  std::uint32_t follower(std::uint32_t word, Length band) const {
    const auto row = bands_.find(band);
    if (row == bands_.end()) return none;
    const Word& first = words_[word];
    const std::vector<std::uint32_t>& others = row->second;
    auto at = std::lower_bound(others.begin(), others.end(), first.box.right - widest_overlap(first.size),
                               [&](std::uint32_t other, Length left) { return words_[other].box.left < left; });
    for (std::size_t looked = 0; at != others.end() && looked < most_looked_at; ++at, ++looked) {
      const Word& second = words_[*at];
      if (second.box.left - first.box.right > widest_blank(std::max(first.size, second.size))) break;
      const Length least = std::min(first.box.height(), second.box.height()) * 2 / 5;
      const bool behind = second.box.left > first.box.left && second.box.right > first.box.right;
      if (behind && shared_height(first.box, second.box) > least) return *at;
    }
    return none;
  }

  const std::vector<Word>& words_;
  std::vector<std::uint32_t> order_;  // by their left ends
  std::vector<std::uint32_t> next_;
  std::vector<std::uint32_t> before_;
  std::unordered_map<Length, std::vector<std::uint32_t>> bands_;  // asked only; each sorted by left ends
};

}  // namespace

std::vector<Fragment> join_words(const std::vector<Word>& words) { return Joiner(words).run(); }

}  // namespace citegraph::document::pdf
