// DOCX that is made to break a reader: it is read or refused by name, in linear time, without deep recursion.
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "citegraph/error.hpp"

#include "document/companion_files.hpp"
#include "document/invariants.hpp"
#include "document/made_docx.hpp"
#include "processor_time.hpp"

namespace citegraph::document {
namespace {

// What reading says: the message of the error, or the text.
std::string outcome(const std::string& bytes, const ReadOptions& options = {}) {
  try {
    const Document document = parse_document(bytes, "a.docx", options);
    expect_sound(document);
    return document.text;
  } catch (const Error& error) {
    return error.what();
  }
}

MadeDocx small() {
  MadeDocx made;
  made.body = paragraph(run("Text") + "<w:r><w:footnoteReference w:id=\"1\"/></w:r>") +
              paragraph(field("CITATION Lee01", run("(Lee, 2001)")));
  made.footnotes = "<w:footnote w:id=\"1\">" + plain("Note") + "</w:footnote>";
  made.styles = "<w:style w:styleId=\"a\"/>";
  made.sources = "<b:Source><b:Tag>Lee01</b:Tag><b:Title>Ships</b:Title></b:Source>";
  return made;
}

TEST(DocxHostile, WhatIsNoDocumentIsRefusedByName) {
  struct Row {
    const char* trait;
    DocxParts parts;
    const char* message;
  };
  const DocxParts good = parts_of(small());
  const auto with = [&](const std::string& name, const std::string& bytes) {
    DocxParts parts = good;
    parts[name] = bytes;
    return parts;
  };
  const std::vector<Row> rows = {
      {"another kind of archive",
       {{"mimetype", "application/epub+zip"}},
       "a.docx: this is a ZIP archive that holds no Word document"},
      {"the main part is missing", {{"_rels/.rels", good.at("_rels/.rels")}}, "holds no Word document"},
      {"a table of numbers", with("word/document.xml", "<workbook/>"),
       "holds no Word document but the element \"workbook\""},
      {"broken XML", with("word/document.xml", "<w:document>\n<w:body></w:document>"), "a.docx/word/document.xml:2:"},
      {"no XML", with("word/document.xml", ""), "a.docx/word/document.xml:1:1: no XML element"},
      {"bytes", with("word/document.xml", std::string(1000, '\1')), "a.docx/word/document.xml: binary content"},
  };
  for (const Row& row : rows)
    EXPECT_NE(outcome(packed(row.parts)).find(row.message), std::string::npos)
        << row.trait << ": " << outcome(packed(row.parts));
  EXPECT_NE(outcome("PK\x03\x04").find("no complete ZIP archive"), std::string::npos);
}

TEST(DocxHostile, WhatIsBrokenBesideTheTextIsReported) {
  struct Row {
    const char* trait;
    std::string name;
    std::string bytes;
    const char* finding;
  };
  const std::vector<Row> rows = {
      {"notes", "word/footnotes.xml", "<w:footnotes><w:footnote>", "missing-file a.docx/word/footnotes.xml:1:"},
      {"styles", "word/styles.xml", "no XML", "missing-file a.docx/word/styles.xml:1:"},
      {"sources", "customXml/item1.xml", "<b:Sources", "missing-file a.docx/customXml/item1.xml:1:"},
      {"relationships", "word/_rels/document.xml.rels", "<R>", "missing-file a.docx/word/_rels/document.xml.rels:1:"},
      {"a path out of the package", "word/_rels/document.xml.rels",
       docx_relationships("\n" + docx_relationship("r", "footnotes", "../../etc/passwd")),
       "missing-file a.docx/word/_rels/document.xml.rels:2:1 the part \"../../etc/passwd\" lies outside"},
      {"a path of another machine", "word/_rels/document.xml.rels",
       docx_relationships(docx_relationship("r", "footnotes", "\\\\host\\share")), "lies outside"},
      {"a drive", "word/_rels/document.xml.rels",
       docx_relationships(docx_relationship("r", "footnotes", "/C:/notes.xml")), "lies outside"},
  };
  for (const Row& row : rows) {
    DocxParts parts = parts_of(small());
    parts[row.name] = row.bytes;
    const Document document = parse_document(packed(parts), "a.docx");
    EXPECT_NE(dump_findings(document).find(row.finding), std::string::npos)
        << row.trait << ": " << dump_findings(document);
    EXPECT_EQ(document.text.substr(0, 4), "Text") << row.trait;
    expect_sound(document);
  }
}

TEST(DocxHostile, EntitiesAreNeitherExpandedNorFetched) {
  DocxParts parts = parts_of(small());
  parts["word/document.xml"] =
      "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>" +
      docx_element("document", "<w:body>" + plain("x &b; &c; y") + "</w:body>");
  EXPECT_EQ(outcome(packed(parts)), "x &b; &c; y");
}

TEST(DocxHostile, ABombIsRefused) {
  DocxParts parts = parts_of(small());
  parts["word/document.xml"] = docx_element("document", "<w:body>" + plain(std::string(8U << 20U, 'a')) + "</w:body>");
  const std::string bytes = packed(parts);
  ASSERT_LT(bytes.size(), 100000U);
  ReadOptions options;
  options.limits.bytes = 1U << 20U;
  EXPECT_EQ(outcome(bytes, options), "a.docx: larger than the limit of 1048576 bytes when unpacked");
  options.limits.bytes = 100;
  EXPECT_EQ(outcome(bytes, options), "a.docx: larger than the limit of 100 bytes");
}

TEST(DocxHostile, EveryPrefixAndEveryByteIsReadOrRefused) {
  const std::string bytes = made_docx(small());
  for (std::size_t size = 0; size < bytes.size(); ++size) (void)outcome(bytes.substr(0, size));
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(~static_cast<unsigned char>(damaged[at]));
    (void)outcome(damaged);
  }
}

TEST(DocxHostile, EveryPrefixOfATextIsReadOrRefused) {
  DocxParts parts = parts_of(small());
  const std::string text = parts["word/document.xml"];
  for (std::size_t size = 0; size < text.size(); size += 3) {
    parts["word/document.xml"] = text.substr(0, size);
    (void)outcome(packed(parts));
  }
}

std::string many(const std::string& open, std::size_t count, const std::string& close = {}) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += open;
  for (std::size_t i = 0; i < count && !close.empty(); ++i) text += close;
  return text;
}

