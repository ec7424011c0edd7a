#include "citegraph/citation_key.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "bibliography/works.hpp"

namespace citegraph {
namespace {

using test::make_work;
using test::WorkSpec;

TEST(CitationKey, OfOneWork) {
  struct Row {
    const char* trait;
    WorkSpec work;
    const char* expected;
  };
  const Row rows[] = {
      {"family, year, word",
       {.authors = "Alder, S. I.", .year = "1992", .title = "Second Chance for Tides"},
       "alder1992second"},
      {"articles are no words", {.authors = "Alder, S.", .year = "1992", .title = "The End of It"}, "alder1992end"},
      {"elided article", {.authors = "Alder, S.", .year = "1992", .title = "L'Europe des mers"}, "alder1992europe"},
      {"accents", {.authors = "Müller-Öz, S.", .year = "2001a", .title = "Über Straßen"}, "mulleroz2001uber"},
      {"particles are left out", {.authors = "van der Elm, S.", .year = "2001", .title = "Dikes"}, "elm2001dikes"},
      {"no year", {.authors = "Alder, S.", .year = "n.d.", .title = "Dikes"}, "alderdikes"},
      {"no title", {.authors = "Alder, S.", .year = "2001"}, "alder2001"},
      {"organisation",
       {.authors = "World Health Organization", .year = "2001", .title = "Report"},
       "worldhealthorganization2001report"},
      {"organisation of many words",
       {.authors = "Ministry of Foreign Affairs of the Republic of X", .year = "2001", .title = "Report"},
       "ministryforeignaffairs2001report"},
      {"editor", {.year = "2001", .title = "Dikes", .editors = "Birch, T. (ed.)"}, "birch2001dikes"},
      {"title alone", {.year = "2001", .title = "Dikes and Dunes"}, "dikes2001dunes"},
      {"container alone", {.more = {{Variable::container_title, "Daily Shore"}}}, "dailyshore"},
      {"Cyrillic", {.authors = "Иванов И. И.", .year = "2001", .title = "Щит и меч"}, "ivanov2001shchit"},
      {"Greek", {.authors = "Παπαδόπουλος, Γ.", .year = "2001", .title = "Λόγος"}, "papadopoylos2001logos"},
      {"no letters to write", {.authors = "王伟", .year = "2001", .title = "海洋"}, "2001"},
      {"BC", {.authors = "Caesar, J.", .year = "44 BC", .title = "Wars"}, "caesar44wars"},
      {"nothing", {}, "work"},
  };
  for (const Row& row : rows) EXPECT_EQ(citation_key(make_work(row.work)), row.expected) << row.trait;
}

std::vector<Work> colliding_works() {
  std::vector<Work> works;
  for (const char* title : {"Second Chance", "Second Look", "Second Chance in Spring", "Other"}) {
    works.push_back(make_work({.authors = "Alder, S.", .year = "1992", .title = title}));
  }
  for (const char* pages : {"1-5", "6-9"}) {
    works.push_back(
        make_work({.authors = "Birch, T.", .year = "2001", .title = "Editorial", .more = {{Variable::page, pages}}}));
  }
  return works;
}

TEST(AssignKeys, TellsApartByTitleThenByContent) {
  std::vector<Work> works = colliding_works();
  assign_keys(works);
  EXPECT_EQ(works[0].key, "alder1992secondchance");
  EXPECT_EQ(works[1].key, "alder1992secondlook");
  EXPECT_EQ(works[2].key, "alder1992secondchancespring");
  EXPECT_EQ(works[3].key, "alder1992other");
  EXPECT_EQ(works[4].key.substr(0, 18), "birch2001editorial");
  EXPECT_NE(works[4].key, works[5].key);
}

TEST(AssignKeys, DoesNotDependOnOrder) {
  std::vector<Work> works = colliding_works();
  std::vector<Work> reference = works;
  assign_keys(reference);
  std::map<std::string, std::string> expected;
  for (const Work& work : reference) expected[summary(work)] = work.key;
  std::mt19937 random(1);
  for (int round = 0; round < 20; ++round) {
    for (std::size_t i = works.size(); i > 1; --i) std::swap(works[i - 1], works[random() % i]);
    std::vector<Work> shuffled = works;
    assign_keys(shuffled);
    for (const Work& work : shuffled) EXPECT_EQ(work.key, expected[summary(work)]);
  }
}

TEST(AssignKeys, KeepsKeys) {
  std::vector<Work> works = colliding_works();
  works[3].key = "alder1992secondlook";  // what another would get
  works[0].key = "mine";
  assign_keys(works);
  EXPECT_EQ(works[0].key, "mine");
  EXPECT_EQ(works[3].key, "alder1992secondlook");
  EXPECT_NE(works[1].key, "alder1992secondlook");
}

TEST(AssignKeys, EqualWorksGetDifferentKeys) {
  std::vector<Work> works(3000, make_work({.authors = "Alder, S.", .year = "1992", .title = "Tides"}));
  works[7].key = works[8].key = "Twice";
  works[9].key = "twice";
  assign_keys(works);
  std::set<std::string> keys;
  for (const Work& work : works) {
    std::string key = work.key;
    std::transform(key.begin(), key.end(), key.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    EXPECT_FALSE(key.empty());
    keys.insert(key);
  }
  EXPECT_EQ(keys.size(), works.size());
}

TEST(KeyList, GivesTheKeysOfAllAtOnce) {
  std::vector<Work> works;
  for (int i = 0; i < 60; ++i) {
    const std::string title = i % 5 == 0 ? "" : "Tides of the Northern Sea " + std::to_string(i % 7);
    works.push_back(make_work(
        {.authors = i % 3 == 0 ? "" : "Alder, S.", .year = i % 2 == 0 ? "1992" : "", .title = title.c_str()}));
  }
  works[7].key = "Twice";
  KeyList list;
  for (const Work& work : works) list.add(work);
  assign_keys(works);
  const std::vector<std::string> keys = list.keys();
  ASSERT_EQ(keys.size(), works.size());
  for (std::size_t i = 0; i < works.size(); ++i) EXPECT_EQ(keys[i], works[i].key);
}

TEST(AssignKeys, NoWorks) { assign_keys({}); }

}  // namespace
}  // namespace citegraph
