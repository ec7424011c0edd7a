#include "document/rich_text.hpp"

#include <gtest/gtest.h>

#include "document/entities.hpp"

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

struct EntityCase {
  const char* text;
  std::uint32_t size;
  const char* read;
};

constexpr EntityCase entities[] = {{"&amp;", 5, "&"},
                                   {"&lt;x", 4, "<"},
                                   {"&eacute;", 8, "é"},
                                   {"&Eacute;", 8, "É"},
                                   {"&thetasym;", 10, "ϑ"},
                                   {"&zwnj;", 6, "\u200C"},
                                   {"&AElig;", 7, "Æ"},
                                   {"&lstrok;", 8, "ł"},
                                   {"&#65;", 5, "A"},
                                   {"&#x41;", 6, "A"},
                                   {"&#X1F600;", 9, "😀"},
                                   {"&#0;", 4, "\uFFFD"},
                                   {"&#xD800;", 8, "\uFFFD"},
                                   {"&amp", 0, ""},
                                   {"&;", 0, ""},
                                   {"&", 0, ""},
                                   {"&#;", 0, ""},
                                   {"&#x;", 0, ""},
                                   {"&#12345678;", 0, ""},
                                   {"&nosuchname;", 0, ""},
                                   {"&AMP;", 0, ""},
                                   {"& amp;", 0, ""}};

TEST(EntitiesTest, ReadsCharacterReferences) {
  for (const EntityCase& c : entities) {
    const Entity entity = entity_at(c.text, 0);
    EXPECT_EQ(entity.size, c.size) << c.text;
    if (c.size != 0) {
      EXPECT_EQ(entity.text, c.read) << c.text;
    }
  }
}

}  // namespace
}  // namespace citegraph::document
