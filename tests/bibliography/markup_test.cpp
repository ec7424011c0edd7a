// MODS, EndNote's XML and refer's tags as other programs write them.
#include <gtest/gtest.h>
#include <string>
#include <string_view>

#include "citegraph/bibliography.hpp"
#include "citegraph/csl_json.hpp"

namespace citegraph {
namespace {

std::string dump_records(const Bibliography& library) {
  std::string out;
  for (const BibliographyEntry& entry : library.entries) {
    out += to_csl_json(entry.work);
    for (const ExtraField& field : entry.extra) out += " +" + field.name + "=" + field.text;
    out += entry.broken ? " broken\n" : "\n";
  }
  for (const Diagnostic& finding : library.diagnostics)
    out += std::to_string(finding.line) + ":" + std::to_string(finding.column) + " " + std::string(finding.code) + " " +
           finding.message + "\n";
  return out;
}

std::string read_records_of(std::string_view text) { return dump_records(parse_bibliography(std::string(text))); }

struct RecordRow {
  const char* trait;
  const char* text;
  const char* dump;
};

constexpr RecordRow record_rows[] = {
    {"MODS: an article in a journal",
     R"(<?xml version="1.0"?>
<modsCollection xmlns="http://www.loc.gov/mods/v3"><mods ID="ald1">
<titleInfo><nonSort>The</nonSort><title>tides &amp; rivers</title><subTitle>a study</subTitle></titleInfo>
<name type="personal"><namePart type="family">van Alder</namePart><namePart type="given">Sue</namePart>
<role><roleTerm authority="marcrelator" type="code">aut</roleTerm></role></name>
<name type="corporate"><namePart>River Board</namePart><role><roleTerm>author</roleTerm></role></name>
<name><etal/></name>
<originInfo><dateIssued>2001-03</dateIssued></originInfo>
<relatedItem type="host"><titleInfo><title>Annals</title></titleInfo><originInfo><issuance>continuing</issuance></originInfo>
<part><detail type="volume"><number>3</number></detail><detail type="issue"><caption>no.</caption><number>4</number></detail>
<extent unit="page"><start>10</start><end>20</end></extent></part><identifier type="issn">0317-8471</identifier></relatedItem>
<identifier type="doi">10.1000/x</identifier></mods></modsCollection>)",
     R"({"id":"ald1","type":"article-journal","author":[{"family":"Alder","given":"Sue","non-dropping-particle":"van"},{"literal":"River Board"}],"issued":{"date-parts":[[2001,3]]},"title":"The tides & rivers: a study","container-title":"Annals","volume":"3","issue":"4","page":"10-20","DOI":"10.1000/x","ISSN":"0317-8471","custom":{"et-al":["author"]}})"
     "\n"},
    {"MODS: prefixes of a namespace, a chapter, its editor, a series",
     R"(<m:mods xmlns:m="http://www.loc.gov/mods/v3"><m:titleInfo><m:title>Locks</m:title></m:titleInfo>
<m:genre authority="marcgt">book chapter</m:genre>
<m:relatedItem type="host"><m:titleInfo><m:title>Canals</m:title></m:titleInfo>
<m:name type="personal"><m:namePart>Upton, C.</m:namePart><m:role><m:roleTerm type="text">editor</m:roleTerm></m:role></m:name>
<m:originInfo><m:publisher>Arch</m:publisher><m:place><m:placeTerm>Oxford</m:placeTerm></m:place></m:originInfo></m:relatedItem>
<m:relatedItem type="series"><m:titleInfo><m:title>Water</m:title><m:partNumber>7</m:partNumber></m:titleInfo></m:relatedItem>
<m:note type="thesis">odd</m:note></m:mods>)",
     R"({"type":"chapter","editor":[{"family":"Upton","given":"C."}],"title":"Locks","container-title":"Canals","collection-title":"Water","collection-number":"7","publisher":"Arch","publisher-place":"Oxford"} +thesis=odd)"
     "\n"},
    {"MODS: a record that breaks takes no other with it",
     "<modsCollection>\n<mods ID=\"a\"><titleInfo><title>One</title></titleInfo><note>cut</mods>\n<mods ID=\"b\">"
     "<titleInfo><title>Two</title></titleInfo></mods>\n<mods ID=\"c\"><titleInfo><title>Three",
     R"({"id":"a","type":"document","title":"One","note":"cut"} broken)"
     "\n"
     R"({"id":"b","type":"document","title":"Two"})"
     "\n"
     R"({"id":"c","type":"document","title":"Three"} broken)"
     "\n"
     "2:1 broken-entry the end tag \"mods\" closes no open element\n"
     "4:1 broken-entry the element \"title\" is never closed\n"},
    {"EndNote: an article, styled",
     R"(<xml><records><record><rec-number>7</rec-number><ref-type name="Journal Article">17</ref-type>
<contributors><authors><author><style face="normal">Alder, Sue</style></author><author>River Board,</author></authors></contributors>
<titles><title><style face="italic">Tides</style><style> of <![CDATA[<ice>]]></style></title><secondary-title>Annals</secondary-title></titles>
<periodical><full-title>Annals</full-title><abbr-1>Ann.</abbr-1></periodical><pages>10-20</pages><volume>3</volume><number>4</number>
<keywords><keyword>water</keyword><keyword>ice</keyword></keywords>
<dates><year>2001</year><pub-dates><date>Mar 5</date></pub-dates></dates><isbn>0317-8471</isbn>
<urls><related-urls><url>https://example.org/a</url><url>https://example.org/b</url></related-urls></urls>
<electronic-resource-num>10.1000/x</electronic-resource-num><custom1>shelf</custom1></record></records></xml>)",
     R"({"id":"7","type":"article-journal","author":[{"family":"Alder","given":"Sue"},{"literal":"River Board"}],"issued":{"date-parts":[[2001,3,5]]},"title":"Tides of <ice>","container-title":"Annals","container-title-short":"Ann.","volume":"3","issue":"4","page":"10-20","keyword":"water; ice","DOI":"10.1000/x","ISSN":"0317-8471","URL":"https://example.org/a"} +url=https://example.org/b +custom1=shelf)"
     "\n"},
    {"refer: as EndNote writes it, a line that goes on",
     "%0 Book Section\n%A Upton, C.\n%A et al.\n%T Locks and\n their keepers\n%B Canals\n%E Alder, Sue\n%D 1999\n%8 "
     "May 3\n"
     "%P 1-9\n%@ 978-3-16-148410-0\n%F upton1\n%1 left\n",
     R"({"id":"upton1","type":"chapter","author":[{"family":"Upton","given":"C."}],"editor":[{"family":"Alder","given":"Sue"}],"issued":{"date-parts":[[1999,5,3]]},"title":"Locks and their keepers","container-title":"Canals","page":"1-9","ISBN":"978-3-16-148410-0","custom":{"et-al":["author"]}} +1=left)"
     "\n"},
    {"refer: the pages of a book are how many it has", "%0 Book\n%T Canals\n%P 212\n%! C.\n",
     R"({"type":"book","title":"Canals","title-short":"C.","number-of-pages":"212"})"
     "\n"},
    {"EndNote: what no variable stands for is kept by its name",
     "<records><record><database>D</database><ref-type name=\"Journal Article\">17</ref-type><section>3</section>"
     "<research-notes><style>read</style></research-notes></record></records>",
     R"({"type":"article-journal"} +section=3 +research-notes=read)"
     "\n"},
    {"MODS: a review, its genre",
     "<mods><titleInfo><title>On Canals</title></titleInfo><genre authority=\"csl\">review-book</genre>"
     "<genre>report</genre><relatedItem type=\"reviewOf\"><titleInfo><title>Canals</title></titleInfo>"
     "<name><namePart type=\"family\">Alder</namePart></name></relatedItem></mods>",
     R"({"type":"review-book","reviewed-author":[{"family":"Alder"}],"title":"On Canals","genre":"report"} +reviewOf=Canals)"
     "\n"},
    {"refer: no types, a blank line between records",
     "%A C. Upton\n%T Locks\n%J Annals\n%V 3\n%D 1999\n\n%T Canals\n%I Arch\n%C Oxford\n",
     R"({"type":"article-journal","author":[{"family":"Upton","given":"C."}],"issued":{"date-parts":[[1999]]},"title":"Locks","container-title":"Annals","volume":"3"})"
     "\n"
     R"({"type":"book","title":"Canals","publisher":"Arch","publisher-place":"Oxford"})"
     "\n"},
};

