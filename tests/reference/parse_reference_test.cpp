#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "citegraph/reference.hpp"

#include "soundness.hpp"
#include "text/utf8.hpp"

namespace citegraph {
namespace {

void expect_sound(std::string_view text, const Reference& reference) { EXPECT_EQ(test::unsound(text, reference), ""); }

TEST(ParseReferenceTest, GivesAWorkForAnyText) {
  const std::vector<std::string> texts = {"",
                                          " ",
                                          "\u00a0\u00a0",
                                          "🙂",
                                          "🙂 (2001). 🙂🙂, 3(2), 1-2.",
                                          "((((((((",
                                          "\"",
                                          "“",
                                          "”",
                                          "'",
                                          "and",
                                          "et al.",
                                          "(2001)",
                                          "2001",
                                          "1",
                                          "[1]",
                                          "[1]\n",
                                          "...",
                                          "—",
                                          "———",
                                          "(a) ",
                                          "(a) ; (b) ",
                                          "In: ",
                                          "eds.",
                                          "(eds.)",
                                          "pp.",
                                          "vol.",
                                          "doi:",
                                          "https://",
                                          "10.1000/",
                                          "*",
                                          "مرجع (2001). عنوان الكتاب. القاهرة.",
                                          "参考文献（2001）。标题。期刊，3(2)：1–2。",
                                          "A, B, C, D, E, F, G",
                                          "\xff\xfe\x80",
                                          "Adler, T. (2001\xc3"};
  for (const std::string& text : texts) {
    SCOPED_TRACE(text);
    expect_sound(text, parse_reference(text));
  }
}

TEST(ParseReferenceTest, EveryPrefixIsSound) {
  const std::string text =
      "Adler, T. B., Müller-Lüdenscheidt, K., et al. (1997a). «Über Eis: “Ein” Versuch», in R. Falk (Hrsg.) Gewässer, "
      "2. Aufl., Bd. 3(2), S. 12–15. "
      "Köln: Holm. doi:10.1000/ice. Accessed 3 May 2012.";
  for (std::size_t size = 0; size <= text.size(); ++size)
    expect_sound(std::string_view(text).substr(0, size), parse_reference(std::string_view(text).substr(0, size)));
}

TEST(ParseReferenceTest, KnowsHowSureItIs) {
  const double clear =
      parse_reference("Adler, T. (2001). On ice and rivers. Journal of Water, 12(3), 45-67.").confidence;
  const double unclear = parse_reference("some words that are no reference at all").confidence;
  EXPECT_GT(clear, 0.5);
  EXPECT_LT(unclear, clear);
  EXPECT_EQ(parse_reference("").confidence, 0.0);
}

TEST(ParseReferenceTest, DividesPartsIntoWorks) {
  const Reference reference = parse_reference(
      "(a) Adler, T.; Brandt, K. J. Water Res. 2001, 3, 10-19; (b) Castor, M. J. Ice Res. 2004, 5, 1-9.");
  ASSERT_EQ(reference.works.size(), 2U);
  EXPECT_EQ(reference.works[0].year(), 2001);
  EXPECT_EQ(reference.works[1].year(), 2004);
}

// Quadratic rules would take minutes for these.
TEST(ParseReferenceTest, TakesLinearTime) {
  for (const char* piece : {"a",
                            " ",
                            "(",
                            "\"",
                            "“",
                            "'a ",
                            "Adler, T., ",
                            "T. Adler and ",
                            "A. ",
                            "2001 ",
                            "12(3), 45-67. ",
                            "In: ",
                            "in A. Kim ",
                            "(ed.) ",
                            "eds. ",
                            "vol. 3 ",
                            "pp. 1-2, ",
                            "https://a.example ",
                            "10.1000/a ",
                            "accessed ",
                            "Report No. 1 ",
                            "thesis (",
                            "London: ",
                            "London, ",
                            "New York: Wiley, ",
                            ". ",
                            ", ",
                            ": ",
                            "- ",
                            "Jan. ",
                            "et al. ",
                            "Press ",
                            "(a) ",
                            "; (b) ",
                            "é",
                            "🙂",
                            "中",
                            "ed. A. B., "}) {
    SCOPED_TRACE(piece);
    std::string text;
    while (text.size() < 40000) text += piece;
    expect_sound(text, parse_reference(text));
  }
}

TEST(FindReferencesTest, ReportsWhatIsWrong) {
  const Document document = parse_document(
      "# References\n\nAdler, T. (2001). *Ice*. Oslo: Fjell. ISBN 978-3-16-148410-1\n\nBrandt, K. (1999). *Thaw*. "
      "Oslo: Fjell. ISBN 978-3-16-148410-0\n",
      "paper.md");
  const ReferenceLists found = find_references(document);
  ASSERT_EQ(found.references.size(), 2U);
  ASSERT_EQ(found.diagnostics.size(), 1U);
  EXPECT_EQ(found.diagnostics[0].code, "invalid-identifier");
  EXPECT_EQ(found.diagnostics[0].line, 3U);
}

TEST(FindReferencesTest, SpansAreThoseOfTheDocument) {
  const Document document =
      parse_document("Words.\n\n# References\n\n[7] Adler, T. (2001). *Ice*. Oslo: Fjell Press.\n", "paper.md");
  const ReferenceLists found = find_references(document);
  ASSERT_EQ(found.references.size(), 1U);
  const Reference& reference = found.references[0];
  EXPECT_EQ(reference.id, "7");
  EXPECT_EQ(slice(document.text, reference.span), "Adler, T. (2001). Ice. Oslo: Fjell Press.");
  for (const Segment& segment : reference.segments) EXPECT_TRUE(reference.span.contains(segment.span));
}

}  // namespace
}  // namespace citegraph
