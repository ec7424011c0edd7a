#include "graph/identity/blocks.hpp"

#include <algorithm>
#include <array>
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
constexpr std::array rules = {Rule::doi,        Rule::pmid,        Rule::arxiv, Rule::isbn,       Rule::title_head,
                              Rule::title_tail, Rule::author_word, Rule::place, Rule::author_page};

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
  explicit Blocker(std::span<const Profile> profiles) : profiles_(profiles) { entries_.reserve(profiles.size()); }

  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs() {
    for (const Rule rule : rules) {
      const auto before = static_cast<std::ptrdiff_t>(pairs_.size());
      meet(rule);
      std::sort(pairs_.begin() + before, pairs_.end());
      std::inplace_merge(pairs_.begin(), pairs_.begin() + before, pairs_.end());
      pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
    }
    return std::move(pairs_);
  }

 private:
  static constexpr std::size_t all_with_all = 24;  // blocks up to this size
  static constexpr std::size_t neighbours = 10;    // compared in larger ones
  static constexpr std::size_t title_end = 24;     // letters of a title that make a block, at either end

  // The blocks of one rule, so that those of all need not be held at once.
  void meet(Rule rule) {
    entries_.clear();
    for (std::uint32_t i = 0; i < profiles_.size(); ++i)
      if (const std::uint64_t value = value_of(rule, profiles_[i]); value != 0)
        entries_.push_back({combine(static_cast<std::uint64_t>(rule), value), i});
    std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
      return std::tie(a.block, a.profile) < std::tie(b.block, b.profile);
    });
    for (std::size_t begin = 0; begin < entries_.size();) {
      std::size_t end = begin;
      while (end < entries_.size() && entries_[end].block == entries_[begin].block) ++end;
      compare_within(begin, end);
      begin = end;
    }
  }

  // 0: the rule says nothing of it.
  std::uint64_t value_of(Rule rule, const Profile& p) {
    switch (rule) {
      case Rule::doi:
        return p.doi;
      case Rule::pmid:
        return p.pmid;
      case Rule::arxiv:
        return p.arxiv;
      case Rule::isbn:
        return p.kind != Kind::chapter ? p.isbn : 0;
      case Rule::title_head: {
        const std::string_view letters = letters_of(p);
        return letters.empty() ? 0 : hash_of(letters.substr(0, title_end));
      }
      case Rule::title_tail: {
        const std::string_view letters = letters_of(p);
        return letters.size() <= title_end ? 0 : hash_of(letters.substr(letters.size() - title_end));
      }
      case Rule::author_word:
        return p.title.words.empty() || first_author(p).empty()
                   ? 0
                   : combine(hash_of(first_author(p)), hash_of(longest_word(p.title.words)));
      case Rule::place:
        return p.first_page == 0 || p.volume == 0 || p.year == 0
                   ? 0
                   : combine(combine(p.volume, p.first_page), static_cast<std::uint64_t>(p.year));
      case Rule::author_page:
        return p.first_page == 0 || first_author(p).empty() ? 0 : combine(p.first_page, hash_of(first_author(p)));
    }
    return 0;
  }

  static std::string_view first_author(const Profile& p) {
    return std::string_view(p.authors).substr(0, p.authors.find('|'));
  }

  std::string_view letters_of(const Profile& p) {
    letters_.clear();
    for (const char c : p.title.words)
      if (c != ' ') letters_ += c;
    return letters_;
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
