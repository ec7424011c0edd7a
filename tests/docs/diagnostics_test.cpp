// Every code that the library can report has a page and a row in the table of pages, which say what the library says.
#include <filesystem>
#include <gtest/gtest.h>
#include <set>
#include <string>

#include <citegraph/diagnostic.hpp>

#include "docs/files.hpp"

namespace {

namespace fs = std::filesystem;
using citegraph::DiagnosticCode;

const fs::path pages = fs::path(CITEGRAPH_SOURCE_DIR) / "docs/diagnostics";

TEST(DiagnosticPages, every_code_has_a_page_that_names_its_severity) {
  for (const DiagnosticCode& code : citegraph::diagnostic_codes()) {
    const fs::path page = pages / (std::string(code.code) + ".md");
    ASSERT_TRUE(fs::exists(page)) << page << " is missing";
    EXPECT_EQ(lines_of(page).front(),
              "# " + std::string(code.code) + " (" + std::string(to_string(code.severity)) + ")");
  }
}

TEST(DiagnosticPages, every_page_is_of_a_code) {
  std::set<std::string> known = {"README"};
  for (const DiagnosticCode& code : citegraph::diagnostic_codes()) known.emplace(code.code);
  for (const fs::directory_entry& page : fs::directory_iterator(pages))
    EXPECT_TRUE(known.contains(page.path().stem())) << page.path() << " describes a code that does not exist";
}

TEST(DiagnosticPages, the_table_says_what_the_library_says) {
  std::vector<std::string> rows;
  for (const std::string& line : lines_of(pages / "README.md"))
    if (line.starts_with("| [")) rows.push_back(line);
  std::vector<std::string> expected;
  for (const DiagnosticCode& code : citegraph::diagnostic_codes()) {
    const std::string name(code.code);
    expected.push_back("| [" + name + "](" + name + ".md) | " + std::string(to_string(code.severity)) + " | " +
                       std::string(code.summary) + " |");
  }
  EXPECT_EQ(rows, expected);
}

}  // namespace
