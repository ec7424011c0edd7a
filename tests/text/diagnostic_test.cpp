#include "citegraph/diagnostic.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <sstream>
#include <stdexcept>

#include "citegraph/error.hpp"

namespace citegraph {
namespace {

TEST(DiagnosticTest, CodesAreSortedAndComplete) {
  const auto& codes = diagnostic_codes();
  EXPECT_TRUE(std::is_sorted(codes.begin(), codes.end(), [](const auto& a, const auto& b) { return a.code < b.code; }));
  for (const DiagnosticCode& row : codes) {
    EXPECT_EQ(&diagnostic_code(row.code), &row) << row.code;
    EXPECT_FALSE(row.summary.empty()) << row.code;
    EXPECT_NE(row.summary.back(), '.') << row.code;
    for (const char c : row.code) EXPECT_TRUE((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-') << row.code;
  }
  EXPECT_THROW((void)diagnostic_code("no-such-code"), std::out_of_range);
  EXPECT_THROW((void)diagnostic_code(""), std::out_of_range);
}

TEST(DiagnosticTest, PrintsAsOneLine) {
  Diagnostic diagnostic;
  diagnostic.code = "year-mismatch";
  diagnostic.path = "paper.md";
  diagnostic.line = 69;
  diagnostic.column = 120;
  diagnostic.message = "another year";
  std::ostringstream out;
  out << diagnostic;
  EXPECT_EQ(out.str(), "paper.md:69:120: warning[year-mismatch]: another year");
}

TEST(DiagnosticTest, NamesSeverityAndCertainty) {
  EXPECT_EQ(to_string(Severity::note), "note");
  EXPECT_EQ(to_string(Severity::error), "error");
  EXPECT_EQ(to_string(Certainty::possible), "possible");
  EXPECT_EQ(to_string(Certainty::certain), "certain");
}

struct ErrorCase {
  const char* path;
  std::uint32_t line;
  std::uint32_t column;
  const char* what;
};

constexpr ErrorCase error_cases[] = {
    {"paper.xml", 12, 7, "paper.xml:12:7: broken"},
    {"paper.xml", 12, 0, "paper.xml:12: broken"},
    {"paper.xml", 0, 0, "paper.xml: broken"},
    {"", 0, 0, "broken"},
    {"", 3, 4, "3:4: broken"},
};

TEST(ErrorTest, SaysWhereAndWhat) {
  for (const ErrorCase& c : error_cases) {
    const Error error(c.path, "broken", c.line, c.column);
    EXPECT_STREQ(error.what(), c.what);
    EXPECT_EQ(error.path(), c.path);
    EXPECT_EQ(error.line(), c.line);
    EXPECT_EQ(error.column(), c.column);
  }
}

}  // namespace
}  // namespace citegraph
