#include "document/html.hpp"

#include <gtest/gtest.h>
#include <string>

#include "document/companion_files.hpp"
#include "document/dump.hpp"
#include "document/dump_tagged.hpp"
#include "document/html_tokens.hpp"
#include "document/invariants.hpp"

namespace citegraph::document {
namespace {

struct HtmlCase {
  const char* trait;
  const char* text;
  const char* dump;
  const char* tagged;
};

constexpr HtmlCase html_cases[] = {
    {"nothing", "", "", ""},
    {"paragraphs left open", "<p>One<p>Two &amp; &eacute; x", "paragraph|One\nparagraph|Two & é x\n", ""},
    {"headings", "<h1>A</h1><p>b</p><h2>C</h2><h3>D</h3>e<h2>F</h2>",
     "heading 1|A\nparagraph|b\nheading 2|C\nheading 3|D\nparagraph|e\nheading 2|F\n", ""},
    {"headings in sections", "<section><h2>A</h2><section><h3>B</h3><p>c</p></section></section><h2>D</h2><p>e</p>",
     "heading 2|A\nheading 3|B\nparagraph|c\nheading 2|D\nparagraph|e\n", ""},
    {"marks", "<p><i>a</i> <EM>b</EM> <strong>c</strong> d<sup>2</sup> <code>e</code> <a href=http://x.org>f</a></p>",
     "paragraph|{em:a} {em:b} {strong:c} d{sup:2} {code:e} {link:f=http://x.org}\n", ""},
    {"lists", "<ul><li>a<li>b<ol><li>c</ol></ul><p>d", "item 1|a\nitem 1|b\nitem 2|c\nparagraph|d\n", ""},
    {"tables", "<table><tr><td>a<td>b<tr><th>c</table>", "table|a | b/c\n", ""},
    {"quotation and code", "<blockquote><p>a</p></blockquote><pre>b\n c</pre>", "quote|a\ncode|b/ c\n", ""},
    {"divisions", "<div>a</div><div>b<div>c</div></div>", "paragraph|a\nparagraph|b\nparagraph|c\n", ""},
    {"what is not text",
     "<head><title>T</title><style>x{}</style></head><script>if (a<b) '</p>'</script><!-- <p> "
     "--><nav><p>menu</nav><p>a</p>",
     "paragraph|a\n", ""},
    {"signs that are no tags", "<p>a < b and c > d & e</p>", "paragraph|a < b and c > d & e\n", ""},
    {"entries of an ordered list",
     "<p>So <a href=\"#ref1\">[1]</a>, <sup><a href='#ref2'>2</a></sup>.</p><h2>References</h2><ol>"
     "<li id=\"ref1\">Lee. <i>Ships</i>.</li><li id=\"ref2\">Diaz.<a href=\"#back\">^</a></ol><p>End.",
     "paragraph|So [1], {sup:2}.\nheading 2|References\nitem 1|Lee. {em:Ships}.\nitem 1|Diaz.\nparagraph|End.\n",
     "entry ref1\n  document\nentry ref2\n  document\ncites ref1|1\ncites ref2|2\n"},
    {"as pandoc writes it",
     "<p><span class=\"citation\" data-cites=\"lee\">(<a href=\"#ref-lee\" role=\"doc-biblioref\">Lee "
     "2001</a>)</span></p>"
     "<div id=\"refs\" class=\"references csl-bib-body\" role=\"list\"><div id=\"ref-lee\" class=\"csl-entry\" "
     "role=\"listitem\">Lee. 2001.</div></div>",
     "paragraph|(Lee 2001)\nitem 1|Lee. 2001.\n", "entry ref-lee\n  document\ncites ref-lee|Lee 2001\n"},
    {"anchors in entries", "<p>So [<a href=#b1>1</a>].<div class=bibliography><p><a name=b1></a>Lee.<p>Diaz.</div>",
     "paragraph|So [1].\nitem 1|Lee.\nparagraph|Diaz.\n", "entry b1\n  document\ncites b1|1\n"},
    {"notes",
     "<p>A<a href=\"#fn1\"><sup>1</sup></a>.</p><section class=\"footnotes\"><ol><li id=\"fn1\"><p>B.</p></li></ol>"
     "</section>",
     "paragraph|A{sup:{sup:1=^fn1}}.\nnote [fn1]|B.\n", ""},
    {"links within the document", "<p><a href=\"#sec2\">there</a></p><h2 id=\"sec2\">B</h2>",
     "paragraph|there\nheading 2|B\n", ""},
};

TEST(Html, Text) {
  for (const HtmlCase& each : html_cases) {
    const Document document = read_with(each.text, {}, Format::html);
    EXPECT_EQ(dump(document), each.dump) << each.trait;
    EXPECT_EQ(dump_tagged(document), each.tagged) << each.trait;
    expect_sound(document);
  }
}

TEST(Html, Head) {
  const Document document = read_with(
      "<!DOCTYPE html><html><head><title>No</title><meta name=\"citation_title\" content=\"Of Ships\"><meta "
      "name='citation_author' content='Lee, Anna'><meta name=citation_author content=\"Carl Diaz\"><meta "
      "name=\"citation_publication_date\" content=\"2001/05\"></head><body><h1>x</h1></body></html>",
      {}, Format::automatic, "a.html");
  EXPECT_EQ(document.work.get(Variable::title), "Of Ships");
  ASSERT_EQ(document.work.get(NameVariable::author).size(), 2U);
  EXPECT_EQ(document.work.get(NameVariable::author)[0].family, "Lee");
  EXPECT_EQ(document.work.year(), 2001);
}

TEST(Html, Attributes) {
  EXPECT_EQ(html_attribute(" a=1 B = 'x > y' c=\"d&amp;e\" f", "b"), "x > y");
  EXPECT_EQ(html_attribute(" a=1 B = 'x > y' c=\"d&amp;e\" f", "c"), "d&e");
  EXPECT_EQ(html_attribute(" a=1/ f", "a"), "1/");
  EXPECT_EQ(html_attribute(" a=1 f", "f"), "");
}

TEST(Html, Places) {
  const std::string text = "<p>So <a href=\"#ref1\">Lee &amp; Roth</a></p><ol><li id=ref1>Lee</ol>";
  const Document document = read_with(text, {}, Format::html);
  ASSERT_EQ(document.tagged_citations.size(), 1U);
  const SourceSpan place = document.map.to_source(document.tagged_citations[0].span);
  EXPECT_EQ(text.substr(place.start, place.size()), "Lee &amp; Roth");
}

TEST(Html, EveryPrefixIsRead) {
  std::string text;
  for (const HtmlCase& each : html_cases) text += each.text;
  for (std::size_t size = 0; size < text.size(); ++size)
    expect_sound(read_with(text.substr(0, size), {}, Format::html));
}

TEST(Html, HostileTextStaysLinear) {
  for (const char* part : {"<", "<p", "<div>", "<a href='#r'>", "<li id=ref>", "</p>", "<!--", "<script>", "<b x=\"",
                           "&", "<h6>", "<table><td>", "<sup>"}) {
    std::string text = "<a href=#ref>x</a>";
    for (int i = 0; i < 20000; ++i) text += part;
    expect_sound(read_with(text, {}, Format::html));
  }
}

}  // namespace
}  // namespace citegraph::document
