// Pages as a PDF holds them: words with their places, set line by line.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "document/pdf/word.hpp"

namespace citegraph::document::pdf {

// How a line is set.
struct Set {
  Length left = 72 * point;
  Length size = 10 * point;
  bool italic = false;
  bool bold = false;
  Length right = 0;  // where the line ends, its blanks stretched; as it comes where it is 0
};

// Letters are half as wide as they are high. "^12^" is raised, "_2_" lowered, both smaller; "*word*" is italic. The
// height of a line is that of its font, above and below the base line in the ratio 3:1.
class MadePage {
 public:
  MadePage& line(Length base, std::string_view text, Set set = {}) {
    Length at = set.left;
    Length blank = set.size / 4;
    if (set.right > 0) {
      const auto blanks = static_cast<Length>(std::count(text.begin(), text.end(), ' '));
      blank = (set.right - set.left - (static_cast<Length>(text.size()) - blanks) * set.size / 2) / blanks;
    }
    std::string word;
    char mark = 0;
    const auto flush = [&] {
      if (!word.empty()) at = put(base, at, word, set, mark);
      word.clear();
    };
    for (const char c : text) {
      if (c == ' ') {
        flush();
        at += blank;
      } else if (c == '^' || c == '_' || c == '*') {
        flush();
        mark = mark == c ? '\0' : c;
      } else {
        word += c;
      }
    }
    flush();
    return *this;
  }
  // Several lines below each other, 12 points apart.
  MadePage& lines(Length base, const std::vector<std::string>& all, Set set = {}) {
    for (const std::string& each : all) {
      line(base, each, set);
      base += 12 * point;
    }
    return *this;
  }
  [[nodiscard]] Page take() const { return page_; }

 private:
  Length put(Length base, Length at, const std::string& text, const Set& set, char mark) {
    Word word;
    word.text = text;
    word.size = mark == '^' || mark == '_' ? set.size * 7 / 10 : set.size;
    word.italic = set.italic || mark == '*';
    word.bold = set.bold;
    const Length raise = mark == '^' ? set.size * 36 / 100 : mark == '_' ? -set.size / 5 : 0;
    const Length right = at + static_cast<Length>(text.size()) * word.size / 2;
    word.box = {at, base - raise - word.size * 3 / 4, right, base - raise + word.size / 4};
    page_.words.push_back(word);
    return right;
  }

  Page page_{{0, 0, 595 * point, 842 * point}, {}};
};

}  // namespace citegraph::document::pdf
