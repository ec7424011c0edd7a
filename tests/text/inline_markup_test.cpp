#include "text/inline_markup.hpp"

#include <gtest/gtest.h>

namespace citegraph::text {
namespace {

struct MarkupCase {
  const char* trait;
  const char* text;
  const char* plain;
};

constexpr MarkupCase markup_cases[] = {
    {"nothing to do", "Second Chance in China", "Second Chance in China"},
    {"emphasis", "The genus <i>Homo</i> in <EM>Africa</EM>", "The genus Homo in Africa"},
    {"tags of JATS", "H<jats:sub>2</jats:sub>O and <italic>E. coli</italic>", "H2O and E. coli"},
    {"a link", "<a href=\"https://example.org\">Home</a>", "Home"},
    {"references", "Salt &amp; Light &#8211; a &quot;study&quot;", "Salt & Light – a \"study\""},
    {"a blank that does not break", "10&nbsp;km", "10 km"},
    {"soft hyphens, as bytes and as a reference", "co\u00adoper&shy;ate", "cooperate"},
    {"a number for a control character", "a&#9;b", "a b"},
    {"less than is no tag", "p < .05 and x<y>z", "p < .05 and x<y>z"},
    {"an ampersand is no reference", "AT&T; R&D", "AT&T; R&D"},
    {"an open tag", "a <i", "a <i"},
    {"empty", "", ""},
};

TEST(InlineMarkupTest, LeavesTheText) {
  for (const MarkupCase& c : markup_cases) EXPECT_EQ(without_markup(c.text), c.plain) << c.trait;
}

}  // namespace
}  // namespace citegraph::text
