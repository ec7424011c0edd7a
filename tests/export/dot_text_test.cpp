#include "export/dot_text.hpp"

#include <gtest/gtest.h>
#include <string>

namespace citegraph::dot {
namespace {

struct QuotedCase {
  const char* trait;
  std::string text;
  std::string expected;
};

TEST(DotText, text_is_quoted) {
  const QuotedCase cases[] = {
      {"nothing", "", "\"\""},
      {"words", "node edge", "\"node edge\""},
      {"quotes", "\"a\"", "\"\\\"a\\\"\""},
      {"a backslash at the end", "a\\", "\"a\\\\\""},
      {"escapes of GraphViz", "\\N\\G", "\"\\\\N\\\\G\""},
      {"entities", "a &lt; b & c", "\"a &amp;lt; b &amp; c\""},
      {"markup", "<b>", "\"<b>\""},
      {"line ends", "a\nb\r\nc\rd", "\"a\\nb\\nc\\nd\""},
      {"no character of XML", std::string("a\x01\0b", 4), "\"a\uFFFD\uFFFDb\""},
      {"ill-formed UTF-8",
       "a\xff"
       "b",
       "\"a\uFFFDb\""},
      {"U+FFFE", "\xef\xbf\xbe", "\"\uFFFD\""},
  };
  for (const QuotedCase& c : cases) EXPECT_EQ(quote(c.text), c.expected) << c.trait;
}

TEST(DotText, long_text_is_several_tokens_none_broken_inside_an_escape) {
  const std::string token = quote(std::string(40000, '"'));
  std::size_t tokens = 1;
  std::size_t start = 0;
  for (std::size_t at = 0; (at = token.find("\" + \"", start)) != std::string::npos; start = at + 5, ++tokens) {
    EXPECT_LT(at - start, 16300U);
    EXPECT_EQ(token.substr(at - 2, 2), "\\\"");
  }
  EXPECT_EQ(tokens, 5U);
}

}  // namespace
}  // namespace citegraph::dot
