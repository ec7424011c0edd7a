// Numbers, raised numbers and keys.
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "made_paper.hpp"

namespace citegraph {
namespace {

using test::made_entry;
using test::MadeEntry;
using test::MadePaper;

std::vector<MadeEntry> numbered(int count) {
  std::vector<MadeEntry> entries;
  for (int i = 1; i <= count; ++i)
    entries.push_back(made_entry({"Author" + std::string(1, static_cast<char>('a' + i)) + ", A."},
                                 std::to_string(1990 + i), "Work", std::to_string(i)));
  return entries;
}

std::vector<std::string> found_in(const std::string& body, const std::vector<MadeEntry>& entries) {
  const MadePaper paper(body, entries);
  std::vector<std::string> found;
  for (const Citation& citation : paper.find()) {
    std::string row(paper.text(citation));
    if (!citation.numbers.empty()) row += '|';
    for (std::size_t i = 0; i < citation.numbers.size(); ++i)
      row += (i ? "," : "") + std::to_string(citation.numbers[i]);
    found.push_back(row);
  }
  return found;
}

struct NumberRow {
  const char* trait;
  const char* text;
  std::vector<std::string> found;
};

TEST(Number, InSquareBrackets) {
  const NumberRow rows[] = {
      {"one", "As known [3].", {"3|3"}},
      {"list", "As known [1, 3].", {"1|1", "3|3"}},
      {"list and range", "As known [1,3-5].", {"1|1", "3-5|3,4,5"}},
      {"range with a blank", "As known [3– 5].", {"3– 5|3,4,5"}},
      {"range of brackets", "As known [1]–[3].", {"1]–[3|1,2,3"}},
      {"two brackets", "As known [1], [2].", {"1|1", "2|2"}},
      {"words before", "As known [see 2, 3] and [reviewed in 4].", {"2|2", "3|3", "4|4"}},
      {"words behind", "As known [2, and references therein].", {"2|2"}},
      {"conjunction", "As known [1, 2 and 3].", {"1|1", "2|2", "3|3"}},
      {"glued to a word", "by choice[2].", {"2|2"}},
      {"with a page", "As known [2, p. 5].", {"2|2"}},
      {"interval", "As known [1]. In [0,1].", {"1|1"}},
      {"statistic", "As known [1] and F[1,12] = 8.", {"1|1"}},
      {"beyond the list", "As known [1], [2] and [99].", {"1|1", "2|2", "99|99"}},
      {"a word inside", "As known [1] and [sic].", {"1|1"}},
      {"never closed", "As known [1]. And [2, 3", {"1|1"}},
  };
  for (const NumberRow& row : rows) EXPECT_EQ(found_in(row.text, numbered(6)), row.found) << row.trait;
}

TEST(Number, InRoundBracketsWhereTheListIsNumbered) {
  EXPECT_EQ(found_in("It is known (1), and (2,3).", numbered(3)), (std::vector<std::string>{"1|1", "2|2", "3|3"}));
  EXPECT_EQ(found_in("It is known (1), by Eq. (2) and table (3). Two ways: (1) this; (2) that.", numbered(3)),
            (std::vector<std::string>{"1|1"}));
  std::vector<MadeEntry> unnumbered = numbered(3);
  for (MadeEntry& entry : unnumbered) entry.id.clear();
  EXPECT_EQ(found_in("Two ways: (1) this, (2) that.", unnumbered), (std::vector<std::string>{}));
}

TEST(Number, Raised) {
  const NumberRow rows[] = {
      {"marks", "It is known^1^ and^2,4–5^.", {"1|1", "2|2", "4–5|4,5"}},
      {"Unicode", "It is known¹ and²⁻⁴.", {"1|1", "²⁻⁴|2,3,4"}},
      {"no exponent", "Known^1^ and^2^ over 5 km^2^ or 10^6^.", {"1|1", "2|2"}},
  };
  for (const NumberRow& row : rows) {
    std::vector<std::string> found = found_in(row.text, numbered(6));
    for (std::string& one : found)
      if (one == "¹|1") one = "1|1";
    EXPECT_EQ(found, row.found) << row.trait;
  }
}

TEST(Number, RaisedThatLostItsSuperscript) {
  const NumberRow rows[] = {
      {"glued to words",
       "Rain falls1. Snow falls2,3. Both fall in the north1 and in the south4–6.",
       {"1|1", "2|2", "3|3", "1|1", "4–6|4,5,6"}},
      {"after marks",
       "Rain falls.1 Snow falls,2 and hail.3 In 2004.4 Also storms.5 And wind.6",
       {"1|1", "2|2", "3|3", "4|4", "5|5", "6|6"}},
      {"set apart", "Rain falls 1 . Snow falls 2,3 . Both fall in the north 4–6 .", {"1|1", "2|2", "3|3", "4–6|4,5,6"}},
      {"beside real numbers",
       "Rain falls1 in 2008 to 20202. In 3 of 12 places3 and 5 km north4 (p = 0.04)5, group 2 fell6.",
       {"1|1", "2|2", "3|3", "4|4", "5|5", "6|6"}},
      {"a series before any word",
       "Rain falls 1 . Snow falls 2,3 . Seen in PFM 1,3,4 showing hail 5 and wind 6 .",
       {"1|1", "2|2", "3|3", "1|1", "3|3", "4|4", "5|5", "6|6"}},
      {"a count before a word",
       "Rain falls 1 . Snow falls 2,3 . Seen in PFM 4 times, hail 5 and wind 6 .",
       {"1|1", "2|2", "3|3", "5|5", "6|6"}},
      {"acronyms in the plural",
       "Rain falls 1 . Snow falls 2,3 . Seen in all GLMMs 4 . And H 2 , CO 2 . Hail 5 and wind 6 .",
       {"1|1", "2|2", "3|3", "4|4", "5|5", "6|6"}},
      {"numbers that continue nothing", "In week 3 of 12 the 5 places had 2 gardens.", {}},
  };
  for (const NumberRow& row : rows) EXPECT_EQ(found_in(row.text, numbered(6)), row.found) << row.trait;
  // Two capitals may be a formula, but no formula counts to ten.
  EXPECT_EQ(found_in("Rain falls 1–9 . Waves are slow in SW 10 . Hail 11 and wind 12 . And CO 2 .", numbered(12)),
            (std::vector<std::string>{"1–9|1,2,3,4,5,6,7,8,9", "10|10", "11|11", "12|12"}));
}

TEST(Key, OfTheList) {
  const std::vector<MadeEntry> entries = {made_entry({"Aster, P."}, "1994", "Gardens", "Ast94"),
                                          made_entry({"Birch, K."}, "2000", "Woods", "BCD+00")};
  EXPECT_EQ(found_in("Known [Ast94], also [BCD+00, Ast94] and [see Ast94].", entries),
            (std::vector<std::string>{"Ast94", "BCD+00", "Ast94", "Ast94"}));
  EXPECT_EQ(found_in("Not a key: [Ast95] or Ast94 outside.", entries), (std::vector<std::string>{}));
}

}  // namespace
}  // namespace citegraph
