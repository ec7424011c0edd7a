#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "made_paper.hpp"

namespace citegraph {
namespace {

using test::made_entry;
using test::MadeEntry;
using test::MadePaper;

// A list that cites by author and date.
std::vector<MadeEntry> shelf() {
  return {
      made_entry({"Aster, P."}, "1994", "Gardens of the north"),
      made_entry({"Birch, K.", "Cedar, L."}, "2010", "Wood and water"),
      made_entry({"Dogwood, M.", "Elder, N.", "Fir, O."}, "2012", "Shrubs in winter"),
      made_entry({"Dogwood, M.", "Elder, N.", "Fir, O."}, "2013", "Shrubs in spring"),
      made_entry({"van Heel, W."}, "1997a", "Seeds"),
      made_entry({"van Heel, W."}, "1997b", "More seeds"),
      made_entry({"World Plant Organization"}, "2005", "Yearly report"),
      made_entry({"World Plant, Seed and Tree Organization"}, "2007", "Another report"),
      made_entry({"Goulet-Holly, R."}, "2001", "On hollies"),
      made_entry({}, "1990", "Convention on the Trade in Orchids"),
      made_entry({"Ivy, S."}, "2011", "Climbers"),
      made_entry({"Juniper, T."}, "in press", "Berries"),
      made_entry({"Klee, U."}, "2003", "Wiesen"),
  };
}

// "span|names|date|locator" of each citation
std::vector<std::string> found_in(const std::string& body) {
  const MadePaper paper(body, shelf());
  std::vector<std::string> found;
  for (const Citation& citation : paper.find()) {
    std::string row(paper.text(citation));
    row += '|';
    for (std::size_t i = 0; i < citation.names.size(); ++i) row += (i ? "+" : "") + citation.names[i];
    if (citation.others) row += "+al";
    row += '|' + (citation.date.has_year() ? std::to_string(citation.date.year()) + citation.date.suffix
                                           : citation.date.literal);
    if (!citation.targets.front().locator.empty())
      row += '|' + citation.targets.front().locator_label + ' ' + citation.targets.front().locator;
    found.push_back(row);
  }
  return found;
}

struct Row {
  const char* trait;
  const char* text;
  std::vector<std::string> found;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(found_in(row.text), row.found) << row.trait;
}

TEST(AuthorDate, Parenthetical) {
  check({
      {"name, year", "So it is (Aster, 1994).", {"Aster, 1994|Aster|1994"}},
      {"no comma", "So it is (Aster 1994).", {"Aster 1994|Aster|1994"}},
      {"square bracket", "So it is [Aster 1994].", {"Aster 1994|Aster|1994"}},
      {"two names", "So (Birch and Cedar, 2010).", {"Birch and Cedar, 2010|Birch+Cedar|2010"}},
      {"ampersand", "So (Birch & Cedar 2010).", {"Birch & Cedar 2010|Birch+Cedar|2010"}},
      {"Portuguese and Spanish",
       "Assim (Birch e Cedar, 2010; Birch y Cedar, 2010).",
       {"Birch e Cedar, 2010|Birch+Cedar|2010", "Birch y Cedar, 2010|Birch+Cedar|2010"}},
      {"semicolons between authors",
       "Assim (DOGWOOD; ELDER; FIR, 2012, p. 20).",
       {"DOGWOOD; ELDER; FIR, 2012, p. 20|DOGWOOD+ELDER+FIR|2012|page 20"}},
      {"et al.", "So (Dogwood et al., 2012).", {"Dogwood et al., 2012|Dogwood+al|2012"}},
      {"et al without stop", "So (Dogwood et al 2012).", {"Dogwood et al 2012|Dogwood+al|2012"}},
      {"three names", "So (Dogwood, Elder & Fir 2012).", {"Dogwood, Elder & Fir 2012|Dogwood+Elder+Fir|2012"}},
      {"group", "So (Aster, 1994; Ivy, 2011).", {"Aster, 1994|Aster|1994", "Ivy, 2011|Ivy|2011"}},
      {"years go on",
       "So (Dogwood et al. 2012, 2013).",
       {"Dogwood et al. 2012|Dogwood+al|2012", "2013|Dogwood+al|2013"}},
      {"suffixes go on", "So (van Heel 1997a, b).", {"van Heel 1997a|van Heel|1997a", "b|van Heel|1997b"}},
      {"range of suffixes",
       "So (van Heel 1997a-c).",
       {"van Heel 1997a|van Heel|1997a", "c|van Heel|1997b", "c|van Heel|1997c"}},
      {"initials after the name",
       "So (Aster P., 1994) and (Aster P 1994).",
       {"Aster P., 1994|Aster P|1994", "Aster P 1994|Aster P|1994"}},
      {"initials before the name", "So (P. Aster, 1994).", {"P. Aster, 1994|P. Aster|1994"}},
      {"entity for an ampersand", "So (Birch &amp; Cedar 2010).", {"Birch &amp; Cedar 2010|Birch+Cedar|2010"}},
      {"possessive after et al.", "In Dogwood et al.'s (2012) view.", {"Dogwood et al.'s (2012)|Dogwood+al|2012"}},
      {"commas between works",
       "So (Aster 1994, Ivy 2011 and Klee 2003).",
       {"Aster 1994|Aster|1994", "Ivy 2011|Ivy|2011", "Klee 2003|Klee|2003"}},
      {"particles in a row", "So (Aster & van der Heel 1997).", {"Aster & van der Heel 1997|Aster+van der Heel|1997"}},
      {"first publication", "So (Aster, 1994 [1899]).", {"Aster, 1994 [1899]|Aster|1994"}},
      {"prefix", "So (see also Aster, 1994).", {"Aster, 1994|Aster|1994"}},
      {"apud", "So (Ulme apud Klee, 2003).", {"Klee, 2003|Klee|2003"}},
      {"organisation",
       "So (World Plant Organization, 2005).",
       {"World Plant Organization, 2005|World Plant Organization|2005"}},
      {"acronym in brackets",
       "So (World Plant Organization [WPO], 2005).",
       {"World Plant Organization [WPO], 2005|World Plant Organization|2005"}},
      {"hyphenated", "So (GOULET-HOLLY, 2001).", {"GOULET-HOLLY, 2001|GOULET-HOLLY|2001"}},
      {"title in the place of the name",
       "So (Convention on the Trade in Orchids, 1990).",
       {"Convention on the Trade in Orchids, 1990|Convention on the Trade in Orchids|1990"}},
      {"day and month", "So (Ivy, 3 May 2011).", {"Ivy, 3 May 2011|Ivy|2011"}},
      {"place in a classical work", "So (Aster, VI 40, 1994).", {"Aster, VI 40, 1994|Aster|1994"}},
      {"organisation with commas",
       "So (World Plant, Seed and Tree Organization, 2007; Aster, 1994).",
       {"World Plant, Seed and Tree Organization, 2007|World Plant, Seed and Tree Organization|2007",
        "Aster, 1994|Aster|1994"}},
      {"in press", "So (Juniper, in press).", {"Juniper, in press|Juniper|in press"}},
      {"over a line end", "So (Birch and\nCedar,\n2010).", {"Birch and\nCedar,\n2010|Birch+Cedar|2010"}},
      {"never closed", "So it is (Aster, 1994.", {"Aster, 1994|Aster|1994"}},
      {"nobody in the list",
       "So (Aster, 1994) and (Linden, 2004).",
       {"Aster, 1994|Aster|1994", "Linden, 2004|Linden|2004"}},
  });
}

TEST(AuthorDate, Narrative) {
  check({
      {"one name", "Aster (1994) wrote so.", {"Aster (1994)|Aster|1994"}},
      {"possessive", "In Aster's (1994) view.", {"Aster's (1994)|Aster|1994"}},
      {"two names", "Recently, Birch and Cedar (2010) wrote.", {"Birch and Cedar (2010)|Birch+Cedar|2010"}},
      {"several years",
       "Dogwood et al. (2012, 2013) wrote.",
       {"Dogwood et al. (2012|Dogwood+al|2012", "2013|Dogwood+al|2013"}},
      {"locator", "Aster (1994: 12) wrote.", {"Aster (1994: 12)|Aster|1994|page 12"}},
      {"particle", "As van Heel (1997a) says.", {"van Heel (1997a)|van Heel|1997a"}},
      {"given name left out", "So says Paul Aster (1994).", {"Aster (1994)|Aster|1994"}},
      {"after a first word", "Following Aster (1994), we go.", {"Aster (1994)|Aster|1994"}},
      {"in a list of works",
       "As Aster (1994), Ivy (2011) and Klee (2003) say.",
       {"Aster (1994)|Aster|1994", "Ivy (2011)|Ivy|2011", "Klee (2003)|Klee|2003"}},
      {"without brackets, known to the list",
       "As Aster 1994 and Ivy, 2011 say.",
       {"Aster 1994|Aster|1994", "Ivy, 2011|Ivy|2011"}},
  });
}

TEST(AuthorDate, Locators) {
  check({
      {"colon", "(Aster, 1994:94)", {"Aster, 1994:94|Aster|1994|page 94"}},
      {"colon and range", "(Aster 1994: 180-84)", {"Aster 1994: 180-84|Aster|1994|page 180-84"}},
      {"comma", "(Aster, 1994, 81)", {"Aster, 1994, 81|Aster|1994|page 81"}},
      {"quote typed for a colon", "(Aster, 1994\"101)", {"Aster, 1994\"101|Aster|1994|page 101"}},
      {"p.", "(Aster, 1994, p. 12)", {"Aster, 1994, p. 12|Aster|1994|page 12"}},
      {"p. glued", "(Aster, 1994, p.12)", {"Aster, 1994, p.12|Aster|1994|page 12"}},
      {"pp.", "(Aster 1994, pp. 3-5)", {"Aster 1994, pp. 3-5|Aster|1994|page 3-5"}},
      {"several", "(Aster 1994, pp. 3, 7-9)", {"Aster 1994, pp. 3, 7-9|Aster|1994|page 3, 7-9"}},
      {"German", "(Klee 2003, S. 12)", {"Klee 2003, S. 12|Klee|2003|page 12"}},
      {"and following", "(Aster 1994: 45ff.)", {"Aster 1994: 45ff|Aster|1994|page 45ff"}},
      {"chapter", "(Aster, 1994, ch. 3)", {"Aster, 1994, ch. 3|Aster|1994|chapter 3"}},
      {"section sign", "(Aster 1994, § 4)", {"Aster 1994, § 4|Aster|1994|section 4"}},
      {"roman", "(Aster 1994, p. xii)", {"Aster 1994, p. xii|Aster|1994|page xii"}},
      {"a further year is no page",
       "(Dogwood et al. 2012, 2013)",
       {"Dogwood et al. 2012|Dogwood+al|2012", "2013|Dogwood+al|2013"}},
      {"a quantity is no page", "(Aster 1994, 23 gardens)", {"Aster 1994|Aster|1994"}},
      {"article of a treaty", "(Article 4, 1990)", {"Article 4, 1990||1990|article-locator Article 4"}},
      {"article misspelt", "(Artilce-4, 1990)", {"Artilce-4, 1990||1990|article-locator Article 4"}},
  });
}

TEST(AuthorDate, InOtherLanguages) {
  check({
      {"German",
       "Das gilt (vgl. Klee 2003, S. 12; Aster und Ivy 2011).",
       {"Klee 2003, S. 12|Klee|2003|page 12", "Aster und Ivy 2011|Aster+Ivy|2011"}},
      {"German, in the sentence", "Nach Klee (2003: 45) gilt das.", {"Klee (2003: 45)|Klee|2003|page 45"}},
      {"French",
       "Voir (Aster et Ivy, 2011, p. 3) et Klee et al. (2003).",
       {"Aster et Ivy, 2011, p. 3|Aster+Ivy|2011|page 3", "Klee et al. (2003)|Klee+al|2003"}},
      {"Italian", "Si veda (Aster e Ivy 2011; Klee 2003).", {"Aster e Ivy 2011|Aster+Ivy|2011", "Klee 2003|Klee|2003"}},
      {"Spanish",
       "Según Aster y Ivy (2011), y también Klee (2003).",
       {"Aster y Ivy (2011)|Aster+Ivy|2011", "Klee (2003)|Klee|2003"}},
      {"Portuguese apud", "Assim diz (ULME apud ASTER, 1994).", {"ASTER, 1994|ASTER|1994"}},
      {"apud glued to the name", "Assim diz (ULME apudASTER, 1994).", {"ASTER, 1994|ASTER|1994"}},
      {"Russian",
       "Это известно (Иванов, 2004), см. Петров и Сидоров (2010) и (Aster, 1994).",
       {"Иванов, 2004|Иванов|2004", "Петров и Сидоров (2010)|Петров+Сидоров|2010", "Aster, 1994|Aster|1994"}},
      {"full-width brackets", "如此（Aster，1994）。", {"Aster，1994|Aster|1994"}},
  });
}

TEST(AuthorDate, IsNoCitation) {
  check({
      {"an event", "The games (2016) were held.", {}},
      {"a list of countries", "They met (Brazil, Russia, India and China).", {}},
      {"types of ships", "Three ships (Projects 877EKM, 636 and 636M).", {}},
      {"a document number", "The treaty (2009-1212) holds.", {}},
      {"a figure", "It grows (see Figure 2).", {}},
      {"an interval", "Values in [0,1] only.", {}},
      {"a probability", "It differs (p = 0.04).", {}},
      {"a month", "It opened (May 2009).", {}},
      {"a range of years", "It grew (Aster, 1994-1999).", {}},
      {"the author of a species", "The beetle Aus bus (Linnaeus, 1758) is green.", {}},
      {"a place of a company", "Tubes (Glass Corp, Springfield, IL, USA, 2012).", {}},
      {"an event with an article", "After the Revolution (2001) it grew.", {}},
  });
}

TEST(AuthorDate, Groups) {
  const MadePaper paper("One (Aster, 1994; Ivy, 2011). Two (see Klee, 2003, emphasis added).", shelf());
  const std::vector<Citation> found = paper.find();
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].group, 0U);
  EXPECT_EQ(found[1].group, 0U);
  EXPECT_EQ(found[2].group, 1U);
  EXPECT_EQ(found[2].prefix, "see");
  EXPECT_EQ(found[2].suffix, "emphasis added");
  EXPECT_EQ(slice(paper.document.text, found[2].sentence), "Two (see Klee, 2003, emphasis added).");
}

TEST(AuthorDate, StandsUnderItsHeading) {
  const MadePaper paper("# Methods\n\nOne (Aster, 1994).\n\n# Results\n\nTwo (Ivy, 2011).", shelf());
  const std::vector<Citation> found = paper.find();
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].section, "Methods");
  EXPECT_EQ(found[1].section, "Results");
}

}  // namespace
}  // namespace citegraph
