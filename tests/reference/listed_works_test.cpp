// Works from bibliographies and from the lists of articles.
#include "citegraph/listed_works.hpp"

#include <gtest/gtest.h>
#include <sstream>
#include <string>
#include <vector>

#include "citegraph/error.hpp"

namespace citegraph {
namespace {

std::string dump(const Bibliography& listed) {
  std::string out(to_string(listed.format));
  for (const BibliographyEntry& entry : listed.entries)
    out.append("|")
        .append(entry.work.key)
        .append(" ")
        .append(to_string(entry.work.type))
        .append(" ")
        .append(summary(entry.work));
  return out;
}

struct ListedCase {
  const char* trait;
  const char* path;
  const char* bytes;
  const char* dump;
};

constexpr ListedCase listed_cases[] = {
    {"a list in JATS", "a.xml",
     "<?xml version=\"1.0\"?><ref-list><ref id=\"B1\"><element-citation publication-type=\"book\"><person-group>"
     "<name><surname>Lee</surname><given-names>A.</given-names></name></person-group><source>Ships</source>"
     "<year>2001</year></element-citation></ref></ref-list>",
     "jats|B1 book Lee, A. (2001). Ships."},
    {"entries that are text only", "",
     "<ref-list><title>References</title><ref id=\"B2\"><mixed-citation>Roth, C. (1999). Coasts. Oslo: Harbour "
     "Press.</mixed-citation></ref></ref-list>",
     "jats|B2 book Roth, C. (1999). Coasts. Harbour Press."},
    {"the list of an article", "a.nxml",
     "<article><body><p>Text.</p></body><back><ref-list><ref id=\"B1\"><element-citation publication-type=\"journal\">"
     "<article-title>Ships</article-title><source>Ports</source><year>2001</year><month>5</month><issn>0317-8471</issn>"
     "</element-citation></ref></ref-list></back></article>",
     "jats|B1 article-journal Ships (2001). Ports."},
    {"several works in one entry", "a.xml",
     "<ref-list><ref id=\"B1\"><element-citation publication-type=\"book\"><source>Ships</source><year>2001</year>"
     "</element-citation><element-citation publication-type=\"book\"><source>Ports</source><year>2002</year>"
     "</element-citation></ref></ref-list>",
     "jats|B1 book Ships (2001).|B1 book Ports (2002)."},
    {"a list in TEI", "a.xml",
     "<listBibl xmlns=\"http://www.tei-c.org/ns/1.0\"><biblStruct xml:id=\"b1\" type=\"bookSection\"><analytic><title "
     "level=\"a\">Ships</title><author><persName><forename>A.</forename><surname>Lee</surname></persName></author>"
     "</analytic><monogr><title level=\"m\">Ports</title><imprint><date when=\"2001-05\"/></imprint></monogr>"
     "</biblStruct></listBibl>",
     "tei|b1 chapter Lee, A. (2001). Ships. Ports."},
    {"the list of a text in TEI", "a.tei",
     "<TEI><text><body><p>Text.</p></body><back><listBibl><bibl xml:id=\"b1\"><author>Lee, A.</author>, <title "
     "level=\"m\">Ships</title>, <publisher>Port</publisher>, <date>2001</date>.</bibl></listBibl></back></text></TEI>",
     "tei|b1 book Lee, A. (2001). Ships. Port."},
    {"a bibliography", "a.bib", "@book{lee, author = {Lee, A.}, title = {Ships}, year = 2001}",
     "bibtex|lee book Lee, A. (2001). Ships."},
    {"records in XML that are no article", "a.xml",
     "<modsCollection xmlns=\"http://www.loc.gov/mods/v3\"><mods ID=\"lee\"><titleInfo><title>Ships</title></titleInfo>"
     "<genre authority=\"marcgt\">book</genre></mods></modsCollection>",
     "mods|lee book Ships."},
    {"an empty list", "a.xml", "<ref-list/>", "jats"},
};

TEST(ListedWorks, AreReadFromBibliographiesAndArticles) {
  for (const ListedCase& c : listed_cases) EXPECT_EQ(dump(parse_listed_works(c.bytes, c.path)), c.dump) << c.trait;
}

TEST(ListedWorks, TheFormatMayBeNamed) {
  const std::string list = "<back><ref-list><ref id=\"B1\"/></ref-list></back>";
  EXPECT_THROW((void)parse_listed_works(list, "a.xml"), Error);
  const std::string archive =
      "<articles><article><body/><back><ref-list><ref id=\"B1\"><mixed-citation>Lee, A. (2001). "
      "Ships. Oslo: Port.</mixed-citation></ref></ref-list></back></article></articles>";
  EXPECT_EQ(parse_listed_works(archive, "a.xml", {.format = BibliographyFormat::jats, .limits = {}}).entries.size(),
            1U);
}

TEST(ListedWorks, EntriesKnowTheirPlaces) {
  const std::string list =
      "<ref-list>\n<ref id=\"B1\"><mixed-citation>Lee, A. (2001). Ships. Oslo: Port.</mixed-citation></ref></ref-list>";
  const Bibliography listed = parse_listed_works(list, "a.xml");
  ASSERT_EQ(listed.entries.size(), 1U);
  EXPECT_EQ(listed.raw(listed.entries[0]), "Lee, A. (2001). Ships. Oslo: Port.");
  EXPECT_EQ(listed.find("B1"), &listed.entries[0]);
}

TEST(ListedWorks, BrokenMarkupIsRefusedWithItsPlace) {
  try {
    (void)parse_listed_works("<ref-list>\n <ref></ref-list>", "a.xml");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(std::string(error.what()).substr(0, 8), "a.xml:2:") << error.what();
  }
}

// What the markup has no place for, and what is written in another way: docs/list-to-bibtex.md names it.
TEST(ListedWorks, WhatIsWrittenComesBack) {
  const std::string bibtex = R"(
@article{a, author = {van der Berg, Jan and {World Health Organization} and King, Jr., Martin L. and others},
  title = {On {DNA} \& the rest}, journal = {Annals}, volume = 3, number = 4, pages = {10--20}, year = 1931,
  month = may, doi = {10.1000/abc}, url = {https://x.org/a_b}, issn = {0317-8471}}
@book{b, editor = {Alder, S.}, title = {Tides}, publisher = {Arch}, address = {Oxford}, year = 2005, edition = {2},
  series = {Waters}}
@incollection{c, author = {Upton, C.}, title = {A chapter}, booktitle = {The book}, editor = {Alder, S.}, publisher = {P},
  year = 1999, pages = {1--9}, isbn = {9783161484100}}
@phdthesis{d, author = {{\'E}luard, P.}, title = {Work}, school = {U}, year = 2001}
@inproceedings{f, author = {Silva, A.}, title = {Talk}, booktitle = {Proc.}, year = 2012, eprint = {2101.00001},
  eprinttype = {arxiv}})";
  const Bibliography original = parse_bibliography(bibtex);
  for (const BibliographyFormat format : {BibliographyFormat::jats, BibliographyFormat::tei}) {
    std::ostringstream first;
    write_bibliography(first, original.entries, format);
    const Bibliography again = parse_listed_works(first.str(), "a.xml");
    EXPECT_TRUE(again.diagnostics.empty()) << to_string(format);
    std::ostringstream second;
    write_bibliography(second, again.entries, format);
    EXPECT_EQ(second.str(), first.str());
    for (const BibliographyFormat other :
         {BibliographyFormat::bibtex, BibliographyFormat::biblatex, BibliographyFormat::csl_json,
          BibliographyFormat::ris, BibliographyFormat::mods, BibliographyFormat::endnote, BibliographyFormat::refer}) {
      std::ostringstream out;
      write_bibliography(out, again.entries, other);
      EXPECT_EQ(parse_bibliography(out.str(), {}, {.format = other, .limits = {}}).entries.size(), 5U)
          << to_string(other);
    }
  }
}

}  // namespace
}  // namespace citegraph
