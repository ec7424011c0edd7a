#include "citegraph/date.hpp"

#include <gtest/gtest.h>
#include <span>
#include <string>
#include <string_view>

namespace citegraph {
namespace {

// EDTF, then what EDTF does not hold: "1997 a", "2011 <1979" (first published 1979), "2012 (in press)".
std::string compact(const std::optional<Date>& date) {
  if (!date) return "-";
  std::string line = date->start ? to_string(*date) : "";
  if (!date->suffix.empty()) line += " " + date->suffix;
  if (date->original) line += " <" + std::to_string(date->original->year);
  if (!date->literal.empty()) line += (line.empty() ? "(" : " (") + date->literal + ")";
  return line;
}

struct Row {
  std::string_view trait;
  std::string_view text;
  std::string_view expected;
};

void check(std::span<const Row> rows) {
  for (const Row& row : rows) EXPECT_EQ(compact(parse_date(row.text)), row.expected) << row.trait << ": " << row.text;
}

TEST(Dates, Years) {
  static constexpr Row rows[] = {
      {"year", "1997", "1997"},           {"in brackets", "(1999).", "1999"},
      {"with letter", "1997a", "1997 a"}, {"with capital letter", "1997B", "1997 b"},
      {"copyright", "c1998", "1998"},     {"copyright sign", "©2005", "2005"},
      {"circa", "c. 1850", "1850~"},      {"circa in brackets", "[ca. 1850]", "1850~"},
      {"doubted", "[1850?]", "1850~"},    {"decade", "1990s", "1990~"},
      {"BC", "44 BC", "-0043"},           {"BC in German", "20 v. Chr.", "-0019"},
      {"B.C.E.", "300 B.C.E.", "-0299"},  {"AD", "AD 79", "0079"},
      {"Chinese", "2010年", "2010"},      {"superscript of the edition lost", "19552", "1955"},
      {"page number", "345", "-"},        {"beyond", "3012", "-"},
  };
  check(rows);
}

TEST(Dates, Days) {
  static constexpr Row rows[] = {
      {"day month year", "18 July 2000", "2000-07-18"},
      {"month day, year", "July 18, 2000", "2000-07-18"},
      {"year, month day", "2009, March 3", "2009-03-03"},
      {"year month day abbreviated", "2000 Jul 18", "2000-07-18"},
      {"ordinal", "16th March 2012", "2012-03-16"},
      {"ordinal behind", "2010, Sept. 1st", "2010-09-01"},
      {"glued", "May8 ,2017", "2017-05-08"},
      {"dashes", "19-Oct-2017", "2017-10-19"},
      {"ISO", "2010-08-30", "2010-08-30"},
      {"slashes, day first", "30/08/2010", "2010-08-30"},
      {"slashes, month first where nothing else fits", "08/30/2010", "2010-08-30"},
      {"full stops", "30.8.10", "2010-08-30"},
      {"digits", "20100830", "2010-08-30"},
      {"German", "12. Oktober 1999", "1999-10-12"},
      {"French", "1er août 1999", "1999-08-01"},
      {"Portuguese", "18 de julho de 2000", "2000-07-18"},
      {"Spanish", "3 de setiembre de 1998", "1998-09-03"},
      {"Italian", "13 gennaio 1967", "1967-01-13"},
      {"Dutch", "5 maart 2001", "2001-03-05"},
      {"Russian", "12 мая 2010 г.", "2010-05-12"},
      {"Polish", "12 października 2010", "2010-10-12"},
      {"Romanian with full stops", "13.ian.2016", "2016-01-13"},
      {"Chinese", "2010年8月30日", "2010-08-30"},
      {"with a time", "Accessed 12 May 2010 at 10:15", "2010-05-12"},
      {"no year", "18 July", "XXXX-07-18"},
  };
  check(rows);
}

TEST(Dates, MonthsAndSeasons) {
  static constexpr Row rows[] = {
      {"month year", "August 2014", "2014-08"},
      {"year month", "2004 Mar;", "2004-03"},
      {"year, month behind brackets", "(2011), November", "2011-11"},
      {"ISO month", "2010-08", "2010-08"},
      {"slash", "08/2010", "2010-08"},
      {"full stop", "1983.09", "1983-09"},
      {"digits", "122013", "2013-12"},
      {"month alone", "May", "XXXX-05"},
      {"a month's name in prose", "what may be found", "-"},
      {"season", "Spring 2004", "2004-21"},
      {"season behind", "2001, Fall", "2001-23"},
      {"French season", "printemps 2017", "2017-21"},
  };
  check(rows);
}

TEST(Dates, Ranges) {
  static constexpr Row rows[] = {
      {"years", "2005-2008", "2005/2008"},
      {"abbreviated", "2005–08", "2005/2008"},
      {"one digit", "1951-5", "1951/1955"},
      {"school year", "1998/99", "1998/1999"},
      {"two years with slash", "2003/2004", "2003/2004"},
      {"months", "May–June 2001", "2001-05/2001-06"},
      {"months behind the year", "2008 Jan-Feb", "2008-01/2008-02"},
      {"months, full stops", "Aug .-Sept.1961", "1961-08/1961-09"},
      {"seasons", "Spring/Summer, 1991", "1991-21/1991-22"},
      {"days", "18-20 July 2000", "2000-07-18/2000-07-20"},
      {"days behind the month", "July 18–20, 2000", "2000-07-18/2000-07-20"},
      {"days, ordinals", "2 nd -6 th September 2019", "2019-09-02/2019-09-06"},
      {"days, dash lost", "1213 March 2009", "2009-03-12/2009-03-13"},
      {"days of two months", "28 June – 2 July 2004", "2004-06-28/2004-07-02"},
      {"whole dates", "16th Sep 2019 -17th Sep 2019", "2019-09-16/2019-09-17"},
      {"over the turn of the year", "Dec. 2004–Jan. 2005", "2004-12/2005-01"},
      {"over the turn of the year, one printed", "December-January 2005", "2004-12/2005-01"},
      {"letter behind", "1996-7a", "1996/1997 a"},
      {"open", "2004-", "2004"},
      {"days before a month and year", "26 th Aug 2019 -30 th Aug 2019", "2019-08-26/2019-08-30"},
  };
  check(rows);
}

TEST(Dates, FirstPublication) {
  static constexpr Row rows[] = {
      {"behind in brackets", "2011 [1979]", "2011 <1979"},
      {"before in brackets", "[1979] 2011", "2011 <1979"},
      {"slash, years far apart", "1979/2011", "2011 <1979"},
      {"in words", "1993 (orig. 1580)", "1993 <1580"},
      {"reprint", "1979, reprinted 2011", "2011 <1979"},
      {"a year beside a full date is none", "November 6 -10,2006 ( 2007", "2006-11-06/2006-11-10"},
      {"two printings", "1918, 1922", "1918"},
  };
  check(rows);
}

TEST(Dates, InPlaceOfADate) {
  static constexpr Row rows[] = {
      {"n.d.", "n.d.", "(n.d.)"},
      {"Portuguese", "s.d.", "(n.d.)"},
      {"German", "o. J.", "(n.d.)"},
      {"with letter", "n.d.-a", " a (n.d.)"},
      {"in press", "in press", "(in press)"},
      {"Portuguese in press", "no prelo", "(in press)"},
      {"French in press", "sous presse", "(in press)"},
      {"German in press", "im Druck", "(in press)"},
      {"forthcoming", "forthcoming", "(forthcoming)"},
      {"to appear", "to appear", "(forthcoming)"},
      {"submitted", "submitted", "(submitted)"},
      {"with a year", "2012, in press", "2012 (in press)"},
      {"nothing", "", "-"},
      {"no date", "vol 12, 30-45", "-"},
      {"prose", "no date here", "-"},
  };
  check(rows);
}

TEST(Dates, Merge) {
  struct MergeRow {
    std::string_view trait;
    std::string_view date;
    std::string_view more;
    std::string_view expected;
  };
  static constexpr MergeRow rows[] = {
      {"day and month", "2000", "18 July", "2000-07-18"},
      {"the letter stays", "2000a", "18 July", "2000-07-18 a"},
      {"the other way round", "18 July", "2000", "2000-07-18"},
      {"days of a range", "2000", "18-20 July", "2000-07-18/2000-07-20"},
      {"contradiction in the year", "2000", "18 July 2001", "2000"},
      {"contradiction in the month", "May 2000", "June", "2000-05"},
      {"a year for an undated work", "n.d.", "1999", "1999"},
      {"no date for a dated work", "1999", "n.d.", "1999"},
      {"state", "2012", "in press", "2012 (in press)"},
  };
  for (const MergeRow& row : rows) {
    EXPECT_EQ(compact(merge(*parse_date(row.date), *parse_date(row.more))), row.expected) << row.trait;
  }
  EXPECT_EQ(compact(merge(Date{}, *parse_date("1999"))), "1999");
}

TEST(Dates, YearOfADate) {
  EXPECT_EQ(parse_date("1999")->year(), 1999);
  EXPECT_TRUE(parse_date("1999")->has_year());
  EXPECT_FALSE(parse_date("18 July")->has_year());
  EXPECT_EQ(parse_date("18 July")->year(), 0);
  EXPECT_EQ(parse_date("44 BC")->year(), -44);
  EXPECT_EQ(Date{}.year(), 0);
}

TEST(Dates, HugeInputs) {
  constexpr std::size_t size = 1 << 18;
  for (const std::string_view unit :
       {"1", "1999 ", "1999-", "May ", "1 May ", "(", "st ", "a", ".", "-", "年", "\xF0\x9F\x98\x80", "1/"}) {
    std::string text;
    while (text.size() < size) text += unit;
    (void)parse_date(text);
  }
}

}  // namespace
}  // namespace citegraph
