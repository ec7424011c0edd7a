#include "reference/headings.hpp"

#include <gtest/gtest.h>
#include <ostream>

namespace citegraph::reference {
namespace {

struct SenseCase {
  const char* trait;
  const char* heading;
  HeadingSense sense;
};

void PrintTo(const SenseCase& row, std::ostream* out) { *out << row.trait; }

class HeadingSenseTest : public testing::TestWithParam<SenseCase> {};

TEST_P(HeadingSenseTest, IsTold) {
  EXPECT_EQ(heading_sense(GetParam().heading), GetParam().sense) << GetParam().heading;
}

constexpr HeadingSense list = HeadingSense::list;
constexpr HeadingSense likely = HeadingSense::likely_list;
constexpr HeadingSense notes = HeadingSense::notes;
constexpr HeadingSense division = HeadingSense::division;
constexpr HeadingSense end = HeadingSense::end_matter;
constexpr HeadingSense other = HeadingSense::other;

INSTANTIATE_TEST_SUITE_P(
    , HeadingSenseTest,
    testing::Values(
        SenseCase{"plain", "References", list}, SenseCase{"capitals", "REFERENCES", list},
        SenseCase{"numbered", "7. References", list}, SenseCase{"numbered_twice", "7.2 References", list},
        SenseCase{"roman_number", "VI. Bibliography", list}, SenseCase{"colon", "Works cited:", list},
        SenseCase{"of_two_words", "Literature Cited", list}, SenseCase{"singular", "Reference list", list},
        SenseCase{"misspelt", "Refrences", list}, SenseCase{"wrong_accent", "Referênces", list},
        SenseCase{"misspelt_longer", "Bibliograhpy", list}, SenseCase{"with_division", "References: books", list},
        SenseCase{"german", "Literaturverzeichnis", list},
        SenseCase{"german_sources", "Quellen- und Literaturverzeichnis", list},
        SenseCase{"french", "Références bibliographiques", list}, SenseCase{"spanish", "Bibliografía", list},
        SenseCase{"portuguese_division", "REFERÊNCIAS - Livros:", list},
        SenseCase{"italian", "Riferimenti bibliografici", list}, SenseCase{"dutch", "Literatuurlijst", list},
        SenseCase{"swedish", "Litteraturförteckning", list}, SenseCase{"polish", "Piśmiennictwo", list},
        SenseCase{"turkish", "Kaynakça", list}, SenseCase{"russian", "Список литературы", list},
        SenseCase{"greek", "Βιβλιογραφία", list}, SenseCase{"chinese", "参考文献", list},
        SenseCase{"japanese", "引用文献", list}, SenseCase{"korean", "참고문헌", list},
        SenseCase{"arabic", "المراجع", list}, SenseCase{"hebrew", "ביבליוגרפיה", list},
        SenseCase{"sources", "Sources", likely}, SenseCase{"further_reading", "Further reading", likely},
        SenseCase{"title_with_the_word", "References to antiquity in prose", likely},
        SenseCase{"endnotes", "Endnotes", notes}, SenseCase{"books", "Books", division},
        SenseCase{"web_sites", "Web sites", division}, SenseCase{"letter", "B", division},
        SenseCase{"appendix", "Appendix A: Tables", end}, SenseCase{"contributions", "Author contributions", end},
        SenseCase{"acknowledgements", "Acknowledgements", end}, SenseCase{"figure_legends", "Figure legends", end},
        SenseCase{"a_number_alone", "12", division}, SenseCase{"section", "Discussion", other},
        SenseCase{"empty", "", other}, SenseCase{"no_breaking_space", "\u00a0", other}, SenseCase{"emoji", "📚", other}),
    [](const auto& row) { return row.param.trait; });

struct EndCase {
  const char* paragraph;
  bool ends;
};

void PrintTo(const EndCase& row, std::ostream* out) { *out << row.paragraph; }

class EndMatterTest : public testing::TestWithParam<EndCase> {};

TEST_P(EndMatterTest, IsTold) {
  EXPECT_EQ(opens_end_matter(GetParam().paragraph), GetParam().ends) << GetParam().paragraph;
}

INSTANTIATE_TEST_SUITE_P(, EndMatterTest,
                         testing::Values(EndCase{"Figure 2. The course of the river.", true},
                                         EndCase{"Fig. 3 A map", true}, EndCase{"Table 1: Sums", true},
                                         EndCase{"Table manners in Vienna. Graz: Holm, 1990.", false},
                                         EndCase{"Received 3 May 2010", true}, EndCase{"© 2010 The authors", true},
                                         EndCase{"Appendix B", true}, EndCase{"Figureira, A. (2001). A title.", false},
                                         EndCase{"", false}));

}  // namespace
}  // namespace citegraph::reference
