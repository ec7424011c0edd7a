// A small paper in which the citations to be found are marked, read from bytes to links:
//
//     So it is (⟦Aster, 1994, p. 3→1⟧; ⟦Ivy, 2011→?⟧), as ⟦Birch (2010)→2⟧ says.
//     ===
//     Aster, P. (1994). Gardens of the north. Green Journal, 3(2), 4-19.
//     Birch, K. (2010). Wood and water. London: Leaf Press.
//
// Behind each arrow stands what the citation means: the entry's place in the list, from 1; "1,2" for several works; "?"
// for none, "2~" for an entry that nearly fits (another year, another spelling), "1|2" where both fit. Above the line
// of equals signs stands the body, below it the list, one entry a line. Nothing marked: nothing is to be found.
#pragma once

#include <algorithm>
#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/paper.hpp"

namespace citegraph::test {

inline constexpr std::string_view mark_open = "⟦";
inline constexpr std::string_view mark_arrow = "→";
inline constexpr std::string_view mark_close = "⟧";

// The text without its marks.
inline std::string without_marks(std::string_view written) {
  std::string text;
  while (!written.empty()) {
    if (written.starts_with(mark_open)) {
      written.remove_prefix(mark_open.size());
    } else if (written.starts_with(mark_arrow) && written.find(mark_close) != std::string_view::npos) {
      written.remove_prefix(written.find(mark_close) + mark_close.size());
    } else {
      text += written.front();
      written.remove_prefix(1);
    }
  }
  return text;
}

inline std::string meaning_of(const Citation& citation) {
  std::string meaning;
  for (const Target& target : citation.targets) {
    if (!meaning.empty()) meaning += ',';
    if (target.status == LinkStatus::ambiguous) {
      for (std::size_t i = 0; i < target.candidates.size(); ++i)
        meaning += (i ? "|" : "") + std::to_string(target.candidates[i] + 1);
    } else if (target.reference) {
      meaning += std::to_string(*target.reference + 1) + (target.status == LinkStatus::linked ? "" : "~");
    } else {
      meaning += '?';
    }
  }
  return meaning;
}

struct MarkedPaper {
  // `written` as above; `path` tells the format.
  explicit MarkedPaper(std::string_view written, std::string path = "paper.txt") {
    const std::string text = without_marks(written);
    const std::size_t line = std::min(text.find("===\n"), text.size());
    bytes = text.substr(0, line);
    body_size = bytes.size();
    if (line < text.size()) {
      bytes += path.ends_with(".md") ? "\n## References\n\n" : "\nReferences\n\n";
      for (const char c : std::string_view(text).substr(line + 4))
        bytes += c == '\n' ? std::string("\n\n") : std::string(1, c);
    }
    paper = parse_paper(bytes, std::move(path));
  }

  // The body with the citations found.
  std::string found() const {
    std::string out;
    std::size_t at = 0;
    for (const Citation& citation : paper.citations) {
      const SourceSpan span = paper.document.map.to_source(citation.span);
      if (span.start < at || span.end > bytes.size()) continue;  // two at one place: "b" and "c" of "2009a-c"
      out += bytes.substr(at, span.start - at);
      out += mark_open;
      out += bytes.substr(span.start, span.end - span.start);
      out += mark_arrow;
      out += meaning_of(citation);
      out += mark_close;
      at = span.end;
    }
    if (at < body_size) out += bytes.substr(at, body_size - at);
    return out;
  }

  std::string bytes;
  std::size_t body_size = 0;
  Paper paper;
};

struct MarkedRow {
  const char* trait;
  std::string_view written;
  const char* path = "paper.txt";
};

inline std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t size = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, size));
    text.remove_prefix(std::min(size + 1, text.size()));
  }
  return lines;
}

// Each line of the body is compared on its own, and the list has as many entries as it has lines.
inline void expect_as_marked(const MarkedRow& row) {
  const MarkedPaper paper(row.written, row.path);
  const std::size_t border = row.written.find("===\n");
  const std::string found = paper.found();
  const std::vector<std::string_view> expected_lines = lines_of(row.written.substr(0, border));
  const std::vector<std::string_view> found_lines = lines_of(found);
  EXPECT_EQ(found_lines.size(), expected_lines.size()) << row.trait;
  for (std::size_t i = 0; i < std::min(found_lines.size(), expected_lines.size()); ++i)
    if (found_lines[i] != expected_lines[i])
      ADD_FAILURE() << row.trait << "\n  marked: " << expected_lines[i] << "\n  found:  " << found_lines[i];
  if (border == std::string_view::npos) return;
  const std::vector<std::string_view> entries = lines_of(row.written.substr(border + 4));
  EXPECT_EQ(paper.paper.references.size(), entries.size()) << row.trait;
}

}  // namespace citegraph::test
