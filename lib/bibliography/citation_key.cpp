#include "citegraph/citation_key.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "bibliography/ascii_letters.hpp"
#include "bibliography/keys.hpp"
#include "bibliography/work_hash.hpp"

namespace citegraph {
namespace {

constexpr std::size_t most_title_words = 5;
constexpr std::size_t words_of_organisation = 3;
constexpr std::size_t longest_part = 40;  // bytes: a word of a damaged text may have no end

std::string short_part(std::string text) {
  if (text.size() > longest_part) text.resize(longest_part);
  return text;
}

std::string name_part(const Work& work) {
  for (const NameVariable variable : {NameVariable::author, NameVariable::editor, NameVariable::container_author}) {
    for (const Name& name : work.get(variable)) {
      std::string part;
      if (name.is_literal()) {
        for (const std::string& word : bibliography::significant_words(name.literal, words_of_organisation))
          part += word;
      } else {
        part = bibliography::ascii_letters(name.family);
      }
      if (!part.empty()) return short_part(std::move(part));
    }
  }
  return {};
}

// A key with the first `title_words` words of the title.
std::string key_with(const Work& work, std::size_t title_words) {
  std::vector<std::string> words;
  for (const Variable variable : {Variable::title, Variable::container_title, Variable::publisher, Variable::url}) {
    words = bibliography::significant_words(work.get(variable), title_words + 1);
    if (!words.empty()) break;
  }
  std::string key = name_part(work);
  std::size_t used = 0;
  if (key.empty() && !words.empty()) key = short_part(words[used++]);
  if (const int year = work.year(); year != 0) key += std::to_string(std::abs(year));
  for (std::size_t i = 0; i < title_words && used < words.size(); ++i) key += short_part(words[used++]);
  return key.empty() ? std::string("work") : key;
}

std::string lower_case(std::string_view key) {
  std::string lower(key);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string in_base_36(std::uint64_t value, std::size_t digits) {
  std::string text;
  for (; digits > 0; --digits, value /= 36) text += "0123456789abcdefghijklmnopqrstuvwxyz"[value % 36];
  return text;
}

}  // namespace

std::string citation_key(const Work& work) { return key_with(work, 1); }

void assign_keys(std::span<Work> works) {
  std::vector<std::string> keys = bibliography::unique_keys(works);
  for (std::size_t i = 0; i < works.size(); ++i) {
    if (bibliography::safe_key(works[i].key) != keys[i]) works[i].key = std::move(keys[i]);
  }
}

namespace bibliography {

std::string safe_key(std::string_view key) {
  std::string safe;
  for (const char c : key) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || std::string_view(":_.+/-").find(c) != std::string_view::npos) safe += c;
  }
  return safe;
}

namespace {

// The works still without a key, by the key they would have; sorted, so that nothing depends on the order of input.
using Candidates = std::map<std::string, std::vector<std::size_t>>;

class KeyAssigner {
 public:
  explicit KeyAssigner(std::span<const Work> works) : works_(works), keys_(works.size()) {}

  std::vector<std::string> run() && {
    keep_own_keys();
    for (std::size_t words = 1; words <= most_title_words && !open_.empty(); ++words) tell_apart_by_title(words);
    tell_apart_by_hash();
    return std::move(keys_);
  }

 private:
  void keep_own_keys() {
    Candidates own;
    for (std::size_t i = 0; i < works_.size(); ++i) {
      std::string key = safe_key(works_[i].key);
      if (key.empty()) {
        open_.push_back(i);
      } else {
        own[lower_case(key)].push_back(i);
      }
    }
    for (auto& [key, holders] : own) {
      const std::size_t keeper = holders.size() == 1 ? holders.front() : with_least_hash(holders);
      keys_[keeper] = safe_key(works_[keeper].key);
      taken_.insert(key);
      for (const std::size_t holder : holders) {
        if (holder != keeper) open_.push_back(holder);
      }
    }
  }

  std::size_t with_least_hash(const std::vector<std::size_t>& holders) const {
    return *std::min_element(holders.begin(), holders.end(), [this](std::size_t a, std::size_t b) {
      return std::pair(hash_of(works_[a]), std::string_view(works_[a].key)) <
             std::pair(hash_of(works_[b]), std::string_view(works_[b].key));
    });
  }

  void tell_apart_by_title(std::size_t words) {
    Candidates candidates;
    for (const std::size_t i : open_) candidates[key_with(works_[i], words)].push_back(i);
    open_.clear();
    for (auto& [key, holders] : candidates) {
      if (holders.size() == 1 && taken_.insert(key).second) {
        keys_[holders.front()] = key;
      } else {
        open_.insert(open_.end(), holders.begin(), holders.end());
      }
    }
  }

  void tell_apart_by_hash() {
    std::vector<std::pair<std::string, std::size_t>> candidates;
    for (const std::size_t i : open_) {
      candidates.emplace_back(key_with(works_[i], 1) + in_base_36(hash_of(works_[i]), 5), i);
    }
    std::sort(candidates.begin(), candidates.end());
    std::size_t n = 1;
    for (std::size_t k = 0; k < candidates.size(); ++k) {
      const auto& [candidate, i] = candidates[k];
      if (k > 0 && candidate != candidates[k - 1].first) n = 1;
      // Works that are equal in everything: numbering them is no matter of order.
      std::string key = candidate;
      while (!taken_.insert(key).second) key = candidate + "n" + std::to_string(++n);
      keys_[i] = std::move(key);
    }
  }

  std::span<const Work> works_;
  std::vector<std::string> keys_;
  std::vector<std::size_t> open_;
  std::set<std::string> taken_;  // in lower case
};

}  // namespace

std::vector<std::string> unique_keys(std::span<const Work> works) { return KeyAssigner(works).run(); }

}  // namespace bibliography
}  // namespace citegraph
