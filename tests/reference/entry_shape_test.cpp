#include "reference/entry_shape.hpp"

#include <gtest/gtest.h>
#include <ostream>

namespace citegraph::reference {
namespace {

struct OpeningCase {
  const char* line;
  Opening opening;
};

void PrintTo(const OpeningCase& row, std::ostream* out) { *out << row.line; }

class OpeningTest : public testing::TestWithParam<OpeningCase> {};

TEST_P(OpeningTest, IsTold) { EXPECT_EQ(opening_of(GetParam().line), GetParam().opening) << GetParam().line; }

INSTANTIATE_TEST_SUITE_P(
    , OpeningTest,
    testing::Values(OpeningCase{"Adler, T. (2001)", Opening::names}, OpeningCase{"Adler, Tom. On", Opening::names},
                    OpeningCase{"Adler TA, Brandt K.", Opening::names}, OpeningCase{"T. A. Adler and", Opening::names},
                    OpeningCase{"J.-P. Adler, On", Opening::names}, OpeningCase{"van der Berg, A.", Opening::names},
                    OpeningCase{"ADLER, Tom Luiz de. Gelo", Opening::names},
                    OpeningCase{"Silva Santos, J. B.", Opening::names}, OpeningCase{"O’Neil, B.", Opening::names},
                    OpeningCase{"———. (2003).", Opening::names}, OpeningCase{"Charter of the Rivers", Opening::capital},
                    OpeningCase{"World Bank. (2016). Rivers", Opening::organisation},
                    OpeningCase{"Office for Rivers, Lakes and Seas. (2016).", Opening::capital},
                    OpeningCase{"\"Ice and Snow\", Water", Opening::capital},
                    OpeningCase{"The DNA of rivers", Opening::capital},
                    OpeningCase{"Geneva, CH: Office", Opening::capital}, OpeningCase{"3rd edition", Opening::other},
                    OpeningCase{"参考", Opening::other}, OpeningCase{"of the rivers", Opening::lower},
                    OpeningCase{"pp. 12-14", Opening::inside}, OpeningCase{"https://ice.example", Opening::inside},
                    OpeningCase{"12(3), 45", Opening::inside}, OpeningCase{"In: Brandt", Opening::inside},
                    OpeningCase{"", Opening::other}));

struct LabelCase {
  const char* line;
  const char* id;  // empty: no label
  std::uint32_t size;
};

void PrintTo(const LabelCase& row, std::ostream* out) { *out << row.line; }

class EntryLabelTest : public testing::TestWithParam<LabelCase> {};

TEST_P(EntryLabelTest, IsRead) {
  const auto label = read_entry_label(GetParam().line);
  EXPECT_EQ(label ? label->id : "", GetParam().id) << GetParam().line;
  EXPECT_EQ(label ? label->size : 0, GetParam().size) << GetParam().line;
}

INSTANTIATE_TEST_SUITE_P(, EntryLabelTest,
                         testing::Values(LabelCase{"[12] Adler", "12", 5}, LabelCase{"(12) Adler", "12", 5},
                                         LabelCase{"12. Adler", "12", 4}, LabelCase{"12) Adler", "12", 4},
                                         LabelCase{"12 Adler", "12", 3}, LabelCase{"[Adl+01] Adler", "Adl+01", 9},
                                         LabelCase{"[12a] Adler", "12a", 6}, LabelCase{"[7]", "7", 3},
                                         LabelCase{"(2001) Adler", "", 0}, LabelCase{"12(3)", "", 0},
                                         LabelCase{"12 of them", "", 0}, LabelCase{"12.5 degrees", "", 0},
                                         LabelCase{"Adler", "", 0}, LabelCase{"", "", 0}));

TEST(CountYearsTest, LeavesOutOtherNumbers) {
  EXPECT_EQ(count_years("Adler (2001a), 1999-2000, vol. 2100, 12345, A1999"), 3U);
  EXPECT_EQ(count_years("https://ice.example/2001/x 10.1000/2001.12 doi:10.1/1999"), 0U);
  EXPECT_EQ(count_years(""), 0U);
}

TEST(EntryLikenessTest, TellsEntriesFromProse) {
  EXPECT_GE(entry_likeness("Adler, T. (2001). On ice. Journal of Rivers, 3(2), 10-19."), 2);
  EXPECT_GE(entry_likeness("[4] T. Adler, Water 3, 10 (2001)."), 2);
  EXPECT_LT(entry_likeness("The rivers of the north freeze early, and few who live beside them wait for the thaw."), 2);
  EXPECT_LT(entry_likeness(""), 0);
}

}  // namespace
}  // namespace citegraph::reference
