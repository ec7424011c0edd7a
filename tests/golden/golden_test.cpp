// What the command prints of the papers in data/, held against the files beside this one. CITEGRAPH_UPDATE_GOLDEN=1
// writes them anew, and fails: whoever writes them looks at the difference.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <ostream>
#include <set>
#include <string>

#include "golden/difference.hpp"

namespace {

namespace fs = std::filesystem;

const fs::path root = CITEGRAPH_SOURCE_DIR;
const fs::path folder = root / "tests/golden";

struct Golden {
  const char* file;
  const char* arguments;
  const char* filter = "";  // what of the output counts
};

// Few and small: each of them has to be looked at whenever the reading gets better.
const Golden goldens[] = {
    {"sample-paper.txt", "read sample-paper.md"},
    {"sample-paper.check.txt", "check --no-config sample-paper.md"},
    {"sample-paper.bib", "read sample-paper.md --to biblatex"},
    {"sample-article.txt", "read sample-article.xml"},
    {"small-paper.json", "read small-paper.md --to json"},
    {"small-paper.dot", "read small-paper.md --to dot"},
    {"small-paper.explain.txt", "read small-paper.md --explain"},
    {"small-paper.contexts.txt", "read small-paper.md --contexts"},
    // Without the list of all rules, which is the same in every log.
    {"small-paper.sarif", "check --no-config --diagnostics=sarif small-paper.md",
     R"(| sed -e '/"driver"/,/^    }/d' -e '/"ruleIndex"/d')"},
};

std::ostream& operator<<(std::ostream& out, const Golden& golden) { return out << golden.file; }

std::string contents(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Standard output and error, as they come.
std::string output_of(const Golden& golden) {
  const std::string line = "cd '" + (root / "data").string() + "' && { '" CITEGRAPH_COMMAND "' " + golden.arguments +
                           "; } 2>&1 " + golden.filter;
  std::string output;
  FILE* pipe = ::popen(line.c_str(), "r");
  char buffer[4096];
  while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, pipe)) output.append(buffer, count);
  ::pclose(pipe);
  return output;
}

bool update() {
  const char* value = std::getenv("CITEGRAPH_UPDATE_GOLDEN");
  return value != nullptr && std::string_view(value) == "1";
}

class GoldenFiles : public testing::TestWithParam<Golden> {};

TEST_P(GoldenFiles, HoldWhatIsPrinted) {
  const fs::path file = folder / GetParam().file;
  const std::string printed = output_of(GetParam());
  const std::string difference = citegraph::test::first_difference(contents(file), printed);
  if (update()) {
    std::ofstream(file, std::ios::binary) << printed;
    FAIL() << (difference.empty() ? "written anew without a change" : "written anew; look at what git diff shows\n")
           << difference;
  }
  EXPECT_TRUE(difference.empty()) << "citegraph " << GetParam().arguments << "\nprints what " << file
                                  << " does not hold, in " << difference
                                  << "if that is right: CITEGRAPH_UPDATE_GOLDEN=1 ctest -R golden";
}

INSTANTIATE_TEST_SUITE_P(All, GoldenFiles, testing::ValuesIn(goldens), [](const auto& row) {
  std::string name = row.param.file;
  for (char& c : name)
    if (c == '-' || c == '.') c = '_';
  return name;
});

TEST(Golden, NoFileIsLeftOver) {
  std::set<std::string> known;
  for (const Golden& golden : goldens) known.insert(golden.file);
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    const bool source = name == "CMakeLists.txt" || name.ends_with(".cpp") || name.ends_with(".hpp");
    EXPECT_TRUE(source || known.contains(name)) << name;
  }
}

struct DifferenceRow {
  const char* trait;
  std::string expected;
  std::string actual;
  std::string difference;
};

TEST(Golden, TheFirstDifferenceIsShownWithTheLinesBefore) {
  const DifferenceRow rows[] = {
      {"none", "a\nb\n", "a\nb\n", ""},
      {"a line", "a\nb\nc\nd\n", "a\nb\nc\nx\n", "line 4, byte 1:\n  b\n  c\n- d\n+ x\n"},
      {"a line more", "a\n", "a\nb\n", "line 2, byte 1:\n  a\n+ b\n"},
      {"a line less", "a\nb\n", "a\n", "line 2, byte 1:\n  a\n- b\n"},
      {"nothing expected yet", "", "a\n", "line 1, byte 1:\n+ a\n"},
      {"the last line end", "a\n", "a", "only the last line end differs\n"},
      {"far into a long line", std::string(200, '.') + "a", std::string(200, '.') + "b",
       "line 1, byte 201:\n- ..." + std::string(60, '.') + "a\n+ ..." + std::string(60, '.') + "b\n"},
  };
  for (const DifferenceRow& row : rows)
    EXPECT_EQ(citegraph::test::first_difference(row.expected, row.actual), row.difference) << row.trait;
}

}  // namespace
