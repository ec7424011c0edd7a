#include "document/markdown.hpp"

#include <gtest/gtest.h>

#include "document/markdown_rows.hpp"

namespace citegraph::document {
namespace {

constexpr MarkdownRow block_cases[] = {
    {"empty", "", ""},
    {"blank lines only", "\n \n\t\n\u00A0\n", ""},
    {"one paragraph", "One line.", "paragraph|One line.\n"},
    {"lines of a paragraph", "One\ntwo  \n   three\r\nfour\rfive\n", "paragraph|One/two/three/four/five\n"},
    {"two paragraphs", "One.\n\n\n\nTwo.\n", "paragraph|One.\nparagraph|Two.\n"},
    {"atx headings", "# One\n###### Six\n####### Seven\n#None\n",
     "heading 1|One\nheading 6|Six\nparagraph|####### Seven/#None\n"},
    {"atx heading closed", "## Two ##\n## C# #\n##\n", "heading 2|Two\nheading 2|C#\n"},
    {"bold inside a heading, colon kept", "### **Background:**\n", "heading 3|{strong:Background:}\n"},
    {"setext headings", "One\n===\nTwo *em*\n---\n", "heading 1|One\nheading 2|Two {em:em}\n"},
    {"rule", "One.\n\n---\n\nTwo.\n\n* * *\n", "paragraph|One.\nparagraph|Two.\n"},
    {"bold line alone is a heading", "**Results**\n\nText here.\n",
     "heading 6|{strong:Results}\nparagraph|Text here.\n"},
    {"bold beginning is none", "**Key words:** a, b\n", "paragraph|{strong:Key words:} a, b\n"},
    {"bold sentence is none", "**This is it.**\n", "paragraph|{strong:This is it.}\n"},
    {"a known name on a line of its own", "Text.\n\nReferences\n\nNotes on it\n",
     "paragraph|Text.\nheading 2|References\nparagraph|Notes on it\n"},
    {"bullets of each kind", "- a\n* b\n+ c\n", "item 1|a\nitem 1|b\nitem 1|c\n"},
    {"numbers", "1. a\n2) b\n", "item 1 [1.]|a\nitem 1 [2)]|b\n"},
    {"continued items", "- a\n  b\nlazy\n- c\n", "item 1|a/b/lazy\nitem 1|c\n"},
    {"loose list", "- a\n\n- b\n\n  more of b\n", "item 1|a\nitem 1|b\nparagraph|more of b\n"},
    {"nested list", "- a\n  - b\n    1. c\n- d\n", "item 1|a\nitem 2|b\nitem 3 [1.]|c\nitem 1|d\n"},
    {"a list may interrupt a paragraph", "Text\n- a\n", "paragraph|Text\nitem 1|a\n"},
    {"a number other than one may not", "in the year\n1999. was\n", "paragraph|in the year/1999. was\n"},
    {"a year is no number of a list", "2009. Title of it.\n", "paragraph|2009. Title of it.\n"},
    {"a number cut from its entry", "7. Seven.\n8.\n\nEight.\n\nText.\n",
     "item 1 [7.]|Seven.\nitem 1 [8.]|Eight.\nparagraph|Text.\n"},
    {"mixed entries", "- A, one.\n\nB, two.\n\n- C, three.\n", "item 1|A, one.\nparagraph|B, two.\nitem 1|C, three.\n"},
    {"numbers in brackets stay text", "- [12] Smith\n\n[13] Jones\n", "item 1|[12] Smith\nparagraph|[13] Jones\n"},
    {"quotation", "> a\n> b\nlazy\n\nafter\n", "quote|a/b/lazy\nparagraph|after\n"},
    {"quotation in a list, list in a quotation", "- > a\n\n> - b\n", "quote|a\nitem 1|b\n"},
    {"fenced code", "```c++\nint *a;\n\nint b;\n```\nafter\n", "code|int *a;/int b;\nparagraph|after\n"},
    {"fence of tildes, unclosed", "~~~\n*a*\n", "code|*a*\n"},
    {"indented code", "    x = y;\n\n    z();\n\nText\n", "code|x = y;/z();\nparagraph|Text\n"},
    {"indented prose is a paragraph", "    The first line of this paragraph is set in,\nthe others are not.\n",
     "paragraph|The first line of this paragraph is set in,/the others are not.\n"},
    {"table", "| A | *B* |\n|---|:-:|\n| c | d |\n\nText\n", "table|A | {em:B}/c | d\nparagraph|Text\n"},
    {"table without outer bars", "a | b\n- | -\nc | d\n", "table|a | b/c | d\n"},
    {"note with its reference", "Text[^1].\n\n[^1]: Note *one*\n    goes on.\n",
     "paragraph|Text{sup:[^1]=^1}.\nnote [1]|Note {em:one}/goes on.\n"},
    {"note in two paragraphs", "[^a]: One.\n\n    Two.\n\nText\n", "note [a]|One.\nnote [a]|Two.\nparagraph|Text\n"},
    {"reference without a note", "Text[^zz] and [^ no] and [^].\n",
     "paragraph|Text{sup:[^zz]=^zz} and [^ no] and [^].\n"},
    {"comment over lines", "One.\n\n<!-- gone\n\nstill -->\n\nTwo.\n", "paragraph|One.\nparagraph|Two.\n"},
    {"comment between lines", "One\n<!-- gone -->\ntwo.\n", "paragraph|One/two.\n"},
    {"comment never closed", "One.\n\n<!-- here\n\nTwo.\n", "paragraph|One.\nparagraph|<!-- here\nparagraph|Two.\n"},
    {"definition of a link", "[See it][x].\n\n[X]: <https://x.org> 'T'\n", "paragraph|{link:See it=https://x.org}.\n"},
    {"definition that is an entry", "As in [1].\n\n[1]: https://x.org/\n",
     "paragraph|As in [{link:1=https://x.org/}].\nparagraph|[{link:1=https://x.org/}]: https://x.org/\n"},
    {"divisions of Pandoc", "::: {#refs}\n::: {#ref-lee .csl-entry}\nLee, A.\n:::\n\n::: x\nRoth, B.\n:::\n:::\n",
     "paragraph|Lee, A.\nparagraph|Roth, B.\n"},
    {"attributes of a heading", "# References {#refs .unnumbered}\n\n## Sets {a, b}\n",
     "heading 1|References\nheading 2|Sets {a, b}\n"},
    {"metadata", "---\ntitle: T\nauthor: A B\n---\n\nText\n", "paragraph|Text\n"},
    {"a rule at the start is no metadata", "---\n\nText\n", "paragraph|Text\n"},
};

TEST(MarkdownTest, Blocks) { expect_all(block_cases); }

constexpr MarkdownRow inline_cases[] = {
    {"emphasis", "*a* _b_ **c** __d__ ***e***", "paragraph|{em:a} {em:b} {strong:c} {strong:d} {em:{strong:e}}\n"},
    {"emphasis inside a word", "un*frigging*lik_el_y snake_case_word",
     "paragraph|un{em:frigging}lik_el_y snake_case_word\n"},
    {"unbalanced stays", "1994* and **a and a * b", "paragraph|1994* and **a and a * b\n"},
    {"not across blanks", "* a * b_ _c", "item 1|a * b_ _c\n"},
    {"nested", "*a **b** c*", "paragraph|{em:a {strong:b} c}\n"},
    {"overlapping delimiters", "*a _b* c_", "paragraph|{em:a _b} c_\n"},
    {"rule of three", "*foo**bar*", "paragraph|{em:foo**bar}\n"},
    {"quotation marks and emphasis", "\"*Title*\", *Journal*, 3", "paragraph|\"{em:Title}\", {em:Journal}, 3\n"},
    {"emphasis over a line break", "*Journal of\nThings*, 3", "paragraph|{em:Journal of/Things}, 3\n"},
    {"escapes", "\\*a\\* \\[1\\] \\\\ \\x 5\\$", "paragraph|*a* [1] \\ \\x 5$\n"},
    {"code", "`a*b*` and `` c`d ``", "paragraph|{code:a*b*} and {code:c`d}\n"},
    {"quotes of typewriters are no code", "the `rise' and the `fall'", "paragraph|the `rise' and the `fall'\n"},
    {"link", "[www.x.org](http://www.x.org).", "paragraph|{link:www.x.org=http://www.x.org}.\n"},
    {"link with title, angles, parentheses", "[a](<u v.x> 't') [b](http://x.org/a_(b)_c)",
     "paragraph|{link:a=u v.x} {link:b=http://x.org/a_(b)_c}\n"},
    {"emphasis inside a link", "[*a* b](x.html)", "paragraph|{link:{em:a} b=x.html}\n"},
    {"link inside a link", "[a [b](c.x) d](e.x)", "paragraph|[a {link:b=c.x} d](e.x)\n"},
    {"autolinks", "<https://x.org/?a=1&b=2> <me@x.org>",
     "paragraph|{link:https://x.org/?a=1&b=2=https://x.org/?a=1&b=2} {link:me@x.org=me@x.org}\n"},
    {"bare address keeps its underscores", "see http://x.org/a_b_c~d~e end",
     "paragraph|see http://x.org/a_b_c~d~e end\n"},
    {"image", "![A *figure*](f.png)", "paragraph|A {em:figure}\n"},
    {"image without words", "![](f.png)", ""},
    {"citations stay", "[1] [1-3] [1, 2] [@k, p. 3] [-@k] [Knu97] (2) [3](a) [4](2009) [5][6]",
     "paragraph|[1] [1-3] [1, 2] [@k, p. 3] [-@k] [Knu97] (2) [3](a) [4](2009) [5][6]\n"},
    {"a linked number keeps its brackets", "as in [12](#ref12), ([Lee 2009](#b1))",
     "paragraph|as in [{link:12=#ref12}], ({link:Lee 2009=#b1})\n"},
    {"escaped brackets inside a link", "[\\[12\\]](#p3)", "paragraph|{link:[12]=#p3}\n"},
    {"broken links stay", "[a](b c.x) [a](http://x [b] (c) [", "paragraph|[a](b c.x) [a](http://x [b] (c) [\n"},
    {"tags with marks", "21<sup>st</sup> H<sub>2</sub>O <i>a</i> <em>b</em> <b>c</b> <a href=\"u\">d</a>",
     "paragraph|21{sup:st} H{sub:2}O {em:a} {em:b} {strong:c} {link:d=u}\n"},
    {"tags without", "<span id=\"p1\"></span>a<u>b</u>c <SUP>1</SUP>", "paragraph|abc {sup:1}\n"},
    {"a line break", "a<br>b<br/>c", "paragraph|a/b/c\n"},
    {"no tags", "p < 0.05 and 3 > 2, a<b and c>d, <unknown>", "paragraph|p < 0.05 and 3 > 2, a<b and c>d, <unknown>\n"},
    {"tag never closed", "<i>a", "paragraph|a\n"},
    {"comment", "a<!-- x\ny -->b", "paragraph|ab\n"},
    {"entities", "AT&amp;T &nbsp;&#233;&#xE9; &nope; &; & &amp", "paragraph|AT&T \u00A0éé &nope; &; & &amp\n"},
    {"entity of nothing", "&#0; &#xD800; &#99999999;", "paragraph|\uFFFD \uFFFD &#99999999;\n"},
    {"superscript and subscript of Pandoc", "x^2^ text^12,13^ H~2~O ~~out~~ 10^5 and 10^6",
     "paragraph|x{sup:2} text{sup:12,13} H{sub:2}O ~~out~~ 10^5 and 10^6\n"},
    {"superscript in brackets", "text^[12]^ and text^\\[13\\]^ but ^[a note]",
     "paragraph|text{sup:[12]} and text{sup:[13]} but ^[a note]\n"},
    {"raised numbers of other converters", "a${ }^{1}$ b\\({}^{2,3}\\) c\\(x\\)",
     "paragraph|a{sup:1} b{sup:2,3} c(x)\n"},
    {"attributes of Pandoc", "[Lee]{.smallcaps} ![a](b.png){width=50%} [c](d.e){#f} [g]{h}",
     "paragraph|Lee a {link:c=d.e} [g]{h}\n"},
    {"rows and cells of HTML", "<table><tr><td>a</td><td>b</td></tr>\n<tr><td>c</td></tr></table>",
     "paragraph|a b/c\n"},
    {"formulas", "$x_i * y_j * z$ and $^{12}$ and ${}^{3,4}$ and \\$5 and $6",
     "paragraph|$x_i * y_j * z$ and {sup:12} and {sup:3,4} and $5 and $6\n"},
};

TEST(MarkdownTest, Inlines) { expect_all(inline_cases); }

TEST(MarkdownTest, ReadsTheHead) {
  struct HeadCase {
    const char* trait;
    const char* text;
    const char* title;
    std::size_t authors;
  };
  const HeadCase cases[] = {
      {"yaml, list of maps",
       "---\ntitle: 'On: Things'\nauthors:\n  - name: Ann Lee\n    orcid: 0\n  - name: Bo Diaz # x\ndate: 1\n---\nText",
       "On: Things", 2},
      {"yaml, flow list", "---\ntitle: \"T\"\nauthor: [Ann Lee, Bo Diaz]\n---\n", "T", 2},
      {"yaml, plain list", "---\ntitle: T # x\nauthor:\n- Ann Lee\n- Bo Diaz\n- Cy Roth\n---\n", "T", 3},
      {"heading and names", "# T *of* it\n\nAnn Lee^1^, Bo Diaz\\*\n\n## Abstract\n", "T of it", 2},
      {"heading and prose", "# T\n\nThis is how it begins, with a sentence.\n", "T", 0},
      {"heading alone", "# T\n", "T", 0},
      {"nothing", "", "", 0},
  };
  for (const HeadCase& c : cases) {
    const Document document = parse_document(c.text, "a.md");
    EXPECT_EQ(document.work.get(Variable::title), c.title) << c.trait;
    EXPECT_EQ(document.work.get(NameVariable::author).size(), c.authors) << c.trait;
  }
}

TEST(MarkdownTest, RecognisesItself) {
  EXPECT_TRUE(looks_like_markdown("# A\n\n## B\n"));
  EXPECT_TRUE(looks_like_markdown("See [a](http://x.org).\n\n**B** and **c**.\n"));
  EXPECT_FALSE(looks_like_markdown("Plain text.\n\n1. One\n"));
  EXPECT_FALSE(looks_like_markdown(""));
}

}  // namespace
}  // namespace citegraph::document
