// Works as different lists print them: which are one.
#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "citegraph/identity.hpp"
#include "citegraph/name.hpp"

namespace citegraph {
namespace {

struct Print {
  const char* authors;
  const char* title;
  int year;
  std::vector<std::pair<Variable, const char*>> more = {};
  WorkType type = WorkType::article_journal;
};

Work made_work(const Print& print) {
  Work work;
  work.type = print.type;
  const NameList names = parse_names(print.authors);
  work.set(NameVariable::author, names.names);
  work.set_others(NameVariable::author, names.others);
  work.set(Variable::title, print.title);
  if (print.year != 0) work.set(DateVariable::issued, parse_date(std::to_string(print.year)));
  for (const auto& [variable, text] : print.more) work.set(variable, text);
  return work;
}

constexpr Variable volume = Variable::volume;
constexpr Variable page = Variable::page;
constexpr Variable journal = Variable::container_title;

struct SameWorksCase {
  const char* trait;
  Print a;
  Print b;
  const char* reason;  // "none": two works; "version": two works, linked
};

const char* const rivers = "Sediment transport in tropical river basins";

const SameWorksCase same_works_cases[] = {
    {"two styles",
     {"Ash, J. R., & Oak, P. (1990)",
      rivers,
      1990,
      {{journal, "Journal of River Science"}, {volume, "4"}, {page, "12-19"}}},
     {"Ash JR, Oak P", rivers, 1990, {{journal, "J River Sci"}, {volume, "4"}, {page, "12-9"}}},
     "same-place"},
    {"no titles",
     {"Ash, J.", "", 1990, {{journal, "RvSc"}, {volume, "4"}, {page, "L12"}}},
     {"Ash J", "", 1990, {{journal, "River Sci"}, {volume, "4"}, {page, "L12"}}},
     "same-place"},
    {"a title and none",
     {"Ash, J.", rivers, 1990, {{volume, "4"}, {page, "12"}}},
     {"Ash, J.", "", 1990, {{volume, "4"}, {page, "12"}}},
     "same-place"},
    {"no titles, another page",
     {"Ash, J.", "", 1990, {{volume, "4"}, {page, "12"}}},
     {"Ash, J.", "", 1990, {{volume, "4"}, {page, "40"}}},
     "none"},
    {"et al.", {"Ash, J., Oak, P., Elm, K.", rivers, 1990}, {"Ash J, et al.", rivers, 1990}, "same-title"},
    {"online first", {"Ash, J.", rivers, 1990}, {"Ash, J.", rivers, 1991}, "similar-title"},
    {"years apart", {"Ash, J.", rivers, 1990}, {"Ash, J.", rivers, 1995}, "none"},
    {"subtitle cut",
     {"Ash, J.", "Sediment transport in rivers: a review of models", 1990},
     {"Ash, J.", "Sediment transport in rivers", 1990},
     "similar-title"},
    {"a typing error",
     {"Ash, J.", rivers, 1990},
     {"Ash, J.", "Sediment tranport in tropical river basins", 1990},
     "similar-title"},
    {"a misspelt name", {"Voskressenski, A.", rivers, 1990}, {"Voskresenski, A.", rivers, 1990}, "same-title"},
    {"a particle", {"van Remmen, H.", rivers, 1990}, {"Remmen, H.", rivers, 1990}, "same-title"},
    {"names of one family", {"Wang, L.", "Rain", 1990}, {"Wang, Y.", "Rain", 1990}, "none"},
    {"another author", {"Ash, J.", rivers, 1990}, {"Elm, K.", rivers, 1990}, "none"},
    {"parts",
     {"Ash, J.", "Sediment transport in rivers I", 1990},
     {"Ash, J.", "Sediment transport in rivers II", 1990},
     "none"},
    {"a part and the whole",
     {"Ash, J.", "Sediment transport in rivers", 1990},
     {"Ash, J.", "Sediment transport in rivers II", 1990},
     "none"},
    {"erratum",
     {"Ash, J.", rivers, 1990},
     {"Ash, J.", "Erratum: Sediment transport in tropical river basins", 1990},
     "none"},
    {"reply",
     {"Ash, J.", rivers, 1990},
     {"Ash, J.", "Reply to \"Sediment transport in tropical river basins\"", 1990},
     "none"},
    {"editions",
     {"Ash, J.", "Rivers of the world", 1990, {{Variable::edition, "2"}}, WorkType::book},
     {"Ash, J.", "Rivers of the world", 1995, {{Variable::edition, "3"}}, WorkType::book},
     "none"},
    {"a chapter and its book",
     {"Ash, J.", "Rivers of the world", 1990, {}, WorkType::book},
     {"Ash, J.", "Rivers of the world", 1990, {{journal, "Waters"}}, WorkType::chapter},
     "none"},
    {"editorials",
     {"Ash, J.", "Editorial", 1990, {{volume, "4"}}},
     {"Ash, J.", "Editorial", 1990, {{page, "9"}}},
     "none"},
    {"one editorial",
     {"Ash, J.", "Editorial", 1990, {{volume, "4"}, {page, "9"}}},
     {"Ash, J.", "Editorial", 1990, {{volume, "4"}, {page, "9-10"}}},
     "same-place"},
    {"reviews on one page",
     {"Ash, J.", "Rivers", 1990, {{volume, "4"}, {page, "9"}}},
     {"Ash, J.", "Lakes", 1990, {{volume, "4"}, {page, "9"}}},
     "none"},
    {"the title alone", {"", rivers, 0}, {"", rivers, 0}, "none"},
    {"no author, a year", {"", rivers, 1990}, {"", rivers, 1990}, "same-title"},
    {"an author misread", {"Ash, J.", rivers, 1990}, {"", rivers, 1990}, "same-title"},
    {"PMID",
     {"Ash, J.", rivers, 1990, {{Variable::pmid, "123"}}},
     {"Oak, P.", "Rivers", 1991, {{Variable::pmid, "123"}}},
     "same-identifier"},
    {"PMIDs differ",
     {"Ash, J.", rivers, 1990, {{Variable::pmid, "123"}}},
     {"Ash, J.", rivers, 1990, {{Variable::pmid, "124"}}},
     "none"},
    {"ISBN of a book",
     {"Ash, J.", "Rivers", 1990, {{Variable::isbn, "9783161484100"}}, WorkType::book},
     {"Ash, J.", "Rivers", 1991, {{Variable::isbn, "9783161484100"}}, WorkType::book},
     "same-identifier"},
    {"ISBN of two chapters",
     {"Ash, J.", "Rivers", 1990, {{Variable::isbn, "9783161484100"}}, WorkType::chapter},
     {"Ash, J.", "Lakes", 1990, {{Variable::isbn, "9783161484100"}}, WorkType::chapter},
     "none"},
    {"preprint and article",
     {"Ash, J.", rivers, 1990, {{journal, "arXiv"}}, WorkType::article},
     {"Ash, J.", rivers, 1991, {{journal, "River Science"}, {volume, "4"}, {page, "12"}}},
     "version"},
    {"e of an article number",
     {"Ash, J.", rivers, 1990, {{volume, "4"}, {page, "e100123"}}},
     {"Ash, J.", rivers, 1990, {{volume, "4"}, {page, "100123"}}},
     "same-place"},
};

TEST(SameWorks, pairs) {
  for (const SameWorksCase& c : same_works_cases) {
    const std::vector<Work> works = {made_work(c.a), made_work(c.b)};
    const Identities found = find_same_works(works);
    const bool same = found.same_as[1] == 0;
    const std::string reason = same                     ? std::string(to_string(found.merges.at(0).reason))
                               : found.versions.empty() ? "none"
                                                        : "version";
    EXPECT_EQ(reason, c.reason) << c.trait;
  }
}

TEST(SameWorks, a_work_that_fits_two_is_neither) {
  const std::vector<Work> works = {
      made_work({"Ash, J.", rivers, 1990, {{Variable::doi, "10.1/a"}}}),
      made_work({"Ash, J.", rivers, 1990, {{Variable::doi, "10.1/b"}}}),
      made_work({"Ash, J.", rivers, 1990}),
  };
  EXPECT_EQ(find_same_works(works).same_as, (std::vector<std::uint32_t>{0, 1, 2}));
}

TEST(SameWorks, what_agrees_is_told) {
  const Identities found =
      find_same_works(std::vector<Work>{made_work(same_works_cases[0].a), made_work(same_works_cases[0].b)});
  ASSERT_EQ(found.merges.size(), 1U);
  EXPECT_EQ(to_string(found.merges[0].agree), "title, authors, year, container, volume, first page");
}

TEST(SameWorks, conflicts_are_told) {
  const Identities found = find_same_works(std::vector<Work>{
      made_work({"Ash, J.", rivers, 1990, {{volume, "4"}, {page, "12"}, {Variable::doi, "10.1/a"}}}),
      made_work({"Ash, J.", rivers, 1990, {{volume, "4"}, {page, "12"}, {Variable::doi, "10.1/b"}}})});
  ASSERT_EQ(found.conflicts.size(), 1U);
  EXPECT_EQ(to_string(found.conflicts[0].differ), "DOI");
  EXPECT_EQ(found.same_as[1], 1U);
}

TEST(SameWorks, the_order_does_not_matter) {
  std::vector<Work> works;
  for (const SameWorksCase& c : same_works_cases) {
    works.push_back(made_work(c.a));
    works.push_back(made_work(c.b));
  }
  const auto pairs = [](const std::vector<std::uint32_t>& same_as, const std::vector<std::uint32_t>& order) {
    std::vector<std::uint32_t> first(same_as.size());
    std::vector<std::uint32_t> least(same_as.size(), static_cast<std::uint32_t>(same_as.size()));
    for (std::uint32_t i = 0; i < order.size(); ++i) least[same_as[i]] = std::min(least[same_as[i]], order[i]);
    for (std::uint32_t i = 0; i < order.size(); ++i) first[order[i]] = least[same_as[i]];
    return first;
  };
  std::vector<std::uint32_t> order(works.size());
  std::iota(order.begin(), order.end(), 0U);
  const std::vector<std::uint32_t> expected = pairs(find_same_works(works).same_as, order);
  std::mt19937 random(1);
  for (int turn = 0; turn < 20; ++turn) {
    std::shuffle(order.begin(), order.end(), random);
    std::vector<Work> shuffled;
    for (const std::uint32_t i : order) shuffled.push_back(works[i]);
    EXPECT_EQ(pairs(find_same_works(shuffled).same_as, order), expected) << turn;
  }
}

TEST(SameWorks, none) { EXPECT_TRUE(find_same_works({}).same_as.empty()); }

}  // namespace
}  // namespace citegraph
