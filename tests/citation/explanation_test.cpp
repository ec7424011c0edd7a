// Why a citation means its entry.
#include "citegraph/explanation.hpp"

#include <gtest/gtest.h>
#include <stdexcept>
#include <string>

#include "made_paper.hpp"

namespace citegraph {
namespace {

using test::made_entry;
using test::MadeEntry;
using test::MadePaper;

Paper made(const std::string& body) {
  std::vector<MadeEntry> entries = {
      /* 0 */ made_entry({"Aster, P."}, "1994", "Gardens of the north"),
      /* 1 */ made_entry({"Birch, K.", "Cedar, L."}, "2010", "Wood and water"),
      /* 2 */ made_entry({"Heel, W."}, "1997a", "Seeds and the long reports on them"),
      /* 3 */ made_entry({"Heel, W."}, "1997b", "More seeds"),
      /* 4 */ made_entry({"Wistaria, E."}, "2001", "Climbing again"),
      /* 5 */ made_entry({}, "2021", "Joint Notice on the Growing of Tulips"),
      /* 6 */ made_entry({}, "2021", "Joint Notice of the Islands on the Prohibition of Harmful Weeds"),
      /* 7 */ made_entry({"World Plant Organization"}, "2005", "Yearly report"),
  };
  entries[2].pages = "1-40";
  entries[3].pages = "101-125";
  MadePaper made(body, entries);
  Paper paper;
  paper.citations = made.link();
  paper.document = std::move(made.document);
  paper.references = std::move(made.references.references);
  paper.lists = std::move(made.references.lists);
  return paper;
}

// "0: name, year": the kinds of the chosen one's evidence, then the others' numbers.
std::string shape(const Explanation& why) {
  std::string text;
  for (const Candidate& candidate : why.candidates) {
    if (!candidate.chosen) {
      text += " / " + std::to_string(candidate.reference);
      continue;
    }
    text += std::to_string(candidate.reference) + ":";
    for (const Evidence& seen : candidate.evidence) text += ' ' + std::string(to_string(seen.kind)) + ',';
    text.pop_back();
  }
  return text;
}

TEST(Explanation, NamesTheEvidenceAndTheRunnersUp) {
  struct Row {
    const char* trait;
    const char* text;
    const char* shape;
    const char* decision;
  };
  const Row rows[] = {
      {"author and year", "(Aster, 1994)", "0: name, further names, year", "one entry fits"},
      {"initials", "(P. Aster, 1994)", "0: name, further names, initials, year", "one entry fits"},
      {"two authors", "(Birch & Cedar, 2010)", "1: name, further names, further names, year", "one entry fits"},
      {"organisation by its initials", "(WPO, 2005)", "7: name, further names, year", "one entry fits"},
      {"suffix", "(Heel, 1997b)", "3: name, further names, year, suffix / 2", "one entry fits"},
      {"page", "(Heel, 1997: 104)", "3: name, further names, year, suffix, pages / 2", "fits best, 120 points ahead"},
      {"another year", "(Aster, 1999)", "0: name, further names, year", "one entry fits but for its year"},
      {"misspelt", "(Wistria, 2001)", "4: name, further names, year", "one entry fits but for the name"},
      {"title, told by the sentence", "They forbid harmful weeds (Joint Notice, 2021)", "6: title, year, sentence / 5",
       "several entries fit alike; the words of the sentence make the guess"},
      {"nothing tells them apart", "(Heel, 1997)", "2: name, further names, year, suffix, order / 3",
       "several entries fit alike; the first of them is the guess"},
      {"nobody", "(Linden, 2004) after (Aster, 1994)", "", "no entry is near"},
      {"number", "[2] and [1]", "1: number", "one entry fits"},
  };
  for (const Row& row : rows) {
    const Paper paper = made(row.text);
    const std::vector<Explanation> why = explain_links(paper, 0);
    ASSERT_EQ(why.size(), 1U) << row.trait;
    EXPECT_EQ(shape(why[0]), row.shape) << row.trait;
    EXPECT_EQ(why[0].decision, row.decision) << row.trait;
    EXPECT_EQ(why[0].status, paper.citations[0].targets[0].status) << row.trait;
    EXPECT_EQ(why[0].reference, paper.citations[0].targets[0].reference) << row.trait;
    EXPECT_EQ(why[0].confidence, paper.citations[0].targets[0].confidence) << row.trait;
  }
}

TEST(Explanation, PointsAreTheSumOfTheEvidence) {
  const Paper paper = made("(Heel, 1997: 104; Birch & Cedra, 2010; Wistria, 2001; Joint Notice 2021; Aster 1980).");
  std::size_t candidates = 0;
  for (const std::vector<Explanation>& targets : explain_links(paper))
    for (const Explanation& why : targets)
      for (const Candidate& candidate : why.candidates) {
        int sum = 0;
        for (const Evidence& seen : candidate.evidence) sum += seen.points;
        EXPECT_EQ(sum, candidate.points) << candidate.reference;
        ++candidates;
      }
  EXPECT_GE(candidates, 6U);
}

TEST(Explanation, OfOneCitationIsThatOfAll) {
  const Paper paper = made(
      "Rain fell (Aster, 1994; Heel, 1997b) and [7].\n\nRoots grow (Wistria, 2001; Birch et al., 2010; Aster 1999).");
  const std::vector<std::vector<Explanation>> all = explain_links(paper);
  ASSERT_EQ(all.size(), paper.citations.size());
  ASSERT_GE(all.size(), 5U);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::vector<Explanation> one = explain_links(paper, i);
    ASSERT_EQ(one.size(), all[i].size());
    for (std::size_t t = 0; t < one.size(); ++t) EXPECT_EQ(shape(one[t]), shape(all[i][t])) << i;
  }
  EXPECT_THROW((void)explain_links(paper, all.size()), std::out_of_range);
}

}  // namespace
}  // namespace citegraph
