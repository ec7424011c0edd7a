#include "export/work_label.hpp"

#include <gtest/gtest.h>
#include <string>
#include <utility>
#include <vector>

#include "graph/paper_maker.hpp"

namespace citegraph::dot {
namespace {

struct WrapCase {
  const char* trait;
  std::string text;
  std::size_t width;
  std::size_t lines;
  const char* expected;
};

TEST(WorkLabel, lines_are_broken_where_words_end) {
  const WrapCase cases[] = {
      {"fits", "a river", 10, 2, "a river"},
      {"fits exactly", "a river of", 10, 2, "a river of"},
      {"two lines", "rivers of the world", 10, 2, "rivers of\nthe world"},
      {"too long", "rivers of the old world and the new", 10, 2, "rivers of\nthe old…"},
      {"behind a hyphen", "the good-neighbourly river", 12, 2, "the good-\nneighbourly…"},
      {"a word longer than a line", "abcdefghijklmno", 10, 2, "abcdefghij\nklmno"},
      {"no word at all", std::string(100, 'x'), 10, 2, "xxxxxxxxxx\nxxxxxxxxx…"},
      {"white space", "  a \n\t river ", 10, 2, "a river"},
      {"nothing", "", 10, 2, ""},
      {"code points are counted, not bytes", "éééééééééé", 10, 1, "éééééééééé"},
      {"only hyphens", "------------", 10, 2, "----------\n--"},
  };
  for (const WrapCase& c : cases) EXPECT_EQ(wrapped(c.text, c.width, c.lines), c.expected) << c.trait;
}

struct CitedCase {
  const char* trait;
  std::vector<const char*> authors;
  bool others;
  int year;
  const char* expected;
};

TEST(WorkLabel, works_are_named_as_they_are_cited) {
  const CitedCase cases[] = {
      {"one author", {"Ash"}, false, 1990, "Ash 1990"},
      {"two", {"Ash", "Oak"}, false, 1990, "Ash & Oak 1990"},
      {"three", {"Ash", "Oak", "Yew"}, false, 1990, "Ash et al. 1990"},
      {"one and others", {"Ash"}, true, 1990, "Ash et al. 1990"},
      {"no year", {"Ash"}, false, 0, "Ash"},
      {"nobody", {}, false, 1990, ""},
  };
  for (const CitedCase& c : cases) {
    Work work = test::make_work("", "Nile", c.year);
    std::vector<Name> names;
    for (const char* author : c.authors) names.push_back(test::person(author));
    if (!names.empty()) work.set(NameVariable::author, names);
    work.set_others(NameVariable::author, c.others);
    EXPECT_EQ(cited_as(work), c.expected) << c.trait;
  }
}

std::string label_of(Work work) {
  GraphBuilder builder;
  builder.add(std::move(work));
  return work_label(std::move(builder).build(), 0, 20);
}

TEST(WorkLabel, a_label_has_something_to_read_in_any_case) {
  EXPECT_EQ(label_of(test::make_work("Ash", "The Nile", 1990)), "Ash 1990\nThe Nile");
  EXPECT_EQ(label_of(test::make_work("", "The Nile", 1990)), "The Nile 1990");
  EXPECT_EQ(label_of(test::make_work("Ash", "", 1990)), "Ash 1990");
  EXPECT_NE(label_of(Work()), "");
  GraphBuilder builder;
  builder.add(test::PaperMaker("drafts/rivers.md").paper());
  EXPECT_EQ(work_label(std::move(builder).build(), 0, 20), "rivers.md");
}

}  // namespace
}  // namespace citegraph::dot
