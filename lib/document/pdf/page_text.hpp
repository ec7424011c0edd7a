// The text of all pages, as a file of plain text would hold it, with what fonts and places told beside it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "citegraph/document.hpp"
#include "citegraph/source_map.hpp"

#include "document/pdf/paragraphs.hpp"

namespace citegraph::document::pdf {

// A block of the text of which something is known: its kind, or, of text, that indents show where paragraphs begin.
struct KnownBlock {
  std::uint32_t start = 0;  // of its first line
  Role role = Role::text;
  std::uint8_t level = 0;
  std::uint32_t label = 0;  // bytes of the sign that a note begins with; a blank follows it
  bool is_start = false;    // of a paragraph, as its indent shows
};

struct PageText {
  std::string text;                // paragraphs between empty lines; a form feed where a page ends
  SourceMap map;                   // to the texts of the pages: page 1 is file 1
  std::vector<std::string> pages;  // their lines
  std::vector<Mark> marks;         // in `text`; sorted, not overlapping but for emphasis in bold
  std::vector<KnownBlock> blocks;  // sorted
};

PageText write_pages(const std::vector<Paragraph>& paragraphs, std::size_t pages);

}  // namespace citegraph::document::pdf
