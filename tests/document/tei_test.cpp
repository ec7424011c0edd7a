#include "document/tei.hpp"

#include <gtest/gtest.h>
#include <string>

#include "document/companion_files.hpp"
#include "document/dump.hpp"
#include "document/dump_tagged.hpp"
#include "document/invariants.hpp"

namespace citegraph::document {
namespace {

struct TeiCase {
  const char* trait;
  const char* text;  // inside <text>
  const char* dump;
  const char* tagged;
};

std::string tei(const std::string& text) {
  return "<?xml version=\"1.0\"?><TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text>" + text + "</text></TEI>";
}

constexpr TeiCase tei_cases[] = {
    {"nothing", "", "", ""},
    {"divisions",
     "<body><div><head>One</head><p>A &amp; b.</p><div><head n=\"1.1\">Two</head><p>C.</p></div></div></body>",
     "heading 2|One\nparagraph|A & b.\nheading 3|Two\nparagraph|C.\n", ""},
    {"marks",
     "<body><p><hi rend=\"italic\">a</hi> <hi rend=\"bold\">b</hi> <hi rend=\"superscript\">c</hi> "
     "<emph>d</emph> <ref target=\"http://x.org\">e</ref></p></body>",
     "paragraph|{em:a} {strong:b} {sup:c} {em:d} {link:e=http://x.org}\n", ""},
    {"lists and tables",
     "<body><list><item>a</item><item><p>b</p></item></list>"
     "<table><row><cell>c</cell><cell>d</cell></row></table></body>",
     "item 1|a\nitem 1|b\ntable|c | d\n", ""},
    {"notes",
     "<body><p>A<ref type=\"foot\" target=\"#foot_0\">1</ref>.</p><note place=\"foot\" n=\"1\" "
     "xml:id=\"foot_0\">B.</note></body>",
     "paragraph|A{sup:1=^foot_0}.\nnote [foot_0]|B.\n", ""},
    {"as GROBID writes it",
     "<body><p>So <ref type=\"bibr\" target=\"#b0\">(Lee, 2001)</ref> and <ref type=\"bibr\">[9]</ref>.</p></body>"
     "<back><div type=\"references\"><listBibl><biblStruct xml:id=\"b0\"><analytic><title level=\"a\" type=\"main\">Of "
     "ships</title><author><persName><forename type=\"first\">Anna</forename><forename type=\"middle\">B</forename>"
     "<surname>Lee</surname></persName></author></analytic><monogr><title level=\"j\">Sea</title><imprint>"
     "<biblScope unit=\"volume\">3</biblScope><biblScope unit=\"page\" from=\"4\" to=\"9\" /><date type=\"published\" "
     "when=\"2001-05\">2001</date></imprint></monogr><note type=\"raw_reference\">Lee AB. Of ships. Sea 3, 4-9, "
     "2001.</note></biblStruct></listBibl></div></back>",
     "paragraph|So (Lee, 2001) and [9].\nheading 3|References\nitem 1|Lee AB. Of ships. Sea 3, 4-9, 2001.\n",
     "entry b0\n  article-journal author=Lee,Anna B~Lee; title=Of ships; container-title=Sea; volume=3; pages=4-9; "
     "date=2001-05~\ncites b0|Lee, 2001\n"},
    {"without the printed entry",
     "<body><p>A <ref target=\"#x\">Lee</ref>.</p></body><back><listBibl><head>Works</head><biblStruct xml:id=\"x\">"
     "<monogr><author>Lee, Anna</author><title level=\"m\">Of ships</title><imprint><publisher>Sea Press</publisher>"
     "<date>1999</date></imprint></monogr></biblStruct></listBibl></back>",
     "paragraph|A Lee.\nheading 2|Works\nitem 1|Lee, Anna (1999). Of ships. Sea Press.\n",
     "entry x\n  book author=Lee,Anna; title=Of ships; publisher=Sea Press; date=1999\ncites x|Lee\n"},
    {"entries of text",
     "<body><p>A <ref target=\"#x #y\">both</ref>.</p></body><back><listBibl><bibl xml:id=\"x\"><author>Lee, "
     "A.</author>: "
     "<title level=\"a\">Ships</title>, <title level=\"j\">Sea</title> <biblScope unit=\"volume\">3</biblScope>, "
     "<date>2001</date>.</bibl><bibl xml:id=\"y\">Diaz.</bibl></listBibl></back>",
     "paragraph|A both.\nheading 2|References\nitem 1|Lee, A.: Ships, Sea 3, 2001.\nitem 1|Diaz.\n",
     "entry x\n  document author=Lee,A.; title=Ships; container-title=Sea; volume=3; date=2001\nentry y\n"
     "  document\ncites x y|both\n"},
};

TEST(Tei, Text) {
  for (const TeiCase& each : tei_cases) {
    const Document document = read_with(tei(each.text), {}, Format::automatic, "a.xml");
    EXPECT_EQ(document.format, Format::tei) << each.trait;
    EXPECT_EQ(dump(document), each.dump) << each.trait;
    EXPECT_EQ(dump_tagged(document), each.tagged) << each.trait;
    expect_sound(document);
  }
}

TEST(Tei, Head) {
  const Document document = read_with(
      "<TEI><teiHeader><fileDesc><titleStmt><title level=\"a\" type=\"main\">Of Ships</title></titleStmt><sourceDesc>"
      "<biblStruct><analytic><author><persName><forename>Anna</forename><surname>Lee</surname></persName></author>"
      "<idno type=\"DOI\">10.1000/x1</idno></analytic><monogr><imprint><date when=\"2001\"/></imprint></monogr>"
      "</biblStruct></sourceDesc></fileDesc><profileDesc><abstract><p>Short.</p></abstract></profileDesc></teiHeader>"
      "<text><body><p>A.</p></body></text></TEI>",
      {}, Format::automatic, "a.tei");
  EXPECT_EQ(dump(document), "heading 1|Of Ships\nparagraph|Short.\nparagraph|A.\n");
  EXPECT_EQ(document.work.get(Variable::title), "Of Ships");
  ASSERT_EQ(document.work.get(NameVariable::author).size(), 1U);
  EXPECT_EQ(document.work.get(NameVariable::author)[0].family, "Lee");
  EXPECT_EQ(document.work.year(), 2001);
  EXPECT_EQ(document.work.get(Variable::doi), "10.1000/x1");
}

TEST(Tei, Places) {
  const std::string text = tei("<body><p>Of <ref type=\"bibr\" target=\"#b\">Lee &amp; Roth</ref></p></body>");
  const Document document = read_with(text, {}, Format::tei);
  ASSERT_EQ(document.tagged_citations.size(), 1U);
  const SourceSpan place = document.map.to_source(document.tagged_citations[0].span);
  EXPECT_EQ(text.substr(place.start, place.size()), "Lee &amp; Roth");
}

TEST(Tei, EveryPrefixIsReadOrReported) {
  std::string text = "<TEI><text>";
  for (const TeiCase& each : tei_cases) text += each.text;
  for (std::size_t size = 0; size < text.size(); ++size) {
    try {
      expect_sound(read_with(text.substr(0, size), {}, Format::tei));
    } catch (const Error& error) {
      EXPECT_GT(error.line(), 0U);
    }
  }
}

TEST(Tei, DepthAndEntities) {
  std::string deep = "<TEI><text><body>";
  for (int i = 0; i < 20000; ++i) deep += "<div>";
  for (int i = 0; i < 20000; ++i) deep += "</div>";
  expect_sound(read_with(deep + "</body></text></TEI>", {}, Format::tei));
  const Document bomb = read_with(
      "<!DOCTYPE TEI [<!ENTITY a \"xxxxxxxxxx\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>"
      "<TEI><text><body><p>&b; &c;</p></body></text></TEI>",
      {}, Format::tei);
  EXPECT_EQ(dump(bomb), "paragraph|&b; &c;\n");
}

}  // namespace
}  // namespace citegraph::document
