// What reference managers and Word itself leave in fields: citations, works, the printed list.
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "citegraph/document.hpp"

#include "document/companion_files.hpp"
#include "document/dump.hpp"
#include "document/dump_tagged.hpp"
#include "document/invariants.hpp"
#include "document/made_docx.hpp"

namespace citegraph::document {
namespace {

// An item of a citation: its address in the library and the work.
std::string item(const std::string& address, const std::string& family, const std::string& year,
                 const std::string& title) {
  return R"({"id":"ITEM-1","uris":["http://zotero.org/users/1/items/)" + address +
         R"("],"itemData":{"id":7,"type":"article-journal","title":")" + title +
         R"(","container-title":"Harbour Studies","volume":"12","page":"45-68","author":[{"family":")" + family +
         R"(","given":"Anna"}],"issued":{"date-parts":[[")" + year + R"("]]}}})";
}

std::string lee() { return item("LEE", "Lee", "2001", "Of ships and their names"); }
std::string diaz() { return item("DIAZ", "Díaz", "2003", "Of tides"); }
std::string roe() { return item("ROE", "Roe", "1999", "Of winds"); }
std::string lee_again() { return item("LEE2", "Lee", "2004", "Of harbours"); }

std::string zotero(const std::vector<std::string>& items, const std::string& content) {
  std::string json =
      R"(ADDIN ZOTERO_ITEM CSL_CITATION {"citationID":"a1","properties":{"noteIndex":0},"citationItems":[)";
  for (std::size_t i = 0; i < items.size(); ++i) json += (i == 0 ? "" : ",") + items[i];
  return field(json + R"(],"schema":"x"})", content);
}

std::string cited(const std::vector<std::string>& items, const std::string& text) { return zotero(items, run(text)); }

// A list in one field over paragraphs.
std::string listed(const std::vector<std::string>& entries,
                   const std::string& instruction = "ADDIN ZOTERO_BIBL {\"uncited\":[]} CSL_BIBLIOGRAPHY") {
  std::string body;
  for (std::size_t i = 0; i < entries.size(); ++i)
    body += paragraph((i == 0 ? field_begin(instruction) : std::string()) + run(entries[i]) +
                      (i + 1 == entries.size() ? field_sign("end") : std::string()));
  return body;
}

// The same in base64, for the tests: three bytes make four letters.
std::string in_base64(const std::string& bytes) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t three = 0;
    for (std::size_t k = 0; k < 3; ++k)
      three = three << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k) out += i + k > bytes.size() ? '=' : letters[three >> (18 - 6 * k) & 63U];
  }
  return out;
}

// A content control.
std::string control(const std::string& tag, const std::string& content) {
  return "<w:sdt><w:sdtPr><w:tag w:val=\"" + tag + "\"/><w:id w:val=\"1\"/></w:sdtPr><w:sdtContent>" + content +
         "</w:sdtContent></w:sdt>";
}

std::string mendeley_cite(const std::string& one, const std::string& text) {
  return control("MENDELEY_CITATION_v3_" + in_base64(R"({"citationID":"a","citationItems":[)" + one + "]}"), run(text));
}

// One citation of EndNote: its record.
std::string endnote_cite(const std::string& family, const std::string& year, const std::string& title) {
  return "<EndNote><Cite><Author>" + family + "</Author><Year>" + year +
         "</Year><RecNum>5</RecNum><record><rec-number>5" +
         "</rec-number><ref-type name=\"Journal Article\">17</ref-type><contributors><authors><author>" + family +
         ", Anna</author></authors></contributors><titles><title>" + title +
         "</title><secondary-title>Harbour Studies</secondary-title></titles><dates><year>" + year +
         "</year></dates></record></Cite></EndNote>";
}

std::string escaped_xml(const std::string& xml) {
  std::string text;
  for (const char c : xml)
    text += c == '<' ? std::string("&lt;") : c == '"' ? std::string("&quot;") : std::string(1, c);
  return text;
}

const std::string lee_printed = "Lee A (2001) Of ships and their names. Harbour Studies 12: 45–68";
const std::string diaz_printed = "Díaz, Anna. 2003. ‘Of Tides’. Harbour Studies 12, 45–68.";

struct FieldCase {
  const char* trait;
  std::string body;
  const char* tagged;
  const char* bibliography;
};

