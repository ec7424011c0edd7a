#include "citegraph/corrections.hpp"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace citegraph {
namespace {

Diagnostic finding(std::string_view code, std::uint32_t start, std::uint32_t end, std::string replacement = {},
                   Certainty certainty = Certainty::certain) {
  Diagnostic made;
  made.code = code;
  made.source = {start, end, 0};
  if (!replacement.empty()) made.suggestion = Suggestion{{start, end, 0}, std::move(replacement), certainty};
  return made;
}

TEST(Corrections, SureOnesAreAppliedAndOverlappingOnesRefused) {
  struct Row {
    const char* trait;
    std::vector<Diagnostic> findings;
    const char* text;
    std::size_t applied;
    std::size_t refused;
  };
  const Row rows[] = {
      {"none", {}, "0123456789", 0, 0},
      {"one", {finding("missing", 2, 4, "ab")}, "01ab456789", 1, 0},
      {"longer and shorter", {finding("missing", 2, 4, "abc"), finding("missing", 5, 9, "d")}, "01abc4d9", 2, 0},
      {"in any order", {finding("missing", 5, 9, "d"), finding("missing", 2, 4, "abc")}, "01abc4d9", 2, 0},
      {"side by side", {finding("missing", 2, 4, "a"), finding("missing", 4, 5, "b")}, "01ab56789", 2, 0},
      {"overlapping", {finding("missing", 2, 5, "a"), finding("missing", 4, 6, "b")}, "01a56789", 1, 1},
      {"at both ends", {finding("missing", 0, 1, "a"), finding("missing", 9, 10, "b")}, "a12345678b", 2, 0},
      {"outside of the file", {finding("missing", 8, 11, "a")}, "0123456789", 0, 1},
      {"only likely", {finding("missing", 2, 4, "a", Certainty::likely)}, "0123456789", 0, 0},
      {"without a suggestion", {finding("missing", 2, 4)}, "0123456789", 0, 0},
  };
  for (const Row& row : rows) {
    const Corrected copy = apply_suggestions("0123456789", row.findings);
    EXPECT_EQ(copy.text, row.text) << row.trait;
    EXPECT_EQ(copy.applied.size(), row.applied) << row.trait;
    EXPECT_EQ(copy.refused.size(), row.refused) << row.trait;
  }
  EXPECT_EQ(
      apply_suggestions("0123", std::vector{finding("missing", 1, 2, "a", Certainty::likely)}, Certainty::likely).text,
      "0a23");
}

TEST(Suppressions, CommentsLeaveFindingsOut) {
  struct Row {
    const char* trait;
    const char* source;  // '@' marks where the finding "missing" begins
    bool suppressed;
  };
  const Row rows[] = {
      {"no comment", "text @here\n", false},
      {"same line", "text @here <!-- citegraph-ignore missing -->\n", true},
      {"same line, before", "<!-- citegraph-ignore missing --> text @here\n", true},
      {"line before", "<!-- citegraph-ignore missing -->\ntext @here\n", true},
      {"blank line between", "<!-- citegraph-ignore missing -->\n\ntext @here\n", true},
      {"two lines on", "<!-- citegraph-ignore missing -->\ntext\n@here\n", false},
      {"line after", "text @here\n<!-- citegraph-ignore missing -->\n", false},
      {"behind a text, next line", "text <!-- citegraph-ignore missing -->\n@here\n", false},
      {"another code", "text @here <!-- citegraph-ignore ambiguous -->\n", false},
      {"several codes", "text @here <!-- citegraph-ignore ambiguous, missing -->\n", true},
      {"all codes", "text @here <!-- citegraph-ignore -->\n", true},
      {"whole file", "text @here\n\ntext\n<!-- citegraph-ignore-file missing -->\n", true},
      {"LaTeX, line before", "% citegraph-ignore missing\ntext @here\n", true},
      {"Windows line ends", "<!-- citegraph-ignore missing -->\r\n\r\ntext @here\r\n", true},
      {"no comment around it", "citegraph-ignore missing @here\n", false},
      {"comment never closed", "<!-- citegraph-ignore missing @here\n", false},
      {"last line without end", "<!-- citegraph-ignore missing -->\n@here", true},
  };
  for (const Row& row : rows) {
    std::string source = row.source;
    const auto at = static_cast<std::uint32_t>(source.find('@'));
    source.erase(at, 1);
    std::vector<Diagnostic> findings = {finding("missing", at, at + 4)};
    EXPECT_EQ(remove_suppressed(source, findings), row.suppressed ? 1U : 0U) << row.trait;
    EXPECT_EQ(findings.empty(), row.suppressed) << row.trait;
  }
}

}  // namespace
}  // namespace citegraph
