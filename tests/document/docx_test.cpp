#include "document/docx.hpp"

#include <gtest/gtest.h>
#include <string>

#include "citegraph/error.hpp"

#include "document/dump.hpp"
#include "document/dump_tagged.hpp"
#include "document/invariants.hpp"
#include "document/made_docx.hpp"

namespace citegraph::document {
namespace {

Document read_made(const MadeDocx& made) { return parse_document(made_docx(made), "a.docx"); }

struct DocxCase {
  const char* trait;
  std::string body;
  const char* dump;
};

const std::string bold = "<w:b/>";
const std::string italic = "<w:i/>";
const std::string raised = "<w:vertAlign w:val=\"superscript\"/>";

std::vector<DocxCase> text_cases() {
  return {
      {"nothing", "", ""},
      {"paragraphs", plain("One") + "<w:p/>" + plain("Two &amp; é &lt;x&gt;"),
       "paragraph|One\nparagraph|Two & é <x>\n"},
      {"runs of one format are one mark", paragraph(run("a ") + run("b", italic) + run("c", italic) + run(" d", bold)),
       "paragraph|a {em:bc} {strong:d}\n"},
      {"a raised number in pieces", paragraph(run("So") + run("1", raised) + run(",2", raised) + run(".")),
       "paragraph|So{sup:1,2}.\n"},
      {"a lowered one", paragraph(run("H") + run("2", "<w:vertAlign w:val=\"subscript\"/>") + run("O")),
       "paragraph|H{sub:2}O\n"},
      {"a format that is off", paragraph(run("a", "<w:i w:val=\"0\"/>") + run("b", "<w:i w:val=\"false\"/>")),
       "paragraph|ab\n"},
      {"hidden text", paragraph(run("a") + run("b", "<w:vanish/>") + run("c")), "paragraph|ac\n"},
      {"white space is kept where it is asked for",
       paragraph("<w:r><w:t> a </w:t></w:r><w:r><w:t>b</w:t></w:r><w:r><w:t xml:space=\"preserve\"> c</w:t></w:r>"),
       "paragraph|ab c\n"},
      {"tabs, breaks, hyphens, signs",
       paragraph("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>"
                 "<w:softHyphen/><w:t>e</w:t><w:sym w:font=\"Arial\" w:char=\"2013\"/><w:sym w:font=\"Symbol\" "
                 "w:char=\"F0B7\"/></w:r>"),
       "paragraph|a b/c-de–\n"},
      {"tracked changes",
       paragraph("<w:ins w:id=\"1\">" + run("in ") + "</w:ins><w:del w:id=\"2\"><w:r><w:delText>out</w:delText></w:r>" +
                 run("gone") + "</w:del><w:moveFrom>" + run("away") + "</w:moveFrom><w:moveTo>" + run("here") +
                 "</w:moveTo>"),
       "paragraph|in here\n"},
      {"content controls, smart tags, custom XML",
       "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>" +
           paragraph("<w:smartTag>" + run("a") + "</w:smartTag><w:sdt><w:sdtContent>" + run("b") +
                     "</w:sdtContent></w:sdt>") +
           "</w:sdtContent></w:sdt><w:customXml>" + plain("c") + "</w:customXml>",
       "paragraph|ab\nparagraph|c\n"},
      {"headings by style, by its ancestor, by outline",
       styled("H1", "A") + plain("b") + styled("H2", "C") + styled("Mine", "D") +
           paragraph(run("E"), "<w:outlineLvl w:val=\"0\"/>") + plain("f"),
       "heading 1|A\nparagraph|b\nheading 2|C\nheading 2|D\nheading 1|E\nparagraph|f\n"},
      {"quotation and code", styled("Quote", "a") + styled("Code", "b  c"), "quote|a\ncode|b  c\n"},
      {"format of a character style", paragraph(run("a ") + run("b", "<w:rStyle w:val=\"Em\"/>")),
       "paragraph|a {em:b}\n"},
      {"lists",
       paragraph(run("a"), "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>") +
           paragraph(run("b"), "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr>") +
           paragraph(run("c"), "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr>") +
           paragraph(run("d"), "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>") +
           paragraph(run("e"), "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr>") +
           paragraph(run("f"), "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr>") +
           paragraph(run("g"), "<w:numPr><w:numId w:val=\"3\"/></w:numPr>") +
           paragraph(run("h"), "<w:numPr><w:numId w:val=\"0\"/></w:numPr>") + styled("Numbered", "i"),
       "item 1 [[1]]|a\nitem 2 [1.a)]|b\nitem 2 [1.b)]|c\nitem 1 [[2]]|d\nitem 2 [2.a)]|e\nitem 1 [[7]]|f\nitem 1|g\n"
       "paragraph|h\nitem 1 [[8]]|i\n"},
      {"tables",
       "<w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr/>" + plain("a") + plain("b") + "</w:tc><w:tc>" + plain("c") +
           "</w:tc></w:tr><w:tr><w:tc>" + plain("d") + "</w:tc></w:tr></w:tbl>" + plain("e"),
       "table|a b | c/d\nparagraph|e\n"},
      {"a box, once, behind its paragraph",
       paragraph(run("a") + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><w:txbxContent>" +
                 plain("box") + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" +
                 plain("box") + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>" + run("b")),
       "paragraph|ab\nparagraph|box\n"},
      {"links",
       paragraph("<w:hyperlink r:id=\"rLink\">" + run("here") + "</w:hyperlink> <w:hyperlink w:anchor=\"x\">" +
                 run(" there") + "</w:hyperlink>" + field("HYPERLINK \"http://y.org/\"", run("too"))),
       "paragraph|{link:here=http://x.org/} there{link:too=http://y.org/}\n"},
      {"fields show their result",
       paragraph(run("a") + field("PAGE", run("7")) + "<w:fldSimple w:instr=\" DATE \">" + run("May") +
                 "</w:fldSimple>" + field_sign("begin") + "<w:r><w:instrText>IF </w:instrText></w:r>" +
                 field("QUOTE", run("hidden")) + field_sign("separate") + run("shown") + field_sign("end")),
       "paragraph|a7Mayshown\n"},
      {"fields that never end show what is there",
       paragraph(run("a") + field_begin("PAGE") + run("b") + field_sign("begin") + run("c")) + plain("d"),
       "paragraph|abc\nparagraph|d\n"},
      {"a field over paragraphs",
       paragraph(run("a") + field_begin("TOC") + run("b")) + paragraph(run("c") + field_sign("end") + run("d")),
       "paragraph|ab\nparagraph|cd\n"},
      {"notes",
       paragraph(run("A") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" + run(" b") +
                 "<w:r><w:endnoteReference w:id=\"2\"/></w:r>" + run(".")) +
           paragraph(run("C") + "<w:r><w:footnoteReference w:id=\"3\"/></w:r><w:r><w:footnoteReference w:id=\"2\"/>"
                                "</w:r><w:r><w:footnoteReference w:id=\"9\"/></w:r>"),
       "paragraph|A{sup:{sup:1=^1}} b{sup:{sup:i=^i}}.\nnote [1]|First {em:note}.\nnote|More.\nnote [i]|End.\n"
       "paragraph|C{sup:{sup:2=^2}}{sup:{sup:1=^1}}\nnote [2]|Second.\n"},
  };
}

MadeDocx with_parts(std::string body) {
  MadeDocx made;
  made.body = std::move(body);
  made.styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:name w:val=\"heading 1\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:name w:val=\"Heading 2\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Mine\"><w:name w:val=\"mine\"/><w:basedOn w:val=\"H2\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"T\"><w:name w:val=\"Title\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"By\"><w:name w:val=\"Author\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"On\"><w:name w:val=\"Date\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Quote\"><w:name w:val=\"Quote\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Code\"><w:name w:val=\"Source Code\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Loop\"><w:name w:val=\"a\"/><w:basedOn w:val=\"Loop\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Numbered\"><w:name w:val=\"n\"/><w:pPr><w:numPr><w:numId "
      "w:val=\"2\"/></w:numPr></w:pPr></w:style>"
      "<w:style w:type=\"character\" w:styleId=\"Em\"><w:name w:val=\"Emphasis\"/><w:rPr><w:i/></w:rPr></w:style>";
  made.numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>"
      "<w:lvlText w:val=\"[%1]\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"lowerLetter\"/><w:lvlText "
      "w:val=\"%1.%2)\"/></w:lvl></w:abstractNum>"
      "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"o\"/>"
      "</w:lvl></w:abstractNum>"
      "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
      "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/>"
      "</w:lvlOverride></w:num><w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/></w:num>";
  made.footnotes = "<w:footnote w:type=\"separator\" w:id=\"0\">" + plain("line") +
                   "</w:footnote><w:footnote w:id=\"2\">" +
                   paragraph("<w:r><w:footnoteRef/></w:r>" + run(" First ") + run("note", italic) + run(".")) +
                   plain("More.") + "</w:footnote><w:footnote w:id=\"3\">" + plain("Second.") + "</w:footnote>";
  made.endnotes = "<w:endnote w:id=\"2\">" + plain("End.") + "</w:endnote>";
  made.links = docx_relationship("rLink", "hyperlink", "http://x.org/", true);
  return made;
}

TEST(Docx, Text) {
  for (const DocxCase& each : text_cases()) {
    const Document document = read_made(with_parts(each.body));
    EXPECT_EQ(dump(document), each.dump) << each.trait;
    EXPECT_EQ(dump_tagged(document), "") << each.trait;
    EXPECT_TRUE(document.diagnostics.empty()) << each.trait << ": " << document.diagnostics.front().message;
    EXPECT_EQ(document.format, Format::docx);
    expect_sound(document);
    expect_exact(document);
  }
}

TEST(Docx, Head) {
  const Document document =
      read_made(with_parts(styled("T", "Of Ships") + styled("By", "Anna Lee") + styled("By", "Carl Diaz") +
                           styled("On", "2001") + styled("H1", "Start")));
  EXPECT_EQ(document.work.get(Variable::title), "Of Ships");
  ASSERT_EQ(document.work.get(NameVariable::author).size(), 2U);
  EXPECT_EQ(document.work.get(NameVariable::author)[1].family, "Diaz");
  EXPECT_EQ(document.work.year(), 2001);
  EXPECT_EQ(dump(document).substr(0, 18), "heading 1|Of Ships");
}

TEST(Docx, PlacesAreThoseOfTheParts) {
  MadeDocx made = with_parts("\n<w:p>" + run("So") + "\n<w:r><w:footnoteReference w:id=\"2\"/></w:r>" +
                             run(" L&amp;M say") + "</w:p>");
  const Document document = read_made(made);
  const auto place_of = [&](const char* word) {
    const auto at = static_cast<std::uint32_t>(document.text.find(word));
    const Diagnostic found = document.diagnose("missing", {at, at + 3}, "x");
    const std::string_view source = document.source_of(found.source.file);
    return found.path + ":" + std::to_string(found.line) + " " +
           std::string(source.substr(found.source.start, found.source.size()));
  };
  EXPECT_EQ(place_of("L&M"), "a.docx/word/document.xml:3 L&amp;M");
  EXPECT_EQ(place_of("say"), "a.docx/word/document.xml:3 say");
  EXPECT_EQ(place_of("Fir"), "a.docx/word/footnotes.xml:1 Fir");
}

TEST(Docx, IsFoundByItsContent) {
  const std::string bytes = made_docx({plain("x"), {}, {}, {}, {}, {}, {}});
  for (const char* path : {"a.docx", "a.txt", "", "a.md"}) EXPECT_EQ(parse_document(bytes, path).format, Format::docx);
  ReadOptions options;
  options.format = Format::docx;
  EXPECT_THROW((void)parse_document("text", "a.txt", options), Error);
  EXPECT_EQ(parse_document("text", "a.docx").text, "text");
}

TEST(Docx, PartsAreFoundByTheirRelationships) {
  DocxParts parts;
  parts["_rels/.rels"] = docx_relationships(docx_relationship("r1", "officeDocument", "/here/Main.xml"));
  parts["here/main.xml"] = docx_element(
      "document", "<w:body>" + paragraph(run("a") + "<w:r><w:footnoteReference w:id=\"1\"/></w:r>") + "</w:body>");
  parts["here/_rels/Main.xml.rels"] = docx_relationships(docx_relationship("r1", "footnotes", "../there/./notes.xml"));
  parts["there/notes.xml"] = docx_element("footnotes", "<w:footnote w:id=\"1\">" + plain("b") + "</w:footnote>");
  EXPECT_EQ(dump(parse_document(packed(parts), "a.docx")), "paragraph|a{sup:{sup:1=^1}}\nnote [1]|b\n");
}

TEST(Docx, PartsInOtherEncodings) {
  DocxParts parts = parts_of({plain("Zürich"), {}, {}, {}, {}, {}, {}});
  const std::string text = parts["word/document.xml"];
  parts["word/document.xml"] = "\xEF\xBB\xBF" + text;
  EXPECT_EQ(parse_document(packed(parts)).text, "Zürich");
  std::string wide = "\xFF\xFE";
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\xC3') {
      wide += std::string("\xFC\0", 2);
      ++i;
    } else {
      wide += std::string(1, text[i]) + '\0';
    }
  }
  parts["word/document.xml"] = wide;
  const Document document = parse_document(packed(parts));
  EXPECT_EQ(document.text, "Zürich");
  expect_sound(document);
  expect_exact(document);
}

}  // namespace
}  // namespace citegraph::document