std::vector<FieldCase> field_cases() {
  return {
      {"one work", paragraph(run("So ") + cited({lee()}, "(Lee, 2001)") + run(".")), "cites lee2001ships|Lee, 2001\n",
       "lee2001ships"},
      {"two works, each its part", paragraph(cited({lee(), diaz()}, "(Lee, 2001; Díaz, 2003, p. 5)")),
       "cites lee2001ships|Lee, 2001\ncites diaz2003tides|Díaz, 2003, p. 5\n", "lee2001ships diaz2003tides"},
      {"sorted otherwise than in the field", paragraph(cited({lee(), diaz()}, "(Díaz, 2003; Lee, 2001)")),
       "cites diaz2003tides|Díaz, 2003\ncites lee2001ships|Lee, 2001\n", "lee2001ships diaz2003tides"},
      {"years of one author", paragraph(cited({lee(), lee_again(), roe()}, "(Lee 2001, 2004; Roe, 1999)")),
       "cites lee2001ships|Lee 2001\ncites lee2004harbours|2004\ncites roe1999winds|Roe, 1999\n",
       "lee2001ships lee2004harbours roe1999winds"},
      {"numbers stay together", paragraph(cited({lee(), diaz(), roe()}, "[1–3]")),
       "cites lee2001ships diaz2003tides roe1999winds|1–3\n", "lee2001ships diaz2003tides roe1999winds"},
      {"raised numbers",
       paragraph(run("So") + zotero({lee(), diaz()}, run("1,2", "<w:vertAlign w:val=\"superscript\"/>"))),
       "cites lee2001ships diaz2003tides|1,2\n", "lee2001ships diaz2003tides"},
      {"the same work twice", paragraph(cited({lee()}, "(Lee, 2001)") + run(" and ") + cited({lee()}, "(Lee, 2001)")),
       "cites lee2001ships|Lee, 2001\ncites lee2001ships|Lee, 2001\n", "lee2001ships"},
      {"instruction in pieces",
       paragraph(field_sign("begin") + "<w:r><w:instrText>ADDIN ZOTERO_ITEM CSL_CIT</w:instrText></w:r>" +
                 "<w:r><w:instrText>ATION {&quot;citationItems&quot;:[</w:instrText></w:r><w:r><w:instrText>" +
                 escaped_json(lee()) + "]}</w:instrText></w:r>" + field_sign("separate") + run("(Lee") +
                 run(", 2001)", "<w:i/>") + field_sign("end")),
       "cites lee2001ships|Lee, 2001\n", "lee2001ships"},
      {"Mendeley",
       paragraph(field(R"(ADDIN CSL_CITATION {"citationItems":[)" + lee() + R"(],"mendeley":{"x":"{"}})",
                       run("(Lee, 2001)"))) +
           listed({lee_printed}, "ADDIN Mendeley Bibliography CSL_BIBLIOGRAPHY"),
       "entry lee2001ships\n  document\ncites lee2001ships|Lee, 2001\n", ""},
      {"a list that prints them, and one that no field cites",
       paragraph(cited({lee(), diaz()}, "(Lee 2001; Díaz 2003)")) + plain("References") +
           listed({diaz_printed, lee_printed, "Someone else. A book nobody cites. Publisher, 2010."}),
       "entry diaz2003tides\n  document\nentry lee2001ships\n  document\nentry \n  document\n"
       "cites lee2001ships|Lee 2001\ncites diaz2003tides|Díaz 2003\n",
       ""},
      {"a numbered list", paragraph(cited({lee()}, "[1]")) + listed({"[1] " + lee_printed, "2. " + diaz_printed}),
       "entry lee2001ships [[1]]\n  document\nentry  [2.]\n  document\ncites lee2001ships|1\n", ""},
      {"a work that the list does not print", paragraph(cited({lee(), diaz()}, "[1,2]")) + listed({lee_printed}),
       "entry lee2001ships\n  document\ncites lee2001ships diaz2003tides|1,2\n", "diaz2003tides"},
      {"a citation in a simple field",
       paragraph("<w:fldSimple w:instr=\"ADDIN ZOTERO_ITEM CSL_CITATION {&quot;citationItems&quot;:[" +
                 escaped_json(lee()) + "]}\">" + run("(Lee, 2001)") + "</w:fldSimple>" + run(" b")),
       "cites lee2001ships|Lee, 2001\n", "lee2001ships"},
      {"a content control of Mendeley Cite",
       paragraph(run("So ") + mendeley_cite(lee(), "(Lee, 2001)") + run(".")) +
           control("MENDELEY_BIBLIOGRAPHY", plain(lee_printed)),
       "entry lee2001ships\n  document\ncites lee2001ships|Lee, 2001\n", ""},
      {"a content control of no citation", paragraph(control("title", run("(Lee, 2001)"))), "", ""},
      {"EndNote, its record in the instruction",
       paragraph(field_sign("begin") + "<w:r><w:instrText> ADDIN EN.CITE " +
                 escaped_xml(endnote_cite("Lee", "2001", "Of ships and their names")) + "</w:instrText></w:r>" +
                 field_sign("separate") + run("(Lee, 2001)") + field_sign("end")) +
           listed({lee_printed}, "ADDIN EN.REFLIST"),
       "entry lee2001ships\n  document\ncites lee2001ships|Lee, 2001\n", ""},
      {"EndNote, its record in the data",
       paragraph("<w:r><w:fldChar w:fldCharType=\"begin\"><w:fldData xml:space=\"preserve\">" +
                 in_base64(endnote_cite("Lee", "2001", "Of ships and their names")) +
                 "\n</w:fldData></w:fldChar></w:r><w:r><w:instrText> ADDIN EN.CITE </w:instrText></w:r>" +
                 field_sign("begin") + "<w:r><w:instrText> ADDIN EN.CITE.DATA </w:instrText></w:r>" +
                 field_sign("end") + field_sign("separate") + run("(Lee, 2001)") + field_sign("end")),
       "cites lee2001ships|Lee, 2001\n", "lee2001ships"},
      {"a list that no field holds",
       plain("In 2001 Lee wrote Of ships and their names.") +
           paragraph(cited({lee(), diaz()}, "(Lee 2001; Díaz 2003)")) + plain("References") + plain(diaz_printed) +
           plain(lee_printed) + plain("Someone else. A book that was typed. Publisher, 2010.") + plain("Annex of 2001"),
       "entry diaz2003tides\n  document\nentry lee2001ships\n  document\nentry \n  document\n"
       "cites lee2001ships|Lee 2001\ncites diaz2003tides|Díaz 2003\n",
       ""},
      {"a citation in a tracked deletion", paragraph("<w:del>" + cited({lee()}, "(Lee, 2001)") + "</w:del>" + run("a")),
       "", ""},
      {"a field that never ends",
       paragraph(run("a ") + field_begin(R"(ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems":[)" + lee() + "]}") +
                 run("(Lee, 2001)")) +
           plain("b"),
       "", ""},
  };
}

