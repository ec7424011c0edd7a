// Which entries of a list are one work, printed twice.
#include "citation/duplicates.hpp"

#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "citegraph/date.hpp"

namespace citegraph::citation {
namespace {

struct Printed {
  const char* author;
  const char* year;
  const char* title;
  const char* volume = "";
  const char* pages = "";
  const char* doi = "";
};

Reference entry(const Printed& printed) {
  Work work;
  Name author;
  author.family = printed.author;
  work.set(NameVariable::author, {author});
  work.set(DateVariable::issued, *parse_date(printed.year));
  work.set(Variable::title, printed.title);
  work.set(Variable::volume, printed.volume);
  work.set(Variable::page, printed.pages);
  work.set(Variable::doi, printed.doi);
  Reference reference;
  reference.works = {work};
  return reference;
}

TEST(Duplicates, AreDecidedByWhatIsPrinted) {
  const struct {
    const char* trait;
    Printed first;
    Printed second;
    bool same;
  } rows[] = {
      {"title, case", {"Ivy", "2011", "Climbers on a wall"}, {"Ivy", "2011", "Climbers on a Wall"}, true},
      {"another author", {"Ivy", "2011", "Climbers on a wall"}, {"Aster", "2011", "Climbers on a wall"}, false},
      {"another year", {"Ivy", "2011", "Climbers on a wall"}, {"Ivy", "2012", "Climbers on a wall"}, false},
      {"letters", {"Ivy", "2011a", "Climbers on a wall"}, {"Ivy", "2011b", "Climbers on a wall"}, false},
      {"a short title", {"Ivy", "2011", "Editorial"}, {"Ivy", "2011", "Editorial"}, false},
      {"place in one", {"Ivy", "2011", "Climbers on a wall", "4", "1-9"}, {"Ivy", "2011", "Climbers on a wall"}, true},
      {"pages cut short",
       {"Ivy", "2011", "Climbers on a wall", "4", "115-119"},
       {"Ivy", "2011", "Climbers on a wall", "4", "115-9"},
       true},
      {"other volume",
       {"Ivy", "2011", "Climbers on a wall", "4", "1-9"},
       {"Ivy", "2011", "Climbers on a wall", "5", "1-9"},
       false},
      {"other page",
       {"Ivy", "2011", "Climbers on a wall", "4", "1-9"},
       {"Ivy", "2011", "Climbers on a wall", "4", "11-19"},
       false},
      {"other DOI",
       {"Ivy", "2011", "Climbers on a wall", "", "", "10.1000/1"},
       {"Ivy", "2011", "Climbers on a wall", "", "", "10.1000/2"},
       false},
      {"year by one, same place",
       {"Ivy", "2014", "Climbers on a wall", "4", "115-119"},
       {"Ivy", "2015", "Climbers on a wall", "4", "115-9"},
       true},
      {"year by two, same place",
       {"Ivy", "2013", "Climbers on a wall", "4", "115-119"},
       {"Ivy", "2015", "Climbers on a wall", "4", "115-9"},
       false},
      {"typing error, same place",
       {"Ivy", "2011", "Climbers on a wall", "4", "1-9"},
       {"Ivy", "2011", "Climbrs on a wall", "4", "1-9"},
       true},
      {"typing error, no place", {"Ivy", "2011", "Climbers on a wall"}, {"Ivy", "2011", "Climbrs on a wall"}, false},
      {"subtitle, same place",
       {"Ivy", "2011", "Climbers on a wall: a study of roots", "4", "1-9"},
       {"Ivy", "2011", "Climbers on a wall", "4", "1-9"},
       true},
      {"other title, same place",
       {"Ivy", "2011", "Climbers on a wall", "4", "1-9"},
       {"Ivy", "2011", "Roots below a house", "4", "1-9"},
       false},
      {"short title, same place", {"Ivy", "2011", "Roots", "4", "1-9"}, {"Ivy", "2011", "Roots", "4", "1-9"}, true},
  };
  for (const auto& row : rows) {
    ReferenceLists lists;
    lists.references = {entry(row.first), entry({"Heel", "1999", "Between the two"}), entry(row.second)};
    const std::vector<Duplicate> found = duplicates(lists);
    ASSERT_EQ(found.size(), row.same ? 1U : 0U) << row.trait;
    if (!row.same) continue;
    EXPECT_EQ(found[0].number, 2U) << row.trait;
    EXPECT_EQ(found[0].earlier, 0U) << row.trait;
  }
}

TEST(Duplicates, EachIsFoundOnceWithTheFirst) {
  const Printed printed = {"Ivy", "2011", "Climbers on a wall", "4", "1-9"};
  ReferenceLists lists;
  for (int i = 0; i < 3; ++i) lists.references.push_back(entry(printed));
  const std::vector<Duplicate> found = duplicates(lists);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].earlier, 0U);
  EXPECT_EQ(found[1].number, 2U);
  EXPECT_EQ(found[1].earlier, 0U);
  EXPECT_TRUE(duplicates({}).empty());
}

}  // namespace
}  // namespace citegraph::citation
