#include "document/rich_text.hpp"

#include <gtest/gtest.h>

namespace citegraph::document {
namespace {

TEST(RichTextTest, EditsMoveMapAndMarks) {
  RichText rich;
  rich.copy("one *two* three", {0, 15});
  rich.marks.push_back({MarkKind::emphasis, {5, 8}, {}});
  rich.marks.push_back({MarkKind::link, {0, 15}, "x"});
  rich.marks.push_back({MarkKind::code, {4, 5}, {}});
  apply_edits(rich, {{{4, 5}, {}}, {{8, 9}, {}}, {{10, 15}, "3"}});
  EXPECT_EQ(rich.text, "one two 3");
  EXPECT_EQ(rich.map.to_source({4, 7}), (SourceSpan{5, 8}));
  EXPECT_EQ(rich.map.to_source({8, 9}), (SourceSpan{10, 15}));
  ASSERT_EQ(rich.marks.size(), 2U);  // the one that is left empty is gone
  EXPECT_EQ(rich.marks[0].span, (TextSpan{4, 7}));
  EXPECT_EQ(rich.marks[1].span, (TextSpan{0, 9}));
}

TEST(RichTextTest, NoEdits) {
  RichText rich;
  rich.copy("one", {0, 3});
  apply_edits(rich, {});
  EXPECT_EQ(rich.text, "one");
}

TEST(OffsetShiftTest, MovesOffsetsBehindEdits) {
  const std::vector<Edit> edits = {{{2, 4}, {}}, {{6, 6}, "xyz"}, {{8, 9}, "ab"}};
  OffsetShift shift(edits);
  EXPECT_EQ(shift(0), 0U);
  EXPECT_EQ(shift(2), 2U);
  EXPECT_EQ(shift(3), 2U);  // inside what is gone
  EXPECT_EQ(shift(4), 2U);
  EXPECT_EQ(shift(5), 3U);
  EXPECT_EQ(shift(7), 8U);
  EXPECT_EQ(shift(9), 11U);
}

}  // namespace
}  // namespace citegraph::document