TEST(DocxFields, CitationsAndEntries) {
  for (const FieldCase& each : field_cases()) {
    MadeDocx made;
    made.body = each.body;
    const Document document = parse_document(made_docx(made), "a.docx");
    EXPECT_EQ(dump_tagged(document), each.tagged) << each.trait;
    EXPECT_EQ(dump_bibliography(document), each.bibliography) << each.trait;
    EXPECT_EQ(dump_findings(document), "") << each.trait;
    expect_sound(document);
  }
}

TEST(DocxFields, CitationsAtBookmarks) {
  const std::string code = R"(ZOTERO_ITEM CSL_CITATION {"citationItems":[)" + lee() + "]}";
  const auto property = [](const std::string& name, const std::string& text) {
    return "<property name=\"" + name + "\"><vt:lpwstr>" + text + "</vt:lpwstr></property>";
  };
  const auto bookmark = [](const std::string& id, const std::string& name, const std::string& content) {
    return "<w:bookmarkStart w:id=\"" + id + "\" w:name=\"" + name + "\"/>" + content + "<w:bookmarkEnd w:id=\"" + id +
           "\"/>";
  };
  MadeDocx made;
  made.body =
      paragraph(run("So ") + bookmark("0", "ZOTERO_BREF_a", run("(Lee, 2001)")) + bookmark("1", "other", run("."))) +
      bookmark("2", "ZOTERO_BREF_b", plain(lee_printed));
  DocxParts parts = parts_of(made);
  parts["_rels/.rels"] = docx_relationships(docx_relationship("r1", "officeDocument", "word/document.xml") +
                                            docx_relationship("r2", "custom-properties", "docProps/custom.xml"));
  parts["docProps/custom.xml"] =
      "<Properties xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">" +
      property("ZOTERO_BREF_a_2", escaped_json(code.substr(40))) +
      property("ZOTERO_BREF_a_1", escaped_json(code.substr(0, 40))) +
      property("ZOTERO_BREF_b_1", "ZOTERO_BIBL {} CSL_BIBLIOGRAPHY") + property("Other", "x") + "</Properties>";
  const Document document = parse_document(packed(parts), "a.docx");
  EXPECT_EQ(dump_tagged(document), "entry lee2001ships\n  document\ncites lee2001ships|Lee, 2001\n");
  EXPECT_EQ(dump_findings(document), "");
  expect_sound(document);
}

