#include <algorithm>
#include <gtest/gtest.h>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/reference.hpp"

namespace citegraph {
namespace {

TEST(ParseReferences, IsTheSameForAnyNumberOfThreads) {
  std::vector<std::string> texts;
  for (int i = 0; i < 300; ++i)
    texts.push_back("Adler, T. (" + std::to_string(1900 + i % 100) + "). On ice " + std::to_string(i) +
                    ". Journal of Water, 12(3), 45-67.");
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  for (const unsigned threads : {0U, 1U, 2U, 7U}) {
    ReadOptions options;
    options.threads = threads;
    const std::vector<Reference> references = parse_references(views, options);
    ASSERT_EQ(references.size(), texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const Reference alone = parse_reference(texts[i]);
      EXPECT_EQ(references[i].works, alone.works) << i;
      EXPECT_EQ(references[i].confidence, alone.confidence) << i;
    }
  }
  EXPECT_TRUE(parse_references(std::vector<std::string>{}).empty());
}

// What is no reference: low confidence and a finding, whatever it is.
struct Bad {
  const char* trait;
  std::string text;
  std::string_view code = "unclear-reference";
};

void PrintTo(const Bad& row, std::ostream* out) { *out << row.trait; }

class BadInputTest : public testing::TestWithParam<Bad> {};

TEST_P(BadInputTest, GivesLowConfidenceAndAFinding) {
  const Reference reference = parse_reference(GetParam().text);
  EXPECT_FALSE(reference.works.empty());
  EXPECT_LT(reference.confidence, 0.3);
  const std::vector<Diagnostic> findings = diagnose_reference(GetParam().text, reference);
  EXPECT_TRUE(std::any_of(findings.begin(), findings.end(),
                          [](const Diagnostic& finding) { return finding.code == GetParam().code; }));
}

std::string repeated(std::string_view piece, std::size_t size) {
  std::string text;
  text.reserve(size + piece.size());
  while (text.size() < size) text += piece;
  return text;
}

constexpr std::size_t megabyte = 1U << 20;

INSTANTIATE_TEST_SUITE_P(
    , BadInputTest,
    testing::Values(
        Bad{"empty", ""}, Bad{"spaces", "    "}, Bad{"no_break_spaces", "\u00a0\u00a0\u00a0"},
        Bad{"ideographic_space", "\u3000"}, Bad{"tab", "\t"}, Bad{"one_word", "Rivers"}, Bad{"one_number", "12"},
        Bad{"one_year", "2001"}, Bad{"url_alone", "https://www.ice.example/paper.html"},
        Bad{"doi_alone", "https://doi.org/10.1000/ice.12"}, Bad{"address", "www.ice.example"},
        Bad{"prose", "The ice came late that winter, and nobody in the valley had seen the river so low before."},
        Bad{"prose_with_a_year",
            "In the spring of 1998 we went back to the river and found that the bridge had been carried away."},
        Bad{"question", "Does this line look like a reference to you?"}, Bad{"heading", "References"},
        Bad{"page_number", "- 23 -"}, Bad{"rule", "----------"}, Bad{"dots", ". . . . . ."},
        Bad{"html_remains", "&lt;br /&gt;&amp;nbsp;<i></i>"}, Bad{"markup", "<div class=\"ref\"><p></p></div>"},
        Bad{"mathematics", "x = y + z * (a - b) / 2"}, Bad{"code", "for (int i = 0; i < n; ++i) { f(i); }"},
        Bad{"emoji", "🙂🙂🙂"}, Bad{"unknown_script", "ᚠᚢᚦᚨᚱᚲ ᚷᚹᚺᚾ"}, Bad{"private_use", "\ue000\ue001\ue002"},
        Bad{"invalid_utf8", "\xff\xfe\x80\x81"}, Bad{"invalid_utf8_is_said", "Adler \xff\xfe\x80", "invalid-utf8"},
        Bad{"control_characters", std::string("\x01\x02\x00\x1b[31m", 8)}, Bad{"one_letter", repeated("a", megabyte)},
        Bad{"one_comma", repeated(",", megabyte)}, Bad{"one_digit", repeated("7", megabyte)},
        Bad{"one_bracket", repeated("(", megabyte)}, Bad{"one_quote", repeated("\"", megabyte)},
        Bad{"one_space", repeated(" ", megabyte)}, Bad{"one_accent", repeated("é", megabyte)},
        Bad{"one_combining_mark", repeated("\u0301", megabyte)}, Bad{"one_ideograph", repeated("中", megabyte)}),
    [](const auto& row) { return row.param.trait; });

TEST(DiagnoseReference, NamesThePlace) {
  const std::string text = "Adler, T. (2001). Über Ice. Oslo: Holm. ISBN 978-3-16-148410-1";
  const std::vector<Diagnostic> findings = diagnose_reference(text, parse_reference(text));
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].code, "invalid-identifier");
  EXPECT_EQ(findings[0].severity, Severity::warning);
  EXPECT_NE(slice(text, findings[0].span).find("148410-1"), std::string_view::npos);
  EXPECT_EQ(findings[0].column, findings[0].span.start);  // one letter of two bytes before
}

TEST(DiagnoseReference, FindsNothingInAPlainReference) {
  const std::string text = "Adler, T. (2001). On ice and rivers. Journal of Water, 12(3), 45-67.";
  EXPECT_TRUE(diagnose_reference(text, parse_reference(text)).empty());
}

}  // namespace
}  // namespace citegraph
