// Titles as identity compares them: what is printed differently and means the same, and what is printed alike and does
// not.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace citegraph::graph {

// What a title says its work is to another work. "Erratum: The Nile" is not "The Nile".
enum class Derivation : std::uint8_t { none, correction, retraction, reply, comment, review, supplement, update };

struct Title {
  std::string words;           // folded words with a blank between, without derivation and part
  std::uint32_t main_end = 0;  // where the subtitle begins in `words`; all of it where there is none
  Derivation derivation = Derivation::none;
  std::uint16_t part = 0;     // "II", "Part 2" at the end: 2; 0 where none is named
  std::uint64_t numbers = 0;  // of the numbers in it, in order; 0 where there are none

  bool empty() const noexcept { return words.empty(); }
};

Title read_title(std::string_view printed);

// How two titles compare, from worst to best.
enum class TitleFit : std::uint8_t {
  unknown,    // one of them is not known
  different,  // other words, other numbers
  extended,   // one is the beginning of the other, cut where nothing says that a subtitle begins
  subtitle,   // one is the other without its subtitle
  similar,    // but for typing errors, divided or joined words
  equal,
};

TitleFit compare(const Title& a, const Title& b);

// One that many works of one author have ("Editorial", "Introduction", "Book review"): tells nothing by itself.
bool is_generic(const Title& title);

// Long enough that another work by another author would hardly bear it.
bool is_distinctive(const Title& title);

}  // namespace citegraph::graph