TEST(DocxFields, NumbersOfEntriesAreCounted) {
  MadeDocx made;
  made.numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"[%1]\"/></w:lvl></w:abstractNum>"
      "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
  const std::string numbered = "<w:numPr><w:numId w:val=\"1\"/></w:numPr>";
  made.body = paragraph(cited({lee()}, "[2]")) + plain("References") + paragraph(run(diaz_printed), numbered) +
              paragraph(run(lee_printed), numbered);
  const Document document = parse_document(made_docx(made), "a.docx");
  EXPECT_EQ(dump_tagged(document),
            "entry  [[1]]\n  document\nentry lee2001ships [[2]]\n  document\ncites lee2001ships|2\n");
}

TEST(DocxFields, BrokenOnesAreReportedAndTheirTextIsKept) {
  struct Row {
    const char* trait;
    std::string instruction;
    const char* findings;
  };
  const std::vector<Row> rows = {
      {"no JSON", "ADDIN ZOTERO_ITEM CSL_CITATION",
       "broken-markup a.docx/word/document.xml:2:7 the citation in this field is no valid JSON; its text is read as "
       "any "
       "other\n"},
      {"cut off", "ADDIN ZOTERO_ITEM CSL_CITATION {\"citationItems\":[{\"id\":1",
       "broken-markup a.docx/word/document.xml:2:7 the citation in this field is no valid JSON; its text is read as "
       "any "
       "other\n"},
      {"nothing about the work", R"(ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems":[{"id":1}]})",
       "broken-markup a.docx/word/document.xml:2:7 an item of the citation in this field says nothing of its work\n"},
      {"nested without end", "ADDIN ZOTERO_ITEM CSL_CITATION {\"citationItems\":" + std::string(100000, '['),
       "broken-markup a.docx/word/document.xml:2:7 the citation in this field is no valid JSON; its text is read as "
       "any "
       "other\n"},
      {"no record of EndNote", "ADDIN EN.CITE",
       "broken-markup a.docx/word/document.xml:2:7 the citation in this field holds no record of EndNote; its text is "
       "read as any other\n"},
      {"a source that is not there", "CITATION Lee01 \\l 1033",
       "broken-markup a.docx/word/document.xml:2:7 the document holds no source \"Lee01\"\n"},
  };
  for (const Row& row : rows) {
    MadeDocx made;
    made.body = paragraph(field_sign("begin") + "\n<w:r><w:instrText>" + escaped_json(row.instruction) +
                          "</w:instrText></w:r>" + field_sign("separate") + run("(Lee, 2001)") + field_sign("end"));
    const Document document = parse_document(made_docx(made), "a.docx");
    EXPECT_EQ(dump_findings(document), row.findings) << row.trait;
    EXPECT_EQ(document.text, "(Lee, 2001)") << row.trait;
    EXPECT_TRUE(document.tagged_citations.empty()) << row.trait;
  }
}

constexpr const char* sources =
    "<b:Source><b:Tag>Lee01</b:Tag><b:SourceType>JournalArticle</"
    "b:SourceType><b:Author><b:Author><b:NameList><b:Person>"
    "<b:Last>Lee</b:Last><b:First>Anna</b:First><b:Middle>B.</b:Middle></b:Person></b:NameList></b:Author></b:Author>"
    "<b:Title>Of ships &amp; names</b:Title><b:JournalName>Harbour Studies</b:JournalName><b:Year>2001</b:Year>"
    "<b:Month>May</b:Month><b:Volume>12</b:Volume><b:Issue>3</b:Issue><b:Pages>45-68</b:Pages></b:Source>"
    "<b:Source><b:Tag>Por03</b:Tag><b:SourceType>Report</b:SourceType><b:Author><b:Author><b:Corporate>Port Office"
    "</b:Corporate></b:Author></b:Author><b:Title>Tides</b:Title><b:Year>2003</b:Year><b:City>Rome</b:City>"
    "<b:Publisher>Crown</b:Publisher><b:URL>http://x.org/</b:URL></b:Source>"
    "<b:Source><b:Tag>Non00</b:Tag><b:Title>Never cited</b:Title></b:Source>";

