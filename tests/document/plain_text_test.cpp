#include "document/plain_text.hpp"

#include <gtest/gtest.h>

#include "document/dump.hpp"
#include "document/invariants.hpp"

namespace citegraph::document {
namespace {

struct PlainTextCase {
  const char* trait;
  const char* text;
  const char* dump;
};

#define LONG_PARAGRAPH                                                                                            \
  "This paragraph is long enough to stand below a heading, for it runs on over more than one hundred and twenty " \
  "bytes of text."

constexpr PlainTextCase plain_text_cases[] = {
    {"empty", "", ""},
    {"paragraphs", "One\ntwo.\n\nThree.\n", "paragraph|One/two.\nparagraph|Three.\n"},
    {"markup is text", "A *b* [c](http://d) <i>e</i> &amp; `f`", "paragraph|A *b* [c](http://d) <i>e</i> &amp; `f`\n"},
    {"marked headings", "# Title\n\n## Part\nText.\n#angles | 3\n",
     "heading 1|Title\nheading 2|Part\nparagraph|Text./#angles | 3\n"},
    {"known name on a line of its own", "Introduction\nText here.\nREFERENCES:\n[1] A.\n",
     "heading 1|Introduction\nparagraph|Text here.\nheading 1|REFERENCES:\nparagraph|[1] A.\n"},
    {"known name with a number", "4. Referências Bibliográficas\n\nA.\n",
     "heading 1|4. Referências Bibliográficas\nparagraph|A.\n"},
    {"known name inside a sentence", "see the list of\nreferences\nbelow.\n",
     "paragraph|see the list of/references/below.\n"},
    {"capitals above a paragraph", "RESEARCH DESIGN\n\n" LONG_PARAGRAPH,
     "heading 1|RESEARCH DESIGN\nparagraph|" LONG_PARAGRAPH "\n"},
    {"numbers above a paragraph", "2.1 The first way\n\n" LONG_PARAGRAPH,
     "heading 2|2.1 The first way\nparagraph|" LONG_PARAGRAPH "\n"},
    {"a short sentence is no heading", "It ends.\n\n" LONG_PARAGRAPH,
     "paragraph|It ends.\nparagraph|" LONG_PARAGRAPH "\n"},
    {"names and years are none", "Smith, J. and Lee, K. 2009\n\n" LONG_PARAGRAPH,
     "paragraph|Smith, J. and Lee, K. 2009\nparagraph|" LONG_PARAGRAPH "\n"},
    {"weak evidence counts for nothing beside marked headings", "# One\n\nShort line\n\n# Two\n\n" LONG_PARAGRAPH,
     "heading 1|One\nparagraph|Short line\nheading 1|Two\nparagraph|" LONG_PARAGRAPH "\n"},
    {"bullets", "\u2022 one\n  more\n- two\n\nText.\n", "item 1|one/more\nitem 1|two\nparagraph|Text.\n"},
    {"numbered entries keep their numbers", "[1] A. 2001.\n[2] B. 2002.\n\n3. C. 2003.\n",
     "paragraph|[1] A. 2001./[2] B. 2002.\nparagraph|3. C. 2003.\n"},
    {"cells divided by bars", "A | b | c\n1 | 2 | 3\n\nOne | two.\n",
     "table|A | b | c/1 | 2 | 3\nparagraph|One | two.\n"},
    {"form feeds with page numbers and heads",
     "A Title\n\nText that runs on to the\n1\n\fRunning head\nnext page and the\n2\n\fRunning head\nlast one.\n3\n",
     "paragraph|A Title\nparagraph|Text that runs on to the/next page and the/last one.\n"},
};

TEST(PlainTextTest, Blocks) {
  for (const PlainTextCase& c : plain_text_cases) {
    ReadOptions options;
    options.format = Format::plain_text;
    const Document document = parse_document(c.text, {}, options);
    EXPECT_EQ(dump(document), c.dump) << c.trait;
    expect_sound(document);
    expect_exact(document);
  }
}

TEST(PlainTextTest, ReadsTheHead) {
  const Document document =
      parse_document("# On Things\n\nMaría López, Jean-Luc Petit and Anna B. Roth\n\n## Abstract\n", "a.txt");
  EXPECT_EQ(document.work.get(Variable::title), "On Things");
  ASSERT_EQ(document.work.get(NameVariable::author).size(), 3U);
  EXPECT_EQ(document.work.get(NameVariable::author)[0].family, "López");
}

}  // namespace
}  // namespace citegraph::document
