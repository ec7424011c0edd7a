#include "graph/identity/blocks.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>

#include "graph/identity/hash.hpp"

namespace citegraph::graph {
namespace {

struct Entry {
  std::uint64_t block;
  std::uint32_t profile;
};

// Which rule made a block, so that equal values of different rules do not meet.
enum class Rule : std::uint64_t { doi = 1, pmid, arxiv, isbn, title_head, title_tail, author_word, place, author_page };

std::string_view longest_word(std::string_view words) {
  std::string_view longest;
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(' '));
    words.remove_prefix(std::min(word.size() + 1, words.size()));
    if (word.size() > longest.size()) longest = word;
  }
  return longest;
}

class Blocker {
 public:
  explicit Blocker(std::span<const Profile> profiles) : profiles_(profiles) { entries_.reserve(profiles.size() * 5); }

  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs() {
    for (std::uint32_t i = 0; i < profiles_.size(); ++i) add(i);
    std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
      return std::tie(a.block, a.profile) < std::tie(b.block, b.profile);
    });
    for (std::size_t begin = 0; begin < entries_.size();) {
      std::size_t end = begin;
      while (end < entries_.size() && entries_[end].block == entries_[begin].block) ++end;
      compare_within(begin, end);
      begin = end;
    }
    std::sort(pairs_.begin(), pairs_.end());
    pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
    return std::move(pairs_);
  }

 private:
  static constexpr std::size_t all_with_all = 24;  // blocks up to this size
  static constexpr std::size_t neighbours = 10;    // compared in larger ones

  void add(std::uint32_t i, Rule rule, std::uint64_t value) {
    if (value != 0) entries_.push_back({combine(static_cast<std::uint64_t>(rule), value), i});
  }

  void add(std::uint32_t i) {
    const Profile& p = profiles_[i];
    add(i, Rule::doi, p.doi);
    add(i, Rule::pmid, p.pmid);
    add(i, Rule::arxiv, p.arxiv);
    if (p.kind != Kind::chapter) add(i, Rule::isbn, p.isbn);
    letters_.clear();
    for (const char c : p.title.words)
      if (c != ' ') letters_ += c;
    const std::string_view letters = letters_;
    const std::string_view first = std::string_view(p.authors).substr(0, p.authors.find('|'));
    if (!letters.empty()) {
      add(i, Rule::title_head, hash_of(letters.substr(0, 24)));
      if (letters.size() > 24) add(i, Rule::title_tail, hash_of(letters.substr(letters.size() - 24)));
      if (!first.empty()) add(i, Rule::author_word, combine(hash_of(first), hash_of(longest_word(p.title.words))));
    }
    if (p.first_page != 0) {
      if (p.volume != 0 && p.year != 0)
        add(i, Rule::place, combine(combine(p.volume, p.first_page), static_cast<std::uint64_t>(p.year)));
      if (!first.empty()) add(i, Rule::author_page, combine(p.first_page, hash_of(first)));
    }
  }

  // Those that say the same stand together; which are they does not depend on the order of the works.
  void compare_within(std::size_t begin, std::size_t end) {
    if (end - begin < 2) return;
    if (end - begin > all_with_all) {
      std::stable_sort(entries_.begin() + static_cast<std::ptrdiff_t>(begin),
                       entries_.begin() + static_cast<std::ptrdiff_t>(end),
                       [&](const Entry& a, const Entry& b) { return rank(a.profile) < rank(b.profile); });
    }
    const std::size_t reach = end - begin > all_with_all ? neighbours : end - begin;
    for (std::size_t i = begin; i < end; ++i)
      for (std::size_t j = i + 1; j < std::min(end, i + 1 + reach); ++j) {
        const std::uint32_t a = entries_[i].profile;
        const std::uint32_t b = entries_[j].profile;
        if (a != b) pairs_.emplace_back(std::min(a, b), std::max(a, b));
      }
  }

  using Rank = std::tuple<std::string_view, int, std::uint64_t, std::uint64_t, std::uint64_t>;
  Rank rank(std::uint32_t i) const {
    const Profile& p = profiles_[i];
    return {p.title.words, p.year, p.doi, p.volume, p.first_page};
  }

  std::span<const Profile> profiles_;
  std::vector<Entry> entries_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_;
  std::string letters_;
};

}  // namespace

std::vector<std::pair<std::uint32_t, std::uint32_t>> candidate_pairs(std::span<const Profile> profiles) {
  return Blocker(profiles).pairs();
}

}  // namespace citegraph::graph
