#include <gtest/gtest.h>

#include "document/companion_files.hpp"
#include "document/dump_tagged.hpp"
#include "document/invariants.hpp"
#include "document/pandoc_citations.hpp"

namespace citegraph::document {
namespace {

constexpr const char* pandoc_library = R"(
@article{lee2001, author = {Lee, Anna}, title = {Of Ships}, year = 2001, journal = {Sea}}
@book{diaz:98, author = {Diaz, Carl}, title = {Of Boats}, year = 1998}
@book{roth_a, author = {Roth, Eva}, title = {Of Rafts}, year = 1999}
@book{two words, author = {Zorn, Ute}, title = {Of Piers}, year = 1990}
)";

struct PandocCase {
  const char* trait;
  const char* text;
  const char* tagged;
};

constexpr PandocCase pandoc_cases[] = {
    {"in brackets", "Known [@lee2001].", "cites lee2001|@lee2001\n"},
    {"in the sentence", "As @lee2001 says.", "cites lee2001|@lee2001 in the sentence\n"},
    {"at the end of a sentence", "So says @lee2001. Next.", "cites lee2001|@lee2001 in the sentence\n"},
    {"several", "Known [see @lee2001, p. 3; also @diaz:98, ch. 2 and on].",
     "cites lee2001|@lee2001 prefix=see suffix=p. 3\n"
     "cites diaz:98|@diaz:98 prefix=also suffix=ch. 2 and on\n"},
    {"a locator behind a key in the sentence", "As @lee2001 [p. 33] says.",
     "cites lee2001|@lee2001 in the sentence suffix=p. 33\n"},
    {"a further key behind one in the sentence", "As @lee2001 [p. 3; see @roth_a] says.",
     "cites lee2001|@lee2001 in the sentence suffix=p. 3\n"
     "cites roth_a|@roth_a in the sentence\n"},
    {"without the author", "Lee says so [-@lee2001].", "cites lee2001|@lee2001\n"},
    {"in braces", "Known [@{two words}, p. 1].", "cites two words|@{two words} suffix=p. 1\n"},
    {"underscores are no emphasis", "Known [@roth_a; @roth_a].", "cites roth_a|@roth_a\ncites roth_a|@roth_a\n"},
    {"a locator in braces", "Known [@lee2001{pp. iv, vi-xi} and so on].",
     "cites lee2001|@lee2001 suffix={pp. iv, vi-xi} and so on\n"},
    {"not defined", "Known [@nobody1900] and @somebody.",
     "cites nobody1900|@nobody1900\ncites somebody|@somebody in the sentence\n"},
    {"a mail address", "Write to anna@lee2001 please.", ""},
    {"escaped", "Write \\@lee2001 please.", ""},
    {"in code", "Write `[@lee2001]` please.\n\n    [@lee2001] = x;\n", ""},
    {"in a link", "See <http://example.org/@lee2001>.", ""},
    {"references to figures", "See @fig:one, [@tbl:two] and @sec-three.", ""},
    {"in notes", "Text.[^1]\n\n[^1]: See @lee2001.\n", "cites lee2001|@lee2001 in the sentence\n"},
    {"over a line", "Known [see\n@lee2001].", "cites lee2001|@lee2001 prefix=see\n"},
    {"the description of an image", "Text.\n\n![A ship, from @lee2001.](ship.png)\n", ""},
};

TEST(Pandoc, Citations) {
  for (const PandocCase& each : pandoc_cases) {
    const Document document = read_with(each.text, {{"paper.bib", pandoc_library}}, Format::markdown);
    EXPECT_EQ(dump_tagged(document), each.tagged) << each.trait;
    expect_sound(document);
    expect_exact(document);
  }
}

// Without a bibliography a name behind "@" may be anybody's.
TEST(Pandoc, WithoutBibliography) {
  const Document document = read_with("Thanks to @lee2001. Known [@diaz:98].", {}, Format::markdown);
  EXPECT_EQ(dump_tagged(document), "cites diaz:98|@diaz:98\n");
}

struct HeadCase {
  const char* trait;
  const char* text;
  Files files;
  const char* bibliography;
  const char* findings;
};

TEST(Pandoc, Bibliographies) {
  const HeadCase rows[] = {
      {"of its own stem", "Known [@lee2001].", {{"paper.bib", pandoc_library}}, "lee2001", ""},
      {"named",
       "---\nbibliography: refs/own.bib\n---\nKnown [@lee2001].",
       {{"refs/own.bib", pandoc_library}},
       "lee2001",
       ""},
      {"several",
       "---\nbibliography:\n  - a.bib\n  - b.bib\n---\nKnown [@x; @lee2001].",
       {{"a.bib", pandoc_library}, {"b.bib", "@book{x, title = {X}}"}},
       "lee2001 x",
       ""},
      {"named without ending",
       "---\nbibliography: own\n---\nKnown [@lee2001].",
       {{"own.bib", pandoc_library}},
       "lee2001",
       ""},
      {"only what is cited", "Known [@roth_a].", {{"paper.bib", pandoc_library}}, "roth_a", ""},
      {"what is to be listed",
       "---\nnocite: '@diaz:98, @lee2001'\n---\nKnown [@roth_a].",
       {{"paper.bib", pandoc_library}},
       "lee2001 diaz:98 roth_a",
       ""},
      {"all",
       "---\nnocite: |\n  @*\n---\nText.",
       {{"paper.bib", pandoc_library}},
       "lee2001 diaz:98 roth_a two words",
       ""},
      {"described images list what they name",
       "![From @lee2001](a.png)\n",
       {{"paper.bib", pandoc_library}},
       "lee2001",
       ""},
      {"described images, not defined",
       "![From @lee](a.png)\n",
       {{"paper.bib", pandoc_library}},
       "",
       "missing folder/paper.x:1:8 the key \"lee\" is not defined\n"},
      {"not there",
       "---\nbibliography: own.bib\n---\nKnown [@lee2001].",
       {},
       "",
       "missing-file folder/paper.x:2:15 the bibliography \"own.bib\" was not found\n"},
      {"outside",
       "---\nbibliography: ../own.bib\n---\nKnown [@lee2001].",
       {{"../own.bib", pandoc_library}},
       "",
       "missing-file folder/paper.x:2:15 the bibliography \"../own.bib\" lies outside the folder of the document and "
       "is "
       "not read\n"},
      {"absolute",
       "---\nbibliography: /etc/own.bib\n---\nKnown.",
       {{"/etc/own.bib", pandoc_library}},
       "",
       "missing-file folder/paper.x:2:15 the bibliography \"/etc/own.bib\" lies outside the folder of the document and "
       "is not read\n"},
  };
  for (const HeadCase& each : rows) {
    const Document document = read_with(each.text, each.files, Format::markdown);
    EXPECT_EQ(dump_bibliography(document), each.bibliography) << each.trait;
    EXPECT_EQ(dump_findings(document), each.findings) << each.trait;
  }
}

TEST(Pandoc, Head) {
  const Document document = read_with(
      "---\ntitle: \"Of ships: a history\"\nauthor:\n  - name: Anna Lee\n    affiliation: 1\n  - given-names: Carl\n   "
      " surname: "
      "Diaz\n  - Eva Roth\ndate: 2021-05-04\n---\nText.",
      {}, Format::markdown);
  EXPECT_EQ(document.work.get(Variable::title), "Of ships: a history");
  ASSERT_EQ(document.work.get(NameVariable::author).size(), 3U);
  EXPECT_EQ(document.work.get(NameVariable::author)[1].family, "Diaz");
  EXPECT_EQ(document.work.get(NameVariable::author)[2].given, "Eva");
  EXPECT_EQ(document.work.year(), 2021);
}

TEST(Pandoc, BibliographiesInYaml) {
  const Document document = read_with("---\nbibliography: [a.bib, b.yaml]\n---\n\n@lee and @roth\n",
                                      {{"a.bib", "@book{lee, title={Ships}, year={2001}}"},
                                       {"b.yaml", "references:\n- id: roth\n  type: book\n  title: Coasts\n"}},
                                      Format::markdown);
  ASSERT_EQ(document.bibliography.size(), 2U);
  EXPECT_EQ(document.bibliography[1].get(Variable::title), "Coasts");
}

}  // namespace
}  // namespace citegraph::document