TEST(MarkupReader, RecordsOfOtherPrograms) {
  for (const RecordRow& row : record_rows) EXPECT_EQ(read_records_of(row.text), row.dump) << row.trait;
}

TEST(MarkupReader, EntriesKnowTheirPlace) {
  const std::string text =
      "<records>\n<!-- <record>none</record> -->\n<record><label>a</label></record>\r\n<record/></records>";
  const Bibliography library = parse_bibliography(text);
  ASSERT_EQ(library.format, BibliographyFormat::endnote);
  ASSERT_EQ(library.entries.size(), 2U);
  EXPECT_EQ(library.raw(library.entries[0]), "<record><label>a</label></record>");
  EXPECT_EQ(library.raw(library.entries[1]), "<record/>");
}

TEST(MarkupReader, EntitiesOfADocumentTypeAreNotExpanded) {
  const Bibliography library = parse_bibliography(
      "<!DOCTYPE mods [<!ENTITY a \"aaaa\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
      "<mods><titleInfo><title>T &a; &x; &#65;</title></titleInfo></mods>");
  ASSERT_EQ(library.entries.size(), 1U);
  EXPECT_EQ(library.entries[0].work.get(Variable::title), "T &a; &x; A");
}

TEST(MarkupReader, DeepNestingIsRead) {
  std::string text = "<mods>";
  for (int i = 0; i < 100'000; ++i) text += "<note>";
  const Bibliography library = parse_bibliography(text);
  ASSERT_EQ(library.entries.size(), 1U);
  EXPECT_TRUE(library.entries[0].broken);
}

}  // namespace
}  // namespace citegraph
