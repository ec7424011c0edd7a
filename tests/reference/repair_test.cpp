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

}  // namespace
}  // namespace citegraph::reference
