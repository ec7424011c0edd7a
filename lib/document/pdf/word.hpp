// The words of a page as a PDF places them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace citegraph::document::pdf {

// Lengths are hundredths of a point: whole numbers, so that every machine decides alike.
using Length = std::int32_t;
constexpr Length point = 100;

// From the upper left corner of the page.
struct Box {
  Length left = 0;
  Length top = 0;
  Length right = 0;
  Length bottom = 0;

  [[nodiscard]] Length width() const noexcept { return right - left; }
  [[nodiscard]] Length height() const noexcept { return bottom - top; }
  [[nodiscard]] Length middle() const noexcept { return top + height() / 2; }
  void include(const Box& other) noexcept {
    left = std::min(left, other.left);
    top = std::min(top, other.top);
    right = std::max(right, other.right);
    bottom = std::max(bottom, other.bottom);
  }
};

// How much of their heights two boxes share.
inline Length shared_height(const Box& a, const Box& b) noexcept {
  return std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
}

enum class Raise : std::uint8_t { none, superscript, subscript };

struct Word {
  std::string text;  // valid UTF-8, no white space, not empty
  Box box;
  Length size = 0;  // of its font
  bool italic = false;
  bool bold = false;
  bool glued = false;  // to the word before it: no blank between
  Raise raise = Raise::none;
};

struct Page {
  Box box;
  std::vector<Word> words;  // in any order
};

}  // namespace citegraph::document::pdf
