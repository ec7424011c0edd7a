#include "text/line_index.hpp"

#include <gtest/gtest.h>
#include <string>

#include "text/source_lines.hpp"
#include "text/utf8.hpp"

namespace citegraph::text {
namespace {

// Counts from the start of the text, which is what the index must agree with.
Position count_up_to(std::string_view text, std::size_t offset) {
  Position position;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode_at(text, i);
    if (i + c.size > offset) break;
    const bool ends = c.value == '\n' || (c.value == '\r' && !(i + 1 < text.size() && text[i + 1] == '\n'));
    i += c.size;
    position = ends ? Position{position.line + 1, 1} : Position{position.line, position.column + 1};
  }
  return position;
}

TEST(LineIndexTest, AgreesWithCounting) {
  std::string text = "one\ntwo\r\nthree\rfour\n\n\r\r\nné\u4E2D\U0001F600x\n";
  text += std::string(5000, 'z') + "é" + std::string(3000, 'y') + "\nlast";
  const LineIndex index(text);
  for (std::uint32_t offset = 0; offset <= text.size() + 3; ++offset) {
    const Position expected = count_up_to(text, offset);
    const Position found = index.position(text, offset);
    ASSERT_EQ(found.line, expected.line) << offset;
    ASSERT_EQ(found.column, expected.column) << offset;
  }
}

TEST(LineIndexTest, GivesLines) {
  const std::string_view text = "one\ntwo\r\nthree\rfour\n";
  const LineIndex index(text);
  EXPECT_EQ(index.line_count(), 5U);
  EXPECT_EQ(index.line(text, 0), "");
  EXPECT_EQ(index.line(text, 1), "one");
  EXPECT_EQ(index.line(text, 2), "two");
  EXPECT_EQ(index.line(text, 3), "three");
  EXPECT_EQ(index.line(text, 4), "four");
  EXPECT_EQ(index.line(text, 5), "");
  EXPECT_EQ(index.line(text, 6), "");
  EXPECT_EQ(index.line_start(2), 4U);
  EXPECT_EQ(index.line_start(99), 20U);
}

TEST(LineIndexTest, EmptyText) {
  const LineIndex index("");
  EXPECT_EQ(index.line_count(), 1U);
  EXPECT_EQ(index.position("", 0).column, 1U);
  EXPECT_EQ(index.position("", 7).line, 1U);
  EXPECT_EQ(LineIndex().position("", 0).line, 1U);
}

TEST(LineIndexTest, FarColumnsAreCheap) {
  const std::string text(1U << 20U, 'a');
  const LineIndex index(text);
  for (std::uint32_t offset = 0; offset < text.size(); offset += 10)
    ASSERT_EQ(index.position(text, offset).column, offset + 1);
}

TEST(SourceLinesTest, CountsInTheFileWhateverItsEncoding) {
  struct LineIndexCase {
    const char* trait;
    std::string bytes;
    std::uint32_t offset;  // of "X"
  };
  using namespace std::string_literals;
  const LineIndexCase line_index_cases[] = {
      {"utf-8", "é\né\u4E2DX", 8},
      {"utf-8 with bom", "\xEF\xBB\xBFé\né\u4E2DX", 11},
      {"utf-8, damaged", "é\né\xFFX", 6},
      {"latin-1", "\xE9\n\xE9\xE9X", 4},
      {"utf-16le", "\xFF\xFE\xE9\0\n\0\xE9\0\x0A\x01X\0"s, 10},
      {"utf-16be", "\xFE\xFF\0\xE9\0\n\0\xE9\x01\x0A\0X"s, 10},
  };
  for (const LineIndexCase& c : line_index_cases) {
    const SourceLines lines(c.bytes, decode(c.bytes));
    const Position position = lines.position(c.bytes, c.offset);
    EXPECT_EQ(position.line, 2U) << c.trait;
    EXPECT_EQ(position.column, 3U) << c.trait;
    EXPECT_EQ(lines.position(c.bytes, 0).column, 1U) << c.trait;
    EXPECT_EQ(lines.position(c.bytes, 1000).line, 2U) << c.trait;
  }
}

}  // namespace
}  // namespace citegraph::text
