// Findings beside those of linking: what does not agree.
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "made_paper.hpp"

namespace citegraph {
namespace {

using test::made_entry;
using test::MadeEntry;
using test::MadePaper;

std::string codes(const std::string& body, const std::vector<MadeEntry>& entries) {
  MadePaper paper(body, entries);
  paper.link();
  std::string text;
  for (const Diagnostic& d : paper.diagnostics)
    if (d.code != "never-cited") text += (text.empty() ? "" : " ") + std::string(d.code);
  return text;
}

TEST(Consistency, CitationsAgreeWithTheirEntries) {
  const std::vector<MadeEntry> entries = {
      made_entry({"Aster, P."}, "1994", "Gardens of the north"),
      made_entry({"Birch, K.", "Cedar, L."}, "2010", "Wood and water"),
      made_entry({"Dogwood, M.", "Elder, N.", "Fir, O."}, "2012", "Shrubs in winter"),
      made_entry({"Foster, Z.", "Sharp, T.", "Gray, N."}, "2017", "Maps of small things"),
      made_entry({"Foster, Z.", "Cham, S.", "Gray, N."}, "2017", "Names of small things"),
      made_entry({"World Plant Organization"}, "2005", "Yearly report"),
  };
  struct Row {
    const char* trait;
    const char* text;
    const char* codes;
  };
  const Row rows[] = {
      {"one author", "(Aster, 1994)", ""},
      {"two authors", "(Birch & Cedar, 2010)", ""},
      {"three authors", "(Dogwood et al., 2012)", ""},
      {"three authors named", "(Dogwood, Elder, & Fir, 2012)", ""},
      {"et al. of two", "(Birch et al., 2010)", "author-count"},
      {"two names of three", "(Dogwood & Elder, 2012)", "author-count"},
      {"et al. of an organisation", "(World Plant Organization, 2005)", ""},
      {"another order", "(Cedar & Birch, 2010)", "author-order"},
      {"initials", "(P. Aster, 1994)", ""},
      {"other initials", "(J. Aster, 1994)", "initials-differ"},
      {"cited alike", "(Foster et al., 2017)", "ambiguous year-suffix"},
  };
  for (const Row& row : rows) EXPECT_EQ(codes(row.text, entries), row.codes) << row.trait;
}

TEST(Consistency, AlphabeticalLists) {
  const std::vector<std::string> names = {"Aster", "Birch", "Cedar", "Dogwood", "Elder",
                                          "Fir",   "Gorse", "Hazel", "Iris",    "Juniper"};
  const auto list = [&](std::vector<std::size_t> order) {
    std::vector<MadeEntry> entries;
    for (const std::size_t i : order) entries.push_back(made_entry({names[i] + ", P."}, "1994", "On the " + names[i]));
    return entries;
  };
  const std::string text = "So (Aster, 1994).";
  EXPECT_EQ(codes(text, list({0, 1, 2, 3, 4, 5, 6, 7, 8, 9})), "");
  EXPECT_EQ(codes(text, list({0, 1, 2, 9, 3, 4, 5, 6, 7, 8})), "list-order");
  EXPECT_EQ(codes(text, list({9, 8, 7, 6, 5, 4, 3, 2, 1, 0})), "") << "another order";
  EXPECT_EQ(codes(text, list({0, 3, 1})), "") << "too short to tell";
}

TEST(Consistency, NumbersInTheOrderOfTheText) {
  std::vector<MadeEntry> entries;
  for (int i = 1; i <= 10; ++i)
    entries.push_back(
        made_entry({"Aster, P."}, std::to_string(1990 + i), "Volume " + std::to_string(i), std::to_string(i)));
  EXPECT_EQ(codes("So [1], [2], [3], [4], [5], [6], [7], [8], [9], [10] and [2].", entries), "");
  EXPECT_EQ(codes("So [1], [2], [9], [3], [4], [5], [6], [7], [8], [10].", entries), "citation-order");
  EXPECT_EQ(codes("So [9], [2], [4], [3], [1], [7], [6], [5], [8], [10].", entries), "") << "another order";
}

// `named` citations by author and date, then `numbered` ones of the same entry.
std::size_t mixed_styles(std::size_t named, std::size_t numbered) {
  std::string body;
  for (std::size_t i = 0; i < named + numbered; ++i) body += "So it is (Aster, 1994). ";
  MadePaper paper(body, {made_entry({"Aster, P."}, "1994", "Gardens of the north")});
  std::vector<Citation> citations = paper.find();
  for (std::size_t i = named; i < citations.size(); ++i) {
    citations[i].form = CitationForm::numeric;
    citations[i].names.clear();
    citations[i].numbers = {1};
  }
  std::size_t found = 0;
  for (const Diagnostic& d : link_citations(paper.document, paper.references, citations))
    found += d.code == "mixed-style";
  return found;
}

TEST(Consistency, FewCitationsInAnotherStyle) {
  EXPECT_EQ(mixed_styles(10, 0), 0U);
  EXPECT_EQ(mixed_styles(9, 1), 1U);
  EXPECT_EQ(mixed_styles(1, 9), 1U);
  EXPECT_EQ(mixed_styles(18, 2), 2U);
  EXPECT_EQ(mixed_styles(5, 5), 0U) << "both are ways of this paper";
  EXPECT_EQ(mixed_styles(5, 1), 0U) << "too few to tell";
}

// A spelling that the paper itself has right elsewhere is surely meant.
TEST(Consistency, AMisspellingIsCertainWhereThePaperSpellsTheNameRightElsewhere) {
  const std::vector<MadeEntry> entries = {made_entry({"Wistaria, E."}, "2001", "Climbing again")};
  for (const bool elsewhere : {false, true}) {
    MadePaper paper(elsewhere ? "So (Wistria, 2001) and (Wistaria, 2001)." : "So (Wistria, 2001).", entries);
    paper.link();
    ASSERT_EQ(paper.diagnostics.size(), 1U);
    ASSERT_TRUE(paper.diagnostics[0].suggestion.has_value());
    EXPECT_EQ(paper.diagnostics[0].suggestion->certainty, elsewhere ? Certainty::certain : Certainty::likely);
  }
}

}  // namespace
}  // namespace citegraph
