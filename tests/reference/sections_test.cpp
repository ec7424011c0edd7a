#include "reference/sections.hpp"

#include <gtest/gtest.h>
#include <ostream>
#include <string>

#include "citegraph/reference.hpp"

namespace citegraph::reference {
namespace {

// Three entries of an invented list, and a body to stand before them.
const std::string body =
    "# A title\n\nThe rivers of the north freeze early, and few who live beside them wait for the thaw.\n\nNo more is "
    "known.\n\n";
const std::string entries =
    "Adler, T. (2001). On ice. *Journal of Rivers*, 3(2), 10-19.\n\nBrandt, K. (1999). *Thaw*. Oslo: Fjell Press.\n\n"
    "Castor, M. and Dorn, P. (2010). \"Floods\", *Water*, 7, 45-50.\n\n";

struct SectionsCase {
  const char* trait;
  std::string text;
  std::size_t lists;
  std::size_t references;
};

void PrintTo(const SectionsCase& row, std::ostream* out) { *out << row.trait; }

class SectionsTest : public testing::TestWithParam<SectionsCase> {};

TEST_P(SectionsTest, AreFound) {
  ReadOptions options;
  options.format = Format::markdown;
  const Document document = parse_document(GetParam().text, "paper.md", options);
  const ReferenceLists found = find_references(document);
  EXPECT_EQ(found.lists.size(), GetParam().lists) << GetParam().text;
  EXPECT_EQ(found.references.size(), GetParam().references) << GetParam().text;
  EXPECT_EQ(found.references.empty(),
            !found.diagnostics.empty() && found.diagnostics.back().code == "no-reference-list");
}

INSTANTIATE_TEST_SUITE_P(
    , SectionsTest,
    testing::Values(
        SectionsCase{"under_a_heading", body + "## References\n\n" + entries, 1, 3},
        SectionsCase{"under_a_line_that_reads_as_one", body + "References\n\n" + entries, 1, 3},
        SectionsCase{"under_a_strong_line", body + "**Bibliography**\n\n" + entries, 1, 3},
        SectionsCase{
            "first_line_of_the_list",
            body +
                "References\nAdler, T. (2001). On ice. Rivers, 3(2), 10-19.\nBrandt, K. (1999). Thaw. Oslo: Fjell.\n",
            1, 2},
        SectionsCase{"ends_at_the_next_heading",
                     body + "## References\n\n" + entries + "## Biography\n\nA. Adler (born 1970) lives in Oslo.\n", 1,
                     3},
        SectionsCase{"ends_at_an_appendix_below_it",
                     body + "## References\n\n" + entries + "### Appendix A\n\nThe sums of 2001 in a table.\n", 1, 3},
        SectionsCase{"ends_at_end_matter_without_heading",
                     body + "## References\n\n" + entries + "Figure 1. The course of the river in 2001.\n", 1, 3},
        SectionsCase{
            "ends_at_prose",
            body + "## References\n\n" + entries +
                std::string("These words follow the list without any heading between. ") + std::string(6, 'x') +
                " They go on at length, as the words of an author do who has a story to tell, and they hold neither "
                "names at their start nor any date, so that nobody takes them for one more entry of the list above, "
                "which is done.\n",
            1, 3},
        SectionsCase{"goes_on_over_divisions",
                     body + "## References\n\n### Books\n\n" + entries +
                         "### Articles\n\nEder, F. (2004). Springs. *Water*, 2, 1-4.\n",
                     1, 4},
        SectionsCase{"divisions_of_the_same_level",
                     body + "## References\n\n" + entries +
                         "## Web sites\n\nEder, F. (2004). Springs. Available at www.springs.example.\n",
                     1, 4},
        SectionsCase{"two_lists",
                     body + "## References\n\n" + entries +
                         "# Second part\n\nMore words on rivers.\n\n## References\n\n" + entries,
                     2, 6},
        SectionsCase{
            "heading_in_the_contents",
            "# A title\n\n## Contents\n\nIntroduction\n\nReferences\n\n## Introduction\n\nWords.\n\n## References\n\n" +
                entries,
            1, 3},
        SectionsCase{
            "a_chapter_on_literature_is_no_list",
            "# A title\n\n## Literature\n\nMuch has been written on ice, and more on its absence, but little on "
            "both.\n\n## References\n\n" +
                entries,
            1, 3},
        SectionsCase{
            "further_reading_is_one_more",
            body + "## References\n\n" + entries + "## Further reading\n\nEder, F. (2004). Springs. *Water*, 2, 1-4.\n",
            2, 4},
        SectionsCase{"notes_where_there_is_nothing_else", body + "## Notes\n\n" + entries, 1, 3},
        SectionsCase{"notes_beside_a_list_are_none",
                     body + "## Notes\n\n1. Adler, On ice (2001), 12.\n\n## References\n\n" + entries, 1, 3},
        SectionsCase{"without_heading_at_the_end", body + entries, 1, 3},
        SectionsCase{
            "without_heading_after_prose_that_cites",
            body +
                "The ice of the rivers has been measured by many (Adler, 2001; Brandt, 1999), and what they found is "
                "told again here, with what was learned since, so that those who come to it for the first time need "
                "not look for it elsewhere; the floods of the south (Castor and Dorn, 2010: 45-50) are left out.\n\n" +
                entries,
            1, 3},
        SectionsCase{
            "a_list_of_organisations",
            body + "## References\n\nAlpine Rivers Association. (1999). How to count rivers. Bern: ARA.\n\nWorld Bank. "
                   "(2016). Rivers and growth. Washington: World Bank.\n\nWorld River Organization. (2010). Rivers. "
                   "Geneva: WRO.\n",
            1, 3},
        SectionsCase{"nothing_but_references", entries, 1, 3},
        SectionsCase{"one_reference", "Adler, T. (2001). On ice. Journal of Rivers, 3(2), 10-19.\n", 1, 1},
        SectionsCase{"none", body, 0, 0}, SectionsCase{"heading_without_list", body + "## References\n", 0, 0},
        SectionsCase{"empty", "", 0, 0}, SectionsCase{"no_breaking_spaces", "\u00a0\u00a0\n\n\u00a0\n", 0, 0},
        SectionsCase{"emoji", "🙂🙂\n\n🙂\n", 0, 0}),
    [](const auto& row) { return row.param.trait; });

TEST(SectionSpanTest, HoldsItsHeading) {
  const Document document = parse_document(body + "## References\n\n" + entries, "paper.md");
  const ReferenceLists found = find_references(document);
  ASSERT_EQ(found.lists.size(), 1U);
  EXPECT_TRUE(slice(document.text, found.lists[0]).starts_with("References"));
  EXPECT_EQ(found.lists[0].end, found.references.back().span.end);
}

TEST(ReadReferenceListTest, TakesAllOfATextWithoutHeading) {
  const Document document =
      parse_document("The Evening Mail, 12 May\n\nA note on ice\n\nThe Morning Star, 13 May\n", "list.txt");
  EXPECT_EQ(read_reference_list(document).references.size(), 3U);
}

}  // namespace
}  // namespace citegraph::reference
