#include "citegraph/citation_key.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <memory>
#include <set>
#include <string_view>
#include <vector>

#include "citegraph/error.hpp"

#include "bibliography/ascii_letters.hpp"
#include "bibliography/keys.hpp"
#include "bibliography/work_hash.hpp"
#include "text/ascii.hpp"

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

// What the key of a work is made of, whatever the others are: its own key, the keys with 0 to 5 words of the title,
// each of which begins with the one before, and what tells apart works that are alike in these.
struct KeyParts {
  std::string own;
  std::string longest;
  std::array<std::uint16_t, most_title_words + 1> ends{};  // of the key with so many words
  std::vector<std::string> patterned;  // the same by a pattern, whose keys need not begin alike; else empty
  std::uint64_t hash = 0;

  std::string key_with(std::size_t title_words) const {
    return patterned.empty() ? longest.substr(0, ends[title_words]) : patterned[title_words];
  }
};

KeyParts parts_of(const Work& work) {
  std::vector<std::string> words;
  for (const Variable variable : {Variable::title, Variable::container_title, Variable::publisher, Variable::url}) {
    words = bibliography::significant_words(work.get(variable), most_title_words + 1);
    if (!words.empty()) break;
  }
  KeyParts parts;
  parts.own = work.key;
  std::string& key = parts.longest;
  key = name_part(work);
  std::size_t used = 0;
  if (key.empty() && !words.empty()) key = short_part(words[used++]);
  if (const int year = work.year(); year != 0) key += std::to_string(std::abs(year));
  if (key.empty()) key = "work";
  for (std::size_t count = 0;; ++count, ++used) {
    parts.ends[count] = static_cast<std::uint16_t>(key.size());
    if (count == most_title_words) break;
    if (used < words.size()) key += short_part(words[used]);
  }
  parts.hash = bibliography::hash_of(work);
  return parts;
}

// A part of a pattern: what stands for itself, or one of the names in braces.
struct KeyPart {
  enum class Kind : std::uint8_t { literal, author, year, short_year, words } kind = Kind::literal;
  bool capital = false;
  std::size_t words = 1;
  std::string text;
};

KeyPart parse_part(std::string_view name) {
  KeyPart part;
  std::size_t colon = name.find(':');
  if (colon != std::string_view::npos) {
    const std::string_view count = name.substr(colon + 1);
    if (count.size() != 1 || count[0] < '1' || count[0] > '9')
      throw Error({}, "no number of words: {" + std::string(name) + "}");
    part.words = static_cast<std::size_t>(count[0] - '0');
    name = name.substr(0, colon);
    if (name != "word" && name != "Word") throw Error({}, "only {word} takes a number");
  }
  if (name == "author" || name == "Author") {
    part.kind = KeyPart::Kind::author;
  } else if (name == "year") {
    part.kind = KeyPart::Kind::year;
  } else if (name == "yy") {
    part.kind = KeyPart::Kind::short_year;
  } else if (name == "word" || name == "Word") {
    part.kind = KeyPart::Kind::words;
  } else {
    throw Error({}, "no part of a key: {" + std::string(name) +
                        "}; there are {author}, {Author}, {year}, {yy}, {word}, {Word}");
  }
  part.capital = name.front() == 'A' || name.front() == 'W';
  return part;
}

std::vector<KeyPart> parse_pattern(std::string_view pattern) {
  std::vector<KeyPart> parts;
  for (std::size_t at = 0; at < pattern.size();) {
    if (pattern[at] == '{') {
      const std::size_t close = pattern.find('}', at);
      if (close == std::string_view::npos) throw Error({}, "a brace of the key pattern is never closed");
      parts.push_back(parse_part(pattern.substr(at + 1, close - at - 1)));
      at = close + 1;
      continue;
    }
    const std::size_t end = std::min(pattern.find('{', at), pattern.size());
    KeyPart part;
    part.text = pattern.substr(at, end - at);
    if (bibliography::safe_key(part.text) != part.text)
      throw Error({}, "a key cannot hold all of \"" + part.text + "\"");
    parts.push_back(std::move(part));
    at = end;
  }
  if (std::all_of(parts.begin(), parts.end(), [](const KeyPart& part) { return part.kind == KeyPart::Kind::literal; }))
    throw Error({}, "the key pattern names no part of a work");
  return parts;
}

