#include "text/entities.hpp"

#include <cstdint>
#include <gtest/gtest.h>

namespace citegraph::text {
namespace {

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
}  // namespace citegraph::text
