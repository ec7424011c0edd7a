// Status, target and suggestion.
#include <algorithm>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "citegraph/paper.hpp"

#include "made_paper.hpp"

namespace citegraph {
namespace {

using test::made_entry;
using test::MadeEntry;
using test::MadePaper;

std::vector<MadeEntry> linked_shelf() {
  std::vector<MadeEntry> entries = {
      /* 0 */ made_entry({"Aster, P."}, "1994", "Gardens of the north"),
      /* 1 */ made_entry({"Birch, K.", "Cedar, L."}, "2010", "Wood and water"),
      /* 2 */ made_entry({"Dogwood, M.", "Elder, N.", "Fir, O."}, "2012", "Shrubs in winter"),
      /* 3 */ made_entry({"Dogwood, M."}, "2012", "Shrubs alone"),
      /* 4 */ made_entry({"Heel, W."}, "1997a", "Seeds and the long reports on them"),
      /* 5 */ made_entry({"Heel, W."}, "1997b", "More seeds"),
      /* 6 */ made_entry({"World Plant Organization"}, "2005", "Yearly report"),
      /* 7 */ made_entry({}, "2001", "Treaty of Good Gardening between the Islands"),
      /* 8 */ made_entry({}, "2021", "Joint Notice on the Growing of Tulips"),
      /* 9 */ made_entry({}, "2021", "Joint Notice of the Islands on the Prohibition of Harmful Weeds"),
      /* 10 */ made_entry({}, "2016", "The Pledge of the Islands and the Promotion of Fair Harvest"),
      /* 11 */ made_entry({}, "2004", "Joint Notice of the Islands"),
      /* 12 */ made_entry({}, "", "Green Book: Peaceful Growing"),
      /* 13 */ made_entry({}, "2008", "Gardeners hope for an early spring"),
      /* 14 */ made_entry({"Wistaria, E."}, "2001", "Climbing again"),
      /* 15 */ made_entry({"Instituto Nacional de Estudos e Plantas"}, "2001", "Censo"),
      /* 16 */ made_entry({"Martínez Olmo, J."}, "2009", "Olmos"),
      /* 17 */ made_entry({}, "", "Lei nº 9.876, de 3 de maio de 1999. Dispõe sobre jardins"),
      /* 18 */ made_entry({"Iris, B.", "Zinnia, C."}, "2013", "Beds"),
      /* 19 */ made_entry({"Zinnia, C."}, "2011", "Bees"),
      /* 20 */ made_entry({"Laurel, H."}, "", "Hedges"),
      /* 21 */ made_entry({"Rose, T.", "Lily, A."}, "2019", "Two of them"),
  };
  entries[4].pages = "1-40";
  entries[5].pages = "101-125";
  entries[13].container = "World Garden News";
  return entries;
}

std::string verdict(const std::string& body) {
  MadePaper paper(body, linked_shelf());
  std::string verdicts;
  for (const Citation& citation : paper.link())
    for (const Target& target : citation.targets) {
      if (!verdicts.empty()) verdicts += "; ";
      verdicts += std::string(to_string(target.status));
      if (target.reference) verdicts += ' ' + std::to_string(*target.reference);
    }
  return verdicts;
}

TEST(Link, Status) {
  struct Row {
    const char* trait;
    const char* text;
    const char* verdict;
  };
  const Row rows[] = {
      {"author and year", "(Aster, 1994)", "linked 0"},
      {"case does not matter", "(ASTER, 1994)", "linked 0"},
      {"diacritics do not matter", "(Martinez Olmo, 2009)", "linked 16"},
      {"half of a double name", "(Martínez, 2009)", "linked 16"},
      {"two authors", "(Birch & Cedar, 2010)", "linked 1"},
      {"number of authors decides", "(Dogwood et al., 2012) or (Dogwood, 2012)", "linked 2; linked 3"},
      {"suffix", "(Heel, 1997b)", "linked 5"},
      {"no suffix", "(Heel, 1997)", "ambiguous 4"},
      {"page in one of two", "(Heel, 1997: 104)", "linked 5"},
      {"another year", "(Aster, 1999)", "year_mismatch 0"},
      {"a letter too few", "(Wistria, 2001)", "name_mismatch 14"},
      {"two letters exchanged", "(Wisatria, 2001)", "name_mismatch 14"},
      {"nobody", "(Linden, 2004) after (Aster, 1994)", "missing; linked 0"},
      {"neither year nor name", "(Wistria, 1980) after (Aster, 1994)", "missing; linked 0"},
      {"another author's co-author alone", "(Iris, 2013) and (Lily, 2019)", "linked 18; name_mismatch 21"},
      {"another co-author", "(Birch & Linden, 2010)", "name_mismatch 1"},
      {"co-author misspelt", "(Birch & Cedra, 2010)", "name_mismatch 1"},
      {"authors in another order", "(Cedar & Birch, 2010)", "linked 1"},
      {"author of a near year rather than a co-author of that year", "(Zinnia, 2013)", "year_mismatch 19"},
      {"misspelt, after a word read with the name", "Ronald Wistria (2001) after (Aster, 1994)",
       "name_mismatch 14; linked 0"},
      {"misspelt, entry without year", "(Laurle, 2003)", "name_mismatch 20"},
      {"organisation", "(World Plant Organization, 2005)", "linked 6"},
      {"its initials", "(WPO, 2005)", "linked 6"},
      {"an acronym of syllables", "(INEP, 2001)", "linked 15"},
      {"law by its number", "conforme a Lei nº 9.876/1999", "linked 17"},
      {"law by number and date", "a Lei n° 9.876, de 3 de maio de 1999, diz", "linked 17"},
      {"law of another year", "a Lei nº 9.876/1950 e (Aster, 1994)", "linked 0"},
      {"beginning of a title", "(Treaty of Good Gardening, 2001)", "linked 7"},
      {"title without year", "as said (Green Book: Peaceful Growing)", "linked 12"},
      {"article of a treaty", "(Article 4, 2001)", "linked 7"},
      {"article misspelt", "(Artilce 4, 2001)", "name_mismatch 7"},
      {"newspaper for the article", "(World Garden News, 2008)", "linked 13"},
      {"words of the sentence guess", "They forbid harmful weeds (Joint Notice, 2021)", "ambiguous 9"},
      {"a suffix nobody bears", "They forbid harmful weeds (Joint Notice 2021a)", "ambiguous 9"},
      {"title misspelt", "(Join Notice, 2004)", "name_mismatch 11"},
      {"title of another form, told by the sentence",
       "They share the promotion of a fair harvest (Joint notices, 2016)", "name_mismatch 10"},
  };
  for (const Row& row : rows) EXPECT_EQ(verdict(row.text), row.verdict) << row.trait;
}

TEST(Link, CandidatesAreAllThatFit) {
  MadePaper paper("They forbid weeds (Joint Notice, 2021).", linked_shelf());
  const std::vector<Citation> citations = paper.link();
  ASSERT_EQ(citations.size(), 1U);
  EXPECT_EQ(citations[0].targets[0].candidates, (std::vector<std::uint32_t>{8, 9}));
}

TEST(Link, Findings) {
  struct Row {
    const char* trait;
    const char* text;
    const char* code;
    const char* suggestion;
  };
  const Row rows[] = {
      {"year", "So (Aster, 1999: 12).", "year-mismatch", "Aster, 1994: 12"},
      {"name", "So (Wistria, 2001).", "name-mismatch", "Wistaria, 2001"},
      {"co-author", "So (Birch & Cedra, 2010).", "name-mismatch", "Birch & Cedar, 2010"},
      {"title", "So (Join Notice, 2004).", "name-mismatch", "Joint Notice, 2004"},
      {"article", "So (Artilce-4, 2001).", "name-mismatch", "Article 4, 2001"},
      {"over a line end", "So (Birch &\nCedra, 2010).", "name-mismatch", "Birch &\nCedar, 2010"},
      {"missing", "So (Aster, 1994; Linden, 2004).", "missing", nullptr},
      {"ambiguous", "So (Heel, 1997).", "ambiguous", nullptr},
  };
  for (const Row& row : rows) {
    MadePaper paper(row.text, linked_shelf());
    paper.link();
    std::vector<Diagnostic> found = paper.diagnostics;
    std::erase_if(found, [](const Diagnostic& d) { return d.code == "never-cited"; });
    ASSERT_EQ(found.size(), 1U) << row.trait;
    EXPECT_EQ(found[0].code, row.code) << row.trait;
    EXPECT_EQ(found[0].suggestion.has_value(), row.suggestion != nullptr) << row.trait;
    if (row.suggestion && found[0].suggestion) {
      EXPECT_EQ(found[0].suggestion->replacement, row.suggestion) << row.trait;
    }
  }
}

TEST(Link, AMissingWorkNamesTheOthersOfItsAuthor) {
  MadePaper paper("So (Heel, 2009).", linked_shelf());
  paper.link();
  ASSERT_FALSE(paper.diagnostics.empty());
  EXPECT_EQ(paper.diagnostics[0].message,
            "\"Heel, 2009\" has no entry in the reference list; by Heel it lists 1997a, 1997b");
}

TEST(Link, EntriesNeverCitedAndPrintedTwice) {
  std::vector<MadeEntry> entries = {made_entry({"Aster, P."}, "1994", "Gardens of the north"),
                                    made_entry({"Ivy, S."}, "2011", "Climbers on a wall"),
                                    made_entry({"Ivy, S."}, "2011", "Climbers on a Wall")};
  MadePaper paper("So (Aster, 1994).", entries);
  paper.link();
  std::vector<std::string> found;
  for (const Diagnostic& d : paper.diagnostics)
    found.push_back(std::string(d.code) + ' ' + std::string(slice(paper.document.text, d.span)).substr(0, 3));
  EXPECT_EQ(found, (std::vector<std::string>{"never-cited Ivy", "never-cited Ivy", "duplicate-entry Ivy"}));
}

TEST(Link, NumbersByTheirPrintOrTheirPlace) {
  std::vector<MadeEntry> entries = {made_entry({"Aster, P."}, "1994", "Gardens", "2"),
                                    made_entry({"Ivy, S."}, "2011", "Climbers", "1")};
  MadePaper printed("So [1] and [2], even [7].", entries);
  std::vector<Citation> citations = printed.link();
  ASSERT_EQ(citations.size(), 3U);
  EXPECT_EQ(citations[0].targets[0].reference, 1U);
  EXPECT_EQ(citations[1].targets[0].reference, 0U);
  EXPECT_EQ(citations[2].targets[0].status, LinkStatus::missing);
  for (MadeEntry& entry : entries) entry.id.clear();
  MadePaper placed("So [1] and [2].", entries);
  citations = placed.link();
  ASSERT_EQ(citations.size(), 2U);
  EXPECT_EQ(citations[0].targets[0].reference, 0U);
}

TEST(Link, Notes) {
  const std::vector<MadeEntry> entries = {made_entry({"Aster, P."}, "1994", "Gardens of the north"),
                                          made_entry({"Aster, P.", "Ivy, S."}, "2001", "Climbers on old walls"),
                                          made_entry({"Birch, K."}, "2010", "Wood and water in the towns")};
  MadePaper paper(
      "Rain fell.\n\n# Notes\n\n1. P. Aster, “Gardens of the north,” Green Journal 3 (1994): 4-9, 5.\n2. Ibid.\n"
      "3. P Aster and S Ivy, “Climbers on old walls” (London: Leaf, 2001); K. Birch, Wood and water in the towns "
      "(Rome: Fronde, 2010), 7.\n"
      "4. Aster, op. cit.\n5. Aster and Ivy, “Climbers on”.\n6. Birch, op. cit., 12.",
      entries);
  std::string targets;
  for (const Citation& citation : paper.link()) {
    EXPECT_EQ(citation.form, CitationForm::note);
    targets += citation.targets[0].reference ? std::to_string(*citation.targets[0].reference) : std::string("-");
  }
  EXPECT_EQ(targets, "0012012");
}

// The years of an entry beside its date are of use where the date was misread, not where it was read.
TEST(Link, AYearInTheTitleIsNotTheYear) {
  const Paper paper = parse_paper(
      "# T\n\nSo (Maple, 2017) and (Oak, 2020).\n\n## References\n\nMaple, J. (2019). The autumn of 2017 in pictures. "
      "*Leaf Journal*, 3(1), 4-9.\n\nOak, P. Acorns. Green Daily. 03-06-2020.\n",
      "paper.md");
  ASSERT_EQ(paper.citations.size(), 2U);
  EXPECT_EQ(paper.citations[0].targets[0].status, LinkStatus::year_mismatch);
  EXPECT_EQ(paper.citations[1].targets[0].status, LinkStatus::linked);
}

}  // namespace
}  // namespace citegraph
