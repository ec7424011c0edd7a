#include "reference/splitter.hpp"

#include <gtest/gtest.h>
#include <ostream>
#include <string>

namespace citegraph::reference {
namespace {

// The entries of a text, each as the first and last word with "..", with its number before it; divided by " / ".
std::string split(const std::string& text, Format format) {
  ReadOptions options;
  options.format = format;
  const Document document = parse_document(text, "list", options);
  std::string out;
  for (const Entry& entry : split_entries(document, whole_document(document))) {
    const std::string_view printed = slice(document.text, entry.span);
    if (!out.empty()) out += " / ";
    if (!entry.id.empty()) out += entry.id + "=";
    out += printed.substr(0, printed.find_first_of(" \n"));
    out += "..";
    out += printed.substr(printed.find_last_of(" \n") + 1);
  }
  return out;
}

struct SplitterCase {
  const char* trait;
  const char* text;
  const char* entries;
  Format format = Format::plain_text;
};

void PrintTo(const SplitterCase& row, std::ostream* out) { *out << row.trait; }

class SplitterTest : public testing::TestWithParam<SplitterCase> {};

TEST_P(SplitterTest, DividesTheList) { EXPECT_EQ(split(GetParam().text, GetParam().format), GetParam().entries); }

INSTANTIATE_TEST_SUITE_P(
    , SplitterTest,
    testing::Values(
        SplitterCase{"one_a_paragraph",
                     "Adler, T. (2001). On ice. Water, 3, 10-19.\n\nBrandt, K. (1999). Thaw. Oslo: Fjell.\n",
                     "Adler,..10-19. / Brandt,..Fjell."},
        SplitterCase{
            "one_a_line",
            "Adler, T. (2001). On ice. Water, 3, 10-19.\nBrandt, K. (1999). Thaw. Oslo: Fjell.\nCastor, M. 2010. "
            "Floods. Water 7:45-50\n",
            "Adler,..10-19. / Brandt,..Fjell. / Castor,..7:45-50"},
        SplitterCase{"list_items",
                     "- Adler, T. (2001). On ice. Water, 3, 10-19.\n- Brandt, K. (1999). Thaw. Oslo: Fjell.\n",
                     "Adler,..10-19. / Brandt,..Fjell.", Format::markdown},
        SplitterCase{
            "items_and_paragraphs",
            "- Adler, T. (2001). On ice. Water, 3, 10-19.\n\nBrandt, K. (1999). Thaw. Oslo: Fjell.\n\n- Castor, M. "
            "(2010). Floods. Bern: Aare.\n",
            "Adler,..10-19. / Brandt,..Fjell. / Castor,..Aare.", Format::markdown},
        SplitterCase{
            "numbers_in_brackets",
            "[1] T. Adler, On ice, Water 3, 10 (2001).\n[2] K. Brandt, Thaw (Fjell, Oslo, 1999).\n[3] M. Castor, "
            "Water 7, 45 (2010).\n",
            "1=T...(2001). / 2=K...1999). / 3=M...(2010)."},
        SplitterCase{"numbers_in_round_brackets",
                     "(1) Adler, T. On ice. Water 2001, 3, 10.\n(2) Brandt, K. Thaw; Fjell: Oslo, 1999.\n",
                     "1=Adler,..10. / 2=Brandt,..1999."},
        SplitterCase{
            "numbers_with_full_stops",
            "1. Adler T. On ice. Water. 2001;3:10-9.\n2. Brandt K. Thaw. Oslo: Fjell; 1999.\n3. Castor M. Floods. "
            "Water. 2010;7:45.\n",
            "1=Adler..2001;3:10-9. / 2=Brandt..1999. / 3=Castor..2010;7:45."},
        SplitterCase{"numbers_with_closing_brackets",
                     "1) Adler T. On ice. Water 2001.\n2) Brandt K. Thaw. Oslo 1999.\n",
                     "1=Adler..2001. / 2=Brandt..1999."},
        SplitterCase{
            "bare_numbers",
            "1 Adler T. On ice. Water. 2001;3:10-9.\n2 van Dam K. Thaw. Oslo: Fjell; 1999.\n3 Castor M. Floods. "
            "Water. 2010;7:45.\n",
            "1=Adler..2001;3:10-9. / 2=van..1999. / 3=Castor..2010;7:45."},
        SplitterCase{
            "keys",
            "[Adl01] Adler, T. On ice. Water 3, 2001.\n[BC+99] Brandt, K., Castor, M., et al. Thaw. Oslo: Fjell, "
            "1999.\n",
            "Adl01=Adler,..2001. / BC+99=Brandt,..1999."},
        SplitterCase{"number_on_its_own_line",
                     "[1]\nT. Adler, On ice, Water 3, 10 (2001).\n\n[2]\nK. Brandt, Thaw, Fjell, Oslo (1999).\n",
                     "1=T...(2001). / 2=K...(1999)."},
        SplitterCase{
            "number_that_is_no_entry",
            "1. Adler T. A long title on the ice of the northern rivers in spring and autumn,\nvolume\n12. Oslo: "
            "Fjell; 2001.\n2. Brandt K. Thaw. Oslo: Fjell; 1999.\n",
            "1=Adler..2001. / 2=Brandt..1999."},
        SplitterCase{
            "number_left_out",
            "[1] T. Adler, On ice, Water 3, 10 (2001).\n[2] K. Brandt, Thaw (Fjell, Oslo, 1999).\n[5] M. Castor, "
            "Water 7, 45 (2010).\n",
            "1=T...(2001). / 2=K...1999). / 5=M...(2010)."},
        SplitterCase{
            "number_lost",
            "1. Adler T. On ice. Water. 2001;3:10-9.\nBrandt K. Thaw. Oslo: Fjell; 1999.\n3. Castor M. Floods. Water. "
            "2010;7:45.\n",
            "1=Adler..2001;3:10-9. / 2=Brandt..1999. / 3=Castor..2010;7:45."},
        SplitterCase{
            "numbers_start_again",
            "[1] T. Adler, On ice, Water 3, 10 (2001).\n[2] K. Brandt, Thaw (Fjell, Oslo, 1999).\n[1] M. Castor, "
            "Water 7, 45 (2010).\n[2] P. Dorn, Water 8, 1 (2011).\n",
            "1=T...(2001). / 2=K...1999). / 1=M...(2010). / 2=P...(2011)."},
        SplitterCase{
            "run_together_with_brackets",
            "[1] T. Adler, On ice, Water 3, 10 (2001). [2] K. Brandt, Thaw (Fjell, Oslo, 1999). [3] M. Castor, Water "
            "7, 45 (2010).\n",
            "1=T...(2001). / 2=K...1999). / 3=M...(2010)."},
        SplitterCase{
            "wrapped_numbers",
            "[1] T. Adler, The ice of the northern rivers, its rise and its\nfall, Water 3, 10 (2001).\n[2] K. "
            "Brandt, Thaw and the people who wait for it (Fjell,\nOslo, 1999).\n",
            "1=T...(2001). / 2=K...1999)."},
        SplitterCase{
            "wrapped_without_numbers",
            "Adler, T., Brandt, K., and Castor, M. (2001). The ice of the northern\nrivers, its rise and its fall in "
            "the years of frost. Journal of\nRivers and Lakes, 3(2), 10-19.\n"
            "Brandt, K. (1999). Thaw, and the people who wait for it beside their\nboats. Oslo: Fjell Press.\n"
            "Castor, M. (2010). Floods of the Aare and other rivers of the Alps.\nWater, 7, 45-50.\n"
            "Dorn, P. (2004). Springs in dry lands, and how they are kept by those\nwho drink of them. Water, 2, 1-4.\n"
            "Eder, F. (2012). The mouths of three rivers. Water, 9, 30-41.\n",
            "Adler,..10-19. / Brandt,..Press. / Castor,..45-50. / Dorn,..1-4. / Eder,..30-41."},
        SplitterCase{
            "paragraph_broken_by_a_page",
            "Adler, T. (2001). The ice of the northern\n\nrivers. Water, 3, 10-19.\n\nBrandt, K. (1999). Thaw. Oslo: "
            "Fjell.\n",
            "Adler,..10-19. / Brandt,..Fjell."},
        SplitterCase{
            "broken_after_a_comma",
            "Adler, T., Brandt, K.,\n\nCastor, M. (2001). On ice. Water, 3, 10-19.\n\nDorn, P. (1999). Thaw. Oslo: "
            "Fjell.\n",
            "Adler,..10-19. / Dorn,..Fjell."},
        SplitterCase{
            "same_author_as_dashes",
            "Adler, T. (2001). On ice. Water, 3, 10-19.\n\n———. (2003). On snow. Water, 5, 1-9.\n\nBrandt, K. (1999). "
            "Thaw. Oslo: Fjell.\n",
            "Adler,..10-19. / ———...1-9. / Brandt,..Fjell."},
        SplitterCase{
            "entries_without_year",
            "Adler, T. (2001). On ice. Water, 3, 10-19.\n\n*Charter of the Rivers*, The Office of Waters.\n\nBrandt, "
            "K. (1999). Thaw. Oslo: Fjell.\n",
            "Adler,..10-19. / Charter..Waters. / Brandt,..Fjell.", Format::markdown},
        SplitterCase{
            "address_on_its_own_line",
            "Adler, T. (2001). On ice.\nhttps://ice.example/a\nBrandt, K. (1999). Thaw.\nhttps://ice.example/b\n",
            "Adler,..https://ice.example/a / Brandt,..https://ice.example/b"},
        SplitterCase{"page_numbers_between",
                     "Adler, T. (2001). On ice. Water, 3, 10-19.\n\n117\n\nBrandt, K. (1999). Thaw. Oslo: Fjell.\n",
                     "Adler,..10-19. / Brandt,..Fjell."},
        SplitterCase{
            "hyphenated_lines",
            "Adler, T., Brandt, K., and Castor, M. (2001). The ice of the north-\nern rivers, its rise and its fall in "
            "the years of frost. Journal of\nRivers and Lakes, 3(2), 10-19.\nBrandt, K. (1999). Thaw, and the "
            "people who wait for it beside\ntheir boats and nets and sledges. Oslo: Fjell Press.\nCastor, M. (2010). "
            "Floods of the Aare and of other rivers of the\nAlps and the plains beneath them, as printed in the old "
            "chroni-\ncles and told by those who live there. Water, 7, 45-50.\nDorn, P. (2004). Springs in dry lands, "
            "and how they are kept by those\nwho drink of them. Water, 2, 1-4.\nEder, F. (2012). The mouths of three "
            "rivers. Water, 9, 30-41.\n",
            "Adler,..10-19. / Brandt,..Press. / Castor,..45-50. / Dorn,..1-4. / Eder,..30-41."},
        SplitterCase{
            "organisation_after_an_address",
            "Adler, T. (2001). The ice of the northern rivers, its rise and its fall.\nWater, 3(2), 10-19.\n"
            "https://ice.example/adler\nWorld River Organization. (2016). The state of the rivers of the world.\n"
            "Bern: WRO.\n",
            "Adler,..https://ice.example/adler / World..WRO."},
        SplitterCase{
            "number_of_volumes_at_the_end",
            "ADLER, Tom et BRANDT, Karl (dir.). Histoire de la glace et des rivières.\nParis : Neige, 1982-1986. 4 "
            "vol.\nCASTOR, Marie. Essai sur les crues : forme et raison des eaux. Paris :\nNeige, 1923. 345 p.\n"
            "DORN, Paul. Les sources. Paris : Neige, 1950.\n",
            "ADLER,..vol. / CASTOR,..p. / DORN,..1950."},
        SplitterCase{
            "repeated_author_after_a_bare_number",
            "1 Adler T. On ice. Oslo: Fjell; 2001.\n2 ———. On snow. Oslo: Fjell; 2003.\n3 Castor M. Floods. Water. "
            "2010;7:45.\n",
            "1=Adler..2001. / 2=———...2003. / 3=Castor..2010;7:45."},
        SplitterCase{"keys_of_words",
                     "[Adler 01] Adler, T. On ice. Water 3, 2001.\n[Brandt et al. 99a] Brandt, K., et al. Thaw. Oslo: "
                     "Fjell, 1999.\n",
                     "Adler 01=Adler,..2001. / Brandt et al. 99a=Brandt,..1999."},
        SplitterCase{"empty", "", ""}, SplitterCase{"blank", "\n \n\t\n", ""}),
    [](const auto& row) { return row.param.trait; });

TEST(LongListTest, TakesLinearTimeForLongLists) {
  std::string text;
  for (int i = 0; i < 50000; ++i)
    text += "Adler, T. (2001). On ice and number " + std::to_string(i) + ". Water, 3, 10-19.\n";
  const Document document = parse_document(text, "list.txt");
  EXPECT_EQ(split_entries(document, whole_document(document)).size(), 50000U);
}

}  // namespace
}  // namespace citegraph::reference
