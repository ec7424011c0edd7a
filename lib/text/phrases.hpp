// Which of many phrases a text holds, as whole words.
//
//     constexpr auto theses = text::phrase_set({"phd thesis", "dissertation"});
//     const text::Words words("Ph.D. Thesis, Delft");
//     theses.any_in(words);  // false: the words are "ph d thesis delft"
//
// A text is folded once. Most phrases are ruled out by the first two letters of their first word, of which a text
// remembers which it has.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace citegraph::text {

// Beginnings of words in 256 bits.
class Beginnings {
 public:
  // Of the word at the front of `words`, behind which a blank stands.
  static constexpr std::uint8_t of(std::string_view words) noexcept {
    const auto first = static_cast<unsigned char>(words[0]);
    const auto second = static_cast<unsigned char>(words.size() > 1 ? words[1] : ' ');
    return static_cast<std::uint8_t>(first * 27U + second);
  }
  constexpr void add(std::uint8_t beginning) noexcept { bits_[beginning / 64] |= std::uint64_t{1} << (beginning % 64); }
  constexpr bool has(std::uint8_t beginning) const noexcept {
    return (bits_[beginning / 64] >> (beginning % 64) & 1U) != 0;
  }

 private:
  std::array<std::uint64_t, 4> bits_{};
};

// The folded words of a text (see fold_words()), with a blank before and behind each.
class Words {
 public:
  Words() : Words(std::string_view()) {}
  // Of the first `enough` bytes.
  explicit Words(std::string_view text, std::size_t enough = 4000);

  std::string_view padded() const noexcept { return padded_; }
  bool empty() const noexcept { return padded_.size() <= 2; }
  // Without the blanks at both ends.
  std::string_view bare() const noexcept { return empty() ? std::string_view() : inner(); }

  // Whether the letters stand there, also within words; blanks at the ends of `piece` stand for borders of words.
  bool has_piece(std::string_view piece) const noexcept { return padded_.find(piece) != std::string::npos; }
  template <std::size_t Size>
  bool has_any_piece(const std::string_view (&pieces)[Size]) const noexcept {
    return std::any_of(pieces, pieces + Size, [this](std::string_view piece) { return has_piece(piece); });
  }
  // Whether the text begins with the phrase.
  bool starts_with(std::string_view phrase) const noexcept;
  // Whether the phrase stands there as whole words.
  bool has_phrase(std::string_view phrase) const noexcept;
  bool may_have(std::uint8_t beginning) const noexcept { return beginnings_.has(beginning); }

  friend bool operator==(const Words& a, const Words& b) noexcept { return a.padded_ == b.padded_; }

 private:
  std::string_view inner() const noexcept { return std::string_view(padded_).substr(1, padded_.size() - 2); }

  std::string padded_;
  Beginnings beginnings_;
};

// A phrase and what is known of a text that holds it.
template <class Value>
struct PhraseEntry {
  std::string_view phrase;
  Value value;
};

// Phrases in the order in which they are asked for.
template <class Value, std::size_t Size>
class PhraseMap {
 public:
  consteval explicit PhraseMap(const std::array<PhraseEntry<Value>, Size>& entries) : entries_(entries) {
    for (std::size_t i = 0; i < Size; ++i) beginnings_[i] = Beginnings::of(entries_[i].phrase);
  }

  // Of the first phrase that the text holds; null where it holds none.
  const Value* find_in(const Words& words) const noexcept {
    for (std::size_t i = 0; i < Size; ++i)
      if (words.may_have(beginnings_[i]) && words.has_phrase(entries_[i].phrase)) return &entries_[i].value;
    return nullptr;
  }
  bool any_in(const Words& words) const noexcept { return find_in(words) != nullptr; }
  // Whether the text begins with any.
  bool any_starts(const Words& words) const noexcept {
    return std::any_of(entries_.begin(), entries_.end(),
                       [&](const PhraseEntry<Value>& entry) { return words.starts_with(entry.phrase); });
  }

 private:
  std::array<PhraseEntry<Value>, Size> entries_;
  std::array<std::uint8_t, Size> beginnings_{};
};

// `text::phrase_map<int>({{"one day", 1}, {"two days", 2}})`
template <class Value, std::size_t Size>
consteval PhraseMap<Value, Size> phrase_map(const PhraseEntry<Value> (&entries)[Size]) {
  return PhraseMap<Value, Size>(std::to_array(entries));
}

// `text::phrase_set({"one day", "two days"})`
template <std::size_t Size>
consteval auto phrase_set(const std::string_view (&phrases)[Size]) {
  std::array<PhraseEntry<std::true_type>, Size> entries{};
  for (std::size_t i = 0; i < Size; ++i) entries[i].phrase = phrases[i];
  return PhraseMap<std::true_type, Size>(entries);
}

}  // namespace citegraph::text