std::string with_capital(std::string word, bool capital) {
  if (capital && !word.empty() && text::is_ascii_lower(word[0])) word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

// A key with `more` words of the title than the pattern says.
std::string key_with(const Work& work, std::size_t more, const std::vector<KeyPart>& pattern) {
  std::size_t most = more + 1;
  for (const KeyPart& part : pattern)
    if (part.kind == KeyPart::Kind::words) most = std::max(most, part.words + more + 1);
  std::vector<std::string> words;
  for (const Variable variable : {Variable::title, Variable::container_title, Variable::publisher, Variable::url}) {
    words = bibliography::significant_words(work.get(variable), most);
    if (!words.empty()) break;
  }
  std::size_t used = 0;
  const auto next_words = [&](std::size_t count, bool capital) {
    std::string text;
    for (; count > 0 && used < words.size(); --count) text += with_capital(short_part(words[used++]), capital);
    return text;
  };
  const std::string year = work.year() == 0 ? std::string() : std::to_string(std::abs(work.year()));
  std::string key;
  bool extended = false;
  bool any = false;
  for (const KeyPart& part : pattern) {
    std::string text;
    switch (part.kind) {
      case KeyPart::Kind::literal:
        key += part.text;
        continue;
      case KeyPart::Kind::author:
        text = with_capital(name_part(work), part.capital);
        if (text.empty()) text = next_words(1, part.capital);
        break;
      case KeyPart::Kind::year:
        text = year;
        break;
      case KeyPart::Kind::short_year:
        text = year.size() > 2 ? year.substr(year.size() - 2) : year;
        break;
      case KeyPart::Kind::words:
        text = next_words(part.words + (extended ? 0 : more), part.capital);
        extended = true;
        break;
    }
    any = any || !text.empty();
    key += text;
  }
  if (!extended) key += next_words(more, false);
  return any ? key : std::string("work");
}

KeyParts parts_of(const Work& work, const std::vector<KeyPart>& pattern) {
  KeyParts parts;
  parts.own = work.key;
  for (std::size_t words = 0; words <= most_title_words; ++words)
    parts.patterned.push_back(key_with(work, words == 0 ? 0 : words - 1, pattern));
  parts.hash = bibliography::hash_of(work);
  return parts;
}

std::string in_base_36(std::uint64_t value, std::size_t digits) {
  std::string text;
  for (; digits > 0; --digits, value /= 36) text += "0123456789abcdefghijklmnopqrstuvwxyz"[value % 36];
  return text;
}

}  // namespace

std::string citation_key(const Work& work) { return parts_of(work).key_with(1); }

struct KeyList::Parts {
  std::vector<KeyParts> works;
};

KeyList::KeyList() : parts_(std::make_unique<Parts>()) {}
KeyList::KeyList(KeyList&&) noexcept = default;
KeyList& KeyList::operator=(KeyList&&) noexcept = default;
KeyList::~KeyList() = default;

void KeyList::add(const Work& work) { parts_->works.push_back(parts_of(work)); }

void assign_keys(std::span<Work> works) {
  std::vector<std::string> keys = bibliography::unique_keys(works);
  for (std::size_t i = 0; i < works.size(); ++i) {
    if (bibliography::safe_key(works[i].key) != keys[i]) works[i].key = std::move(keys[i]);
  }
}

void assign_keys(std::span<Work> works, const KeyOptions& options) {
  if (options.replace)
    for (Work& work : works) work.key.clear();
  std::vector<std::string> keys = bibliography::unique_keys(works, options.pattern);
  for (std::size_t i = 0; i < works.size(); ++i) {
    if (bibliography::safe_key(works[i].key) != keys[i]) works[i].key = std::move(keys[i]);
  }
}

namespace bibliography {

std::string safe_key(std::string_view key) {
  std::string safe;
  for (const char c : key) {
    const bool letter = text::is_ascii_alphanumeric(c);
    if (letter || std::string_view(":_.+/-").find(c) != std::string_view::npos) safe += c;
  }
  return safe;
}

namespace {

// The works still without a key, by the key they would have; sorted, so that nothing depends on the order of input.
using Candidates = std::map<std::string, std::vector<std::size_t>>;

class KeyAssigner {
 public:
  explicit KeyAssigner(std::span<const KeyParts> works) : works_(works), keys_(works.size()) {}

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
      std::string key = safe_key(works_[i].own);
      if (key.empty()) {
        open_.push_back(i);
      } else {
        own[text::ascii_lower_case(key)].push_back(i);
      }
    }
    for (auto& [key, holders] : own) {
      const std::size_t keeper = holders.size() == 1 ? holders.front() : with_least_hash(holders);
      keys_[keeper] = safe_key(works_[keeper].own);
      taken_.insert(key);
      for (const std::size_t holder : holders) {
        if (holder != keeper) open_.push_back(holder);
      }
    }
  }

  std::size_t with_least_hash(const std::vector<std::size_t>& holders) const {
    return *std::min_element(holders.begin(), holders.end(), [this](std::size_t a, std::size_t b) {
      return std::pair(works_[a].hash, std::string_view(works_[a].own)) <
             std::pair(works_[b].hash, std::string_view(works_[b].own));
    });
  }

  void tell_apart_by_title(std::size_t words) {
    Candidates candidates;
    for (const std::size_t i : open_) candidates[works_[i].key_with(words)].push_back(i);
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
      candidates.emplace_back(works_[i].key_with(1) + in_base_36(works_[i].hash, 5), i);
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

  std::span<const KeyParts> works_;
  std::vector<std::string> keys_;
  std::vector<std::size_t> open_;
  std::set<std::string> taken_;  // in lower case
};

}  // namespace

std::vector<std::string> unique_keys(std::span<const Work> works) {
  std::vector<KeyParts> parts;
  parts.reserve(works.size());
  for (const Work& work : works) parts.push_back(parts_of(work));
  return KeyAssigner(parts).run();
}

std::vector<std::string> unique_keys(std::span<const Work> works, std::string_view pattern) {
  const std::vector<KeyPart> parsed = parse_pattern(pattern);
  std::vector<KeyParts> parts;
  parts.reserve(works.size());
  for (const Work& work : works) parts.push_back(parts_of(work, parsed));
  return KeyAssigner(parts).run();
}

}  // namespace bibliography

std::vector<std::string> KeyList::keys() const { return bibliography::KeyAssigner(parts_->works).run(); }

}  // namespace citegraph
