// What holds for the document of any text whatever.
#pragma once

#include <algorithm>
#include <gtest/gtest.h>
#include <string>
#include <string_view>

#include "citegraph/document.hpp"

#include "text/utf8.hpp"

namespace citegraph::document {

inline bool is_border(std::string_view text, std::uint32_t offset) {
  return offset >= text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U;
}

inline void expect_sound(const Document& document) {
  const std::string_view text = document.text;
  ASSERT_EQ(text::find_invalid(text), std::string_view::npos);
  ASSERT_EQ(document.map.text_size(), text.size());
  std::uint32_t end = 0;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    ASSERT_EQ(block.span.start, i == 0 ? 0 : end + 2);
    if (i > 0) {
      ASSERT_EQ(text.substr(end, 2), "\n\n");
    }
    ASSERT_FALSE(block.span.empty());
    const std::string_view content = slice(text, block.span);
    ASSERT_EQ(content.size(), block.span.size());
    ASSERT_EQ(content.find("\n\n"), std::string_view::npos);
    ASSERT_NE(content.front(), '\n');
    ASSERT_NE(content.back(), '\n');
    end = block.span.end;
  }
  ASSERT_EQ(end, text.size());
  for (std::size_t i = 0; i < document.marks.size(); ++i) {
    const Mark& mark = document.marks[i];
    ASSERT_FALSE(mark.span.empty());
    ASSERT_TRUE(is_border(text, mark.span.start) && is_border(text, mark.span.end));
    const Block* block = document.block_at(mark.span.start);
    ASSERT_NE(block, nullptr);
    ASSERT_TRUE(block->span.contains(mark.span));
    if (i > 0) {
      const Mark& before = document.marks[i - 1];
      ASSERT_TRUE(before.span.start < mark.span.start ||
                  (before.span.start == mark.span.start && before.span.end >= mark.span.end));
    }
  }
  for (const SourceMap::Piece& piece : document.map.pieces()) {
    ASSERT_LE(piece.source_start, piece.source_end);
    ASSERT_LE(piece.source_end, document.source.size());
    ASSERT_TRUE(is_border(text, piece.text_start));
  }
}

// Every copied piece of the map is the same bytes in text and source: holds where the source is UTF-8.
inline void expect_exact(const Document& document) {
  const auto& pieces = document.map.pieces();
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::uint32_t end = i + 1 < pieces.size() ? pieces[i + 1].text_start : document.map.text_size();
    const std::uint32_t size = end - pieces[i].text_start;
    if (size < 4 || size != pieces[i].source_end - pieces[i].source_start) continue;
    std::string copied = document.source.substr(pieces[i].source_start, size);
    std::replace(copied.begin(), copied.end(), '\r', '\n');
    ASSERT_EQ(document.text.substr(pieces[i].text_start, size), copied);
  }
}

}  // namespace citegraph::document