TEST(DocxHostile, StaysLinear) {
  constexpr std::size_t count = 20000;
  const std::string citation = R"(ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems":[{"itemData":{"title":"Ships"}}]})";
  struct Row {
    const char* trait;
    std::string body;
  };
  const std::vector<Row> rows = {
      {"paragraphs in paragraphs", many("<w:p>", count, "</w:p>")},
      {"tables in tables", many("<w:tbl><w:tr><w:tc>", count, "</w:tc></w:tr></w:tbl>")},
      {"boxes in boxes", many("<w:p><w:r><w:txbxContent>", count, "</w:txbxContent></w:r></w:p>")},
      {"insertions in insertions", "<w:p>" + many("<w:ins>", count, "</w:ins>") + "</w:p>"},
      {"links in links", "<w:p>" + many("<w:hyperlink r:id=\"x\">", count, "</w:hyperlink>") + "</w:p>"},
      {"fields never closed", paragraph(many(field_begin("PAGE"), count))},
      {"fields in fields", paragraph(many(field_begin("PAGE"), count, field_sign("end")))},
      {"ends without fields", paragraph(many(field_sign("end"), count))},
      {"simple fields in simple fields",
       "<w:p>" + many("<w:fldSimple w:instr=\"PAGE\">", count, "</w:fldSimple>") + "</w:p>"},
      {"lists in lists", paragraph(many(field_begin("BIBLIOGRAPHY"), 900) + run("x") + many(field_sign("end"), 900)) +
                             many(plain("y"), count)},
      {"citations", paragraph(many(field(citation, run("(Ships)")), count))},
      {"entries all alike", paragraph(field(citation, run("x"))) + paragraph(field_begin("BIBLIOGRAPHY")) +
                                many(plain("Ships, ships, ships"), count) + paragraph(field_sign("end"))},
      {"one paragraph of many runs", paragraph(many(run("a ", "<w:i/>") + run("b "), count))},
      {"calls of one note", paragraph(many("<w:r><w:footnoteReference w:id=\"1\"/></w:r>", count))},
      {"headings", many(paragraph(run("x"), "<w:outlineLvl w:val=\"8\"/>"), count)},
  };
  for (const Row& row : rows) {
    MadeDocx made = small();
    made.body = row.body;
    const std::string bytes = made_docx(made);
    // A release build takes a few tenths of a second; what is quadratic takes far longer than this.
    EXPECT_LT(test::processor_seconds([&] { (void)outcome(bytes); }), 5.0) << row.trait;
  }
}

}  // namespace
}  // namespace citegraph::document