TEST(DocxFields, SourcesOfWord) {
  MadeDocx made;
  made.sources = sources;
  made.body =
      paragraph("<w:sdt><w:sdtContent>" +
                field("CITATION Lee01 \\p 46 \\m Por03 \\l 1033", run(" (Lee, 2001, p. 46; Port Office, 2003)")) +
                "</w:sdtContent></w:sdt>" + run(".")) +
      plain("Bibliography") +
      listed({"Lee, A. B. (2001, May). Of ships & names. Harbour Studies, 12(3), 45-68.",
              "Port Office. (2003). Tides. Rome: Crown."},
             "BIBLIOGRAPHY \\l 1033");
  const Document document = parse_document(made_docx(made), "a.docx");
  EXPECT_EQ(dump_tagged(document),
            "entry Lee01\n  document\nentry Por03\n  document\ncites Lee01|Lee, 2001, p. 46\ncites Por03|Port Office, "
            "2003\n");
  EXPECT_EQ(dump_bibliography(document), "");
  const Work& work = *document.tagged_references[0].record;
  EXPECT_EQ(summary(work), "Lee, Anna B. (2001). Of ships & names. Harbour Studies, 12(3), 45-68.");
  EXPECT_EQ(work.type, WorkType::article_journal);
  EXPECT_EQ(document.tagged_references[1].record->get(NameVariable::author)[0].literal, "Port Office");
  EXPECT_EQ(document.tagged_references[1].record->get(Variable::publisher_place), "Rome");
}

TEST(DocxFields, AListInATable) {
  MadeDocx made;
  made.sources = sources;
  const auto row = [](const std::string& number, const std::string& text) {
    return "<w:tr><w:tc>" + plain(number) + "</w:tc><w:tc>" + plain(text) + "</w:tc></w:tr>";
  };
  made.body = paragraph(field("CITATION Lee01", run("[1]")) + run(", ") + field("CITATION Por03", run("[2]"))) +
              paragraph(field_begin("BIBLIOGRAPHY")) + "<w:tbl>" +
              row("[1]", "A. B. Lee, “Of ships & names,” Harbour Studies, vol. 12, no. 3, pp. 45-68, 2001.") +
              row("[2]", "Port Office, “Tides,” Crown, Rome, 2003.") + "</w:tbl>" + paragraph(field_sign("end")) +
              "<w:tbl><w:tr><w:tc>" + plain("other") + "</w:tc></w:tr></w:tbl>";
  for (std::size_t at = made.body.find(" & "); at != std::string::npos; at = made.body.find(" & "))
    made.body.replace(at, 3, " &amp; ");
  const Document document = parse_document(made_docx(made), "a.docx");
  EXPECT_EQ(dump_tagged(document),
            "entry Lee01 [[1]]\n  document\nentry Por03 [[2]]\n  document\ncites Lee01|1\ncites Por03|2\n");
  EXPECT_EQ(document.blocks.back().kind, BlockKind::table);
  expect_sound(document);
}

TEST(DocxFields, CitationsInNotes) {
  MadeDocx made;
  made.body = paragraph(run("So") + "<w:r><w:footnoteReference w:id=\"1\"/></w:r>" + run(".")) + listed({lee_printed});
  made.footnotes = "<w:footnote w:id=\"1\">" +
                   paragraph(run("See ") + cited({lee()}, "Lee, Of ships and their names")) + "</w:footnote>";
  const Document document = parse_document(made_docx(made), "a.docx");
  EXPECT_EQ(dump_tagged(document),
            "entry lee2001ships\n  document\ncites lee2001ships|Lee, Of ships and their names\n");
  EXPECT_EQ(document.map.to_source(document.tagged_citations[0].span).file,
            document.map.to_source(document.blocks[1].span).file);
  expect_sound(document);
}

}  // namespace
}  // namespace citegraph::document
