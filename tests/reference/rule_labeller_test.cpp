#include <gtest/gtest.h>
#include <ostream>
#include <string>

#include "notation.hpp"
#include "reference/labeller.hpp"

namespace citegraph::reference {
namespace {

struct RuleLabellerCase {
  const char* trait;
  const char* entry;  // *italics*
  const char* segments;
};

void PrintTo(const RuleLabellerCase& row, std::ostream* out) { *out << row.trait; }

class RuleLabellerTest : public testing::TestWithParam<RuleLabellerCase> {};

TEST_P(RuleLabellerTest, LabelsTheEntry) {
  const test::Marked entry = test::read_marked(GetParam().entry);
  EXPECT_EQ(test::dump(entry.text, RuleLabeller::segments(entry.text, entry.marks, crf::tokenize(entry.text))),
            GetParam().segments);
}

INSTANTIATE_TEST_SUITE_P(
    , RuleLabellerTest,
    testing::Values(
        RuleLabellerCase{
            "article_with_quoted_title",
            "Adler, T. B. (2001). \"On Ice: A Study\", *Journal of Rivers*, 38(2), 145-68.",
            "author=Adler, T. B. | date=2001 | title=On Ice: A Study | container-title=Journal of Rivers | volume=38 "
            "| issue=2 | pages=145-68"},
        RuleLabellerCase{"book_in_italics", "Brandt, K. (2004). *Thaw: The End of Winter*, New Delhi: Fjell and Sons.",
                         "author=Brandt, K. | date=2004 | title=Thaw: The End of Winter | publisher-place=New Delhi | "
                         "publisher=Fjell and Sons"},
        RuleLabellerCase{
            "book_without_comma", "Brandt, K. L. (2003). *Thaw: A Theory* London: Fjell Holm.",
            "author=Brandt, K. L. | date=2003 | title=Thaw: A Theory | publisher-place=London | publisher=Fjell Holm"},
        RuleLabellerCase{
            "place_before_publisher", "Castor, V. (2010). *Floods Without Rain*, Lisbon, Holm.",
            "author=Castor, V. | date=2010 | title=Floods Without Rain | publisher-place=Lisbon | publisher=Holm"},
        RuleLabellerCase{
            "place_and_publisher_unknown", "Castor, V. (2010). *Floods Without Rain*, Vessin, Holm.",
            "author=Castor, V. | date=2010 | title=Floods Without Rain | publisher-place=Vessin | publisher=Holm"},
        RuleLabellerCase{
            "publisher_alone", "Dorn, R. (2008). *Springs of the Desert* University of Vessin Library.",
            "author=Dorn, R. | date=2008 | title=Springs of the Desert | publisher=University of Vessin Library"},
        RuleLabellerCase{
            "chapter_with_editor",
            "Eder, Y. (2009). \"The 'new' River\" in Ron Falk (ed.) *Rising Waters: Power and Rain* Canberra: The "
            "Vessin University.",
            "author=Eder, Y. | date=2009 | title=The 'new' River | editor=Ron Falk | container-title=Rising Waters: "
            "Power and Rain | "
            "publisher-place=Canberra | publisher=The Vessin University"},
        RuleLabellerCase{
            "editor_with_initial",
            "Eder, Y (1994) \"Rivers\", in Samuel S. Falk (ed) *Water and The World* Oxford: Holm Press.",
            "author=Eder, Y | date=1994 | title=Rivers | editor=Samuel S. Falk | container-title=Water and The World "
            "| publisher-place=Oxford | "
            "publisher=Holm Press"},
        RuleLabellerCase{
            "two_editors_report_number_and_pages",
            "Graf, P. (2016). \"How Rivers See us\" in Arno Holm and Matti Ilg (eds.) *Rivers Now*, Fjell Report "
            "No-30, Helsinki: The Vessin Institute, pp.60-75.",
            "author=Graf, P. | date=2016 | title=How Rivers See us | editor=Arno Holm and Matti Ilg | "
            "container-title=Rivers Now | "
            "genre=Fjell Report No-30 | publisher-place=Helsinki | publisher=The Vessin Institute | pages=60-75"},
        RuleLabellerCase{"title_of_a_newspaper_item_before_the_year",
                         "Rivers Joint Statement. (2005). 1 July, *Morning Post*.",
                         "title=Rivers Joint Statement | date=2005 | date=1 July | container-title=Morning Post"},
        RuleLabellerCase{
            "day_after_the_container", "Jost, (2000). \"Both Rivers Gain:\" *River Daily*, 18 July.",
            "author=Jost | date=2000 | title=Both Rivers Gain | container-title=River Daily | date=18 July"},
        RuleLabellerCase{
            "month_alone", "Stern , A. (2020). \"Axis of Water\" *Global Rivers*, February.",
            "author=Stern , A. | date=2020 | title=Axis of Water | container-title=Global Rivers | date=February"},
        RuleLabellerCase{
            "closing_quote_missing",
            "Wirth, E. (2001). \"Rivers and Lakes; Brothers Again? *Water Survey*, 41(5), 797-821.",
            "author=Wirth, E. | date=2001 | title=Rivers and Lakes; Brothers Again? | container-title=Water Survey | "
            "volume=41 | issue=5 | pages=797-821"},
        RuleLabellerCase{
            "closing_quote_missing_before_an_address",
            "Adler, N. (2020). \"Work on Ice: A Bond without Words, available at www.ice.example/en.",
            "author=Adler, N. | date=2020 | title=Work on Ice: A Bond without Words | url=www.ice.example/en"},
        RuleLabellerCase{
            "opening_quote_missing", "River chief upbeat on work with lakes\" (2010), *World Water News*, 30 August.",
            "title=River chief upbeat on work with lakes | date=2010 | container-title=World Water News | date=30 "
            "August"},
        RuleLabellerCase{"title_without_author", "Joint Statement of the Rivers, 2004 Ministry of Waters of the North.",
                         "title=Joint Statement of the Rivers | date=2004 | publisher=Ministry of Waters of the North"},
        RuleLabellerCase{"title_and_address_only", "Green Paper: The Peaceful River available at www.rivers.example.",
                         "title=Green Paper: The Peaceful River | url=www.rivers.example"},
        RuleLabellerCase{
            "reprint_is_a_note",
            "Wang L. (2000). \"New Springs\", *Contemporary Waters*, July 2000, reproduced in *River Digest*, "
            "November 2000, pp. 1557-1563.",
            "author=Wang L. | date=2000 | title=New Springs | container-title=Contemporary Waters | date=July 2000 | "
            "note=reproduced in River Digest, November 2000, pp. 1557-1563"},
        RuleLabellerCase{
            "year_suffix", "Moser, R. (1997b). \"The Confluence\", *Survival*, 39(2), 101-25.",
            "author=Moser, R. | date=1997b | title=The Confluence | container-title=Survival | volume=39 | issue=2 | "
            "pages=101-25"},
        RuleLabellerCase{
            "no_date", "Moser, R. (n.d.). *The Confluence*. Bern: Aare Press.",
            "author=Moser, R. | date=n.d | title=The Confluence | publisher-place=Bern | publisher=Aare Press"},
        RuleLabellerCase{
            "vancouver", "Adler T, Brandt KL. Ice in rivers. J Water Res. 2010;12(3):45-67. doi: 10.1000/ice.12",
            "author=Adler T, Brandt KL | title=Ice in rivers | container-title=J Water Res | date=2010 | volume=12 | "
            "issue=3 | pages=45-67 | "
            "doi=10.1000/ice.12"},
        RuleLabellerCase{
            "apa",
            "Adler, T., Brandt, K. L., & Castor, M. (2010). Ice in rivers and lakes. Water Research, 12(3), 45-67.",
            "author=Adler, T., Brandt, K. L., & Castor, M. | date=2010 | title=Ice in rivers and lakes | "
            "container-title=Water Research | volume=12 | "
            "issue=3 | pages=45-67"},
        RuleLabellerCase{
            "physics", "[3] T. Adler and K. Brandt, Phys. Rev. D 58, 017301 (1998).",
            "citation-number=3 | author=T. Adler and K. Brandt | container-title=Phys. Rev. D | volume=58 | "
            "pages=017301 | date=1998"},
        RuleLabellerCase{
            "ieee", "T. Adler, \"Ice in rivers,\" J. Water Res., vol. 28, no. 11, pp. 737-745, 1958.",
            "author=T. Adler | title=Ice in rivers | container-title=J. Water Res | volume=28 | issue=11 | "
            "pages=737-745 | date=1958"},
        RuleLabellerCase{
            "chicago_book", "Hawley, Nathan. Rivers: Tales and Sketches. New York: Library of Water, 1982.",
            "author=Hawley, Nathan | title=Rivers: Tales and Sketches | publisher-place=New York | publisher=Library "
            "of Water | date=1982"},
        RuleLabellerCase{
            "french_quotes",
            "Zola, H., P. Roux, et Y. Estrin. «Effet de la glace.» Revue des Eaux 24 (2014): 2174-2178.",
            "author=Zola, H., P. Roux, et Y. Estrin | title=Effet de la glace | container-title=Revue des Eaux | "
            "volume=24 | date=2014 | pages=2174-2178"},
        RuleLabellerCase{
            "portuguese", "ALMEIDA, S. O gelo dos rios. São Paulo: Vozes, 2019.",
            "author=ALMEIDA, S. | title=O gelo dos rios | publisher-place=São Paulo | publisher=Vozes | date=2019"},
        RuleLabellerCase{
            "names_in_full_with_initials",
            "Allen J. Knight and Mary K. Stone. Rivers of ice. In Proceedings of the River Conference, pages 37-47, "
            "May 1990.",
            "author=Allen J. Knight and Mary K. Stone | title=Rivers of ice | container-title=Proceedings of the "
            "River Conference | pages=37-47 | "
            "date=May 1990"},
        RuleLabellerCase{"accessed",
                         "Adler, T. Ice today. Available at: https://ice.example/today. Accessed 3 May 2012.",
                         "author=Adler, T. | title=Ice today | url=https://ice.example/today | accessed=3 May 2012"},
        RuleLabellerCase{
            "thesis", "Adler, T. (2004). Ice in rivers. PhD thesis, University of Vessin.",
            "author=Adler, T. | date=2004 | title=Ice in rivers | genre=PhD thesis | publisher=University of Vessin"},
        RuleLabellerCase{"edition", "Adler, T. (2004). *Ice in Rivers*, 2nd ed., Oslo: Fjell Press.",
                         "author=Adler, T. | date=2004 | title=Ice in Rivers | edition=2nd ed | publisher-place=Oslo | "
                         "publisher=Fjell Press"},
        RuleLabellerCase{"same_author", "———. *Ice in Lakes*. Oslo: Fjell Press, 1999.",
                         "title=Ice in Lakes | publisher-place=Oslo | publisher=Fjell Press | date=1999"},
        RuleLabellerCase{"empty", "", ""}, RuleLabellerCase{"no_breaking_space", "\u00a0\u00a0", ""},
        RuleLabellerCase{"punctuation_only", "...,;:()[]\"\"", ""}),
    [](const auto& row) { return row.param.trait; });

}  // namespace
}  // namespace citegraph::reference
