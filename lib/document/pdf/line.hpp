// The lines of a page in reading order.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/pdf/word.hpp"

namespace citegraph::document::pdf {

struct Line {
  Box box;
  Length size = 0;            // of the font of most of it
  Length bottom = 0;          // of the words in that font
  std::uint32_t letters = 0;  // bytes
  bool bold = false;          // all of it
  std::vector<Word> words;    // from left to right, raised digits marked
};

// Lines that stand below each other, and how far they may reach.
struct Column {
  Length left = 0;
  Length right = 0;
  std::vector<Line> lines;
};

// The words of a line with blanks between.
std::string text_of(const Line& line);

bool ends_with_hyphen(const Line& line);

}  // namespace citegraph::document::pdf
