// What the reader of a format makes of a text before pages, words and marks are mended: lines grouped to blocks. The
// lines are spans of the decoded file, so a block costs a few bytes and joining two costs nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/document.hpp"
#include "citegraph/span.hpp"

namespace citegraph::document {

enum class RawKind : std::uint8_t { heading, paragraph, list_item, block_quote, note, code, table, rule, dropped };

struct RawBlock {
  RawKind kind = RawKind::paragraph;
  std::uint8_t level = 0;
  bool explicit_heading = false;  // marked as one ("## Results"), not taken for one
  bool is_whole = false;          // known to be one paragraph: its line ends tell nothing
  bool is_start = false;          // known to begin a paragraph: never the rest of another
  std::uint32_t first_line = 0;   // into RawDocument::lines
  std::uint32_t line_count = 0;
  TextSpan label;                  // in the decoded text
  std::int64_t continued_by = -1;  // the block that goes on where this one breaks off
};

// `[label]: target`, which Markdown's reference links name.
struct LinkDefinition {
  std::string label;  // folded
  std::string target;
};

// A file that the document names.
struct NamedFile {
  std::string name;
  TextSpan place;  // in the decoded text
};

struct RawDocument {
  std::vector<TextSpan> lines;  // in the decoded text, without markers and outer white space
  std::vector<RawBlock> blocks;
  std::vector<LinkDefinition> links;  // sorted by label
  std::vector<Mark> marks;            // known from elsewhere than the text, in the decoded text; sorted by start
  std::string title;                  // from a head of metadata
  std::vector<std::string> authors;   // from a head of metadata
  std::string date;                   // from a head of metadata
  std::vector<NamedFile> bibliographies;
  std::string references;  // the head's own bibliography, as CSL-JSON
  TextSpan references_place;
  std::vector<std::string> listed;  // keys of works to be listed though they are not cited; "*" for all

  TextSpan first_line(const RawBlock& block) const { return lines[block.first_line]; }
  TextSpan last_line(const RawBlock& block) const { return lines[block.first_line + block.line_count - 1]; }
};

}  // namespace citegraph::document
