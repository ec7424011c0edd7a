#include "reference/repair.hpp"

#include <gtest/gtest.h>
#include <string>

#include "notation.hpp"

namespace citegraph::reference {
namespace {

struct Row {
  const char* trait;
  const char* labelled;
  const char* date;  // what is labelled as the date afterwards
};

TEST(RepairDays, ADayBelongsToItsDate) {
  static constexpr Row rows[] = {
      {"a day with a stop", "{container-title:Zeitung}, {volume:6}. {date:Juni 1986}", "6. Juni 1986"},
      {"a day without", "{container-title:Daily}, {issue:13} {date:Sept. 1970}", "13 Sept. 1970"},
      {"no comma before it", "{container-title:Nature} {volume:12} {date:June 1990}", "June 1990"},
      {"a comma behind it", "{container-title:Nature}, {volume:12}, {date:June 1990}", "June 1990"},
      {"no such day", "{container-title:Nature}, {volume:45} {date:June 1990}", "June 1990"},
      {"a year alone", "{container-title:Nature}, {volume:12} {date:1990}", "1990"},
      {"pages stay", "{container-title:Nature}, {pages:12} {date:June 1990}", "June 1990"},
  };
  for (const Row& row : rows) {
    test::Labelled entry = test::read_labelled(row.labelled);
    repair_days(entry.text, entry.segments);
    ASSERT_FALSE(entry.segments.empty()) << row.trait;
    EXPECT_EQ(slice(entry.text, entry.segments.back().span), row.date) << row.trait;
  }
}

struct PeriodicalRow {
  const char* trait;
  const char* labelled;
  Label label;  // of the second segment afterwards
};

TEST(RepairPeriodicals, APublisherBeforeADayIsAPeriodical) {
  static constexpr PeriodicalRow rows[] = {
      {"day and month", "{title:On ice}, {publisher:River Daily}, {date:23 June}", Label::container_title},
      {"a whole date", "{title:On ice}, {publisher:River Daily}, {date:June 23, 2008}", Label::container_title},
      {"a year", "{title:On ice}, {publisher:Holm}, {date:2008}", Label::publisher},
      {"a month", "{title:On ice}, {publisher:Holm}, {date:June 2008}", Label::publisher},
      {"a place", "{title:On ice}, {publisher:Holm}, {date:23 June 2008}, {publisher-place:Oslo}", Label::publisher},
      {"a container", "{title:On ice}, {publisher:Holm}, {date:23 June 2008}, {container-title:W}", Label::publisher},
      {"a thesis", "{title:On ice}, {publisher:Holm}, {date:23 June 2008}, {genre:PhD thesis}", Label::publisher},
      {"an institution", "{title:On ice}, {publisher:Holm University}, {date:23 June 2008}", Label::publisher},
  };
  for (const PeriodicalRow& row : rows) {
    test::Labelled entry = test::read_labelled(row.labelled);
    repair_periodicals(entry.text, entry.segments);
    ASSERT_GE(entry.segments.size(), 3U) << row.trait;
    EXPECT_EQ(entry.segments[1].label, row.label) << row.trait;
  }
}

struct NamesRow {
  const char* trait;
  const char* labelled;
  const char* author;
  const char* title;
};

TEST(RepairLastNames, InitialsAtTheEndTakeTheWordBehindThem) {
  static constexpr NamesRow rows[] = {
      {"initials first", "{author:A. Birch, B. Cedar, and C}. {title:Elm On ice and snow}",
       "A. Birch, B. Cedar, and C. Elm", "On ice and snow"},
      {"with the stop", "{author:A. B. Birch, C.-D.} {title:Elm On ice and snow}", "A. B. Birch, C.-D. Elm",
       "On ice and snow"},
      {"a quote before the title", "{author:A. Birch and C.} {title:Elm “On ice and snow}", "A. Birch and C. Elm",
       "On ice and snow"},
      {"an elided article", "{author:O'Birch, B. C}. {title:Elm Trees of ice}", "O'Birch, B. C", "Elm Trees of ice"},
      {"one name", "{author:A}. {title:Elm trees of ice and snow}", "A", "Elm trees of ice and snow"},
      {"family names first", "{author:Birch, A., Cedar, B}. {title:Elm trees of ice and snow}", "Birch, A., Cedar, B",
       "Elm trees of ice and snow"},
      {"first name the other way", "{author:A. Birch and Cedar, B}. {title:Elm trees of ice}", "A. Birch and Cedar, B",
       "Elm trees of ice"},
      {"whole names", "{author:A. Birch, B. Cedar}. {title:Elm trees of ice}", "A. Birch, B. Cedar",
       "Elm trees of ice"},
      {"a title of small letters", "{author:A. Birch, B}. {title:elm trees of ice}", "A. Birch, B", "elm trees of ice"},
      {"a title of one word", "{author:A. Birch, B}. {title:Elm}", "A. Birch, B", "Elm"},
      {"a sign between", "{author:A. Birch, B}, {title:Elm trees of ice}", "A. Birch, B", "Elm trees of ice"},
  };
  for (const NamesRow& row : rows) {
    test::Labelled entry = test::read_labelled(row.labelled);
    repair_last_names(entry.text, entry.segments);
    ASSERT_EQ(entry.segments.size(), 2U) << row.trait;
    EXPECT_EQ(slice(entry.text, entry.segments[0].span), row.author) << row.trait;
    EXPECT_EQ(slice(entry.text, entry.segments[1].span), row.title) << row.trait;
  }
}

}  // namespace
}  // namespace citegraph::reference
