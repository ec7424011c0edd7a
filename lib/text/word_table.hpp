// Words that a rule knows, in hash tables that are made while the program is compiled.
//
//     constexpr auto months = text::word_map<int>({{"april", 4}, {"may", 5}});
//     if (const int* month = months.find("may")) ...
//
//     constexpr auto articles = text::word_set({"the", "a"});
//     articles.contains("an");  // false
//
// Most words that are asked for are in none: these are told apart by a tag beside the slot, without a look at the word.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace citegraph::text {

// Eight bytes or fewer as a number, the first lowest. The same while compiling and running, on any byte order.
template <std::size_t Size>
constexpr std::uint64_t load_bytes(const char* bytes) noexcept {
  static_assert(Size == 4 || Size == 8);
  using Number = std::conditional_t<Size == 8, std::uint64_t, std::uint32_t>;
  if (std::is_constant_evaluated() || std::endian::native != std::endian::little) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < Size; ++i)
      number |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    return number;
  }
  Number number;
  std::memcpy(&number, bytes, Size);
  return number;
}

constexpr std::uint64_t hash_word(std::string_view word) noexcept {
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15ULL;
  const std::size_t size = word.size();
  std::uint64_t hash = size * odd;
  const auto add = [&hash](std::uint64_t part) { hash = (std::rotl(hash, 29) ^ part) * odd; };
  if (size >= 8) {
    for (std::size_t at = 0; at + 8 < size; at += 8) add(load_bytes<8>(word.data() + at));
    add(load_bytes<8>(word.data() + size - 8));
  } else if (size >= 4) {
    add(load_bytes<4>(word.data()) | load_bytes<4>(word.data() + size - 4) << 32);
  } else if (size > 0) {
    const auto byte = [word](std::size_t at) {
      return static_cast<std::uint64_t>(static_cast<unsigned char>(word[at]));
    };
    add(byte(0) | byte(size / 2) << 8 | byte(size - 1) << 16);
  }
  return hash ^ hash >> 32;
}

// A word and what is known of it.
template <class Value>
struct WordEntry {
  std::string_view word;
  Value value;
};

// Of words that stand twice the first counts.
template <class Value, std::size_t Size>
class WordMap {
 public:
  consteval explicit WordMap(const std::array<WordEntry<Value>, Size>& entries) : entries_(entries) {
    for (std::size_t i = 0; i < Size; ++i) {
      const std::uint64_t hash = hash_word(entries_[i].word);
      std::size_t slot = hash & mask;
      while (slots_[slot].entry != 0 && entries_[slots_[slot].entry - 1].word != entries_[i].word)
        slot = (slot + 1) & mask;
      if (slots_[slot].entry == 0) slots_[slot] = {static_cast<std::uint16_t>(i + 1), tag(hash)};
    }
  }

  // Null for a word that is not there.
  constexpr const Value* find(std::string_view word) const noexcept {
    const std::uint64_t hash = hash_word(word);
    for (std::size_t slot = hash & mask; slots_[slot].entry != 0; slot = (slot + 1) & mask) {
      if (slots_[slot].tag != tag(hash)) continue;
      const WordEntry<Value>& entry = entries_[slots_[slot].entry - 1];
      if (entry.word == word) return &entry.value;
    }
    return nullptr;
  }
  constexpr bool contains(std::string_view word) const noexcept { return find(word) != nullptr; }

 private:
  struct Slot {
    std::uint16_t entry = 0;  // and one more; 0 where there is none
    std::uint16_t tag = 0;
  };
  static constexpr std::size_t slot_count = std::bit_ceil(2 * Size + 1);
  static constexpr std::size_t mask = slot_count - 1;
  static_assert(Size < 0xFFFF);
  static constexpr std::uint16_t tag(std::uint64_t hash) noexcept { return static_cast<std::uint16_t>(hash >> 48); }

  std::array<WordEntry<Value>, Size> entries_;
  std::array<Slot, slot_count> slots_{};
};

// `text::word_map<int>({{"one", 1}, {"two", 2}})`
template <class Value, std::size_t Size>
consteval WordMap<Value, Size> word_map(const WordEntry<Value> (&entries)[Size]) {
  return WordMap<Value, Size>(std::to_array(entries));
}

// `text::word_set({"one", "two"})`
template <std::size_t Size>
consteval auto word_set(const std::string_view (&words)[Size]) {
  std::array<WordEntry<std::true_type>, Size> entries{};
  for (std::size_t i = 0; i < Size; ++i) entries[i].word = words[i];
  return WordMap<std::true_type, Size>(entries);
}

}  // namespace citegraph::text
