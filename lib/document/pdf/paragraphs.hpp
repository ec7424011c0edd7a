// From the lines of the columns to paragraphs: by indents, gaps, fonts.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/pdf/line.hpp"

namespace citegraph::document::pdf {

enum class Role : std::uint8_t { text, heading, note };

// How the first lines of paragraphs stand to the others.
enum class Layout : std::uint8_t { flush, indented, hanging };

struct Paragraph {
  Role role = Role::text;
  std::uint8_t level = 0;    // of a heading
  std::string label;         // of a note: its sign, which stands before its first line no longer
  std::uint32_t page = 0;    // from 0
  std::uint32_t column = 0;  // of the page
  bool goes_on = false;      // the next paragraph of text is the rest of this one
  Length size = 0;           // of its font
  Layout layout = Layout::flush;
  bool begins_column = false;
  bool begins_by_indent = false;  // its first line stands as first lines do
  bool ends_full = false;         // its last line leaves nothing free
  std::vector<Line> lines;
};

// In reading order; all are text. `pages` are without running heads.
std::vector<Paragraph> find_paragraphs(std::vector<std::vector<Column>> pages);

// Finds those that go on in the next column as far as their lines tell; of the others the words will.
void join_over_columns(std::vector<Paragraph>& paragraphs);

}  // namespace citegraph::document::pdf
