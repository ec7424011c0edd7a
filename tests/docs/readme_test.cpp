// The commands of the documentation are run, and what is printed is held against what they print.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

#include "docs/files.hpp"

#ifdef CITEGRAPH_COMMAND

namespace {

namespace fs = std::filesystem;

const fs::path root = CITEGRAPH_SOURCE_DIR;

struct Outcome {
  int status = 0;
  std::string output;  // standard output and error, as they come
};

Outcome run(const std::string& command, const fs::path& folder) {
  const std::string shell = "cd '" + folder.string() + "' && PATH='" +
                            fs::path(CITEGRAPH_COMMAND).parent_path().string() + "':$PATH && {\n" + command +
                            "\n} 2>&1";
  Outcome outcome;
  FILE* pipe = ::popen(shell.c_str(), "r");
  char buffer[4096];
  while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, pipe)) outcome.output.append(buffer, count);
  outcome.status = WEXITSTATUS(::pclose(pipe));
  return outcome;
}

std::vector<std::string> split_lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

// A folder with the files that the commands of the documentation read.
class Commands : public testing::Test {
 protected:
  void SetUp() override {
    const testing::TestInfo& info = *testing::UnitTest::GetInstance()->current_test_info();
    folder = fs::temp_directory_path() / ("citegraph-docs-" + std::string(info.name()) + std::to_string(::getpid()));
    fs::create_directories(folder / "papers");
    fs::copy_file(root / "data/sample-paper.md", folder / "paper.md");
    fs::copy_file(root / "data/sample-paper.md", folder / "papers/one.md");
    fs::copy_file(root / "data/sample-paper.md", folder / "papers/two.md");
    std::ofstream(folder / "list.txt") << "Levine, S.I. (1992). Second Chance in China. Annals, 519(1), 26-38.\n";
  }
  void TearDown() override { fs::remove_all(folder); }

  fs::path folder;
};

std::vector<fs::path> pages_with_commands() {
  std::vector<fs::path> pages = {root / "README.md"};
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / "docs"))
    if (entry.path().extension() == ".md") pages.push_back(entry.path());
  std::sort(pages.begin(), pages.end());
  return pages;
}

// Building and testing from within a test would not end: of those lines, the scripts must exist.
TEST_F(Commands, of_sh_blocks_succeed) {
  int count = 0;
  for (const fs::path& page : pages_with_commands()) {
    for (const Fence& fence : fences_of(page)) {
      if (fence.language != "sh") continue;
      for (const std::string& line : split_lines(fence.text)) {
        if (line.starts_with("bash ")) {
          EXPECT_TRUE(fs::exists(root / line.substr(5, line.find(' ', 5) - 5))) << page << ": " << line;
        } else if (line.starts_with("citegraph ") || line.find("| citegraph ") != std::string::npos) {
          const Outcome outcome = run(line, folder);
          const bool finds = line.starts_with("citegraph check");
          EXPECT_TRUE(outcome.status == 0 || (finds && outcome.status == 1))
              << page << ":" << fence.first_line << ": " << line << "\nstatus " << outcome.status << '\n'
              << outcome.output;
          ++count;
        }
      }
    }
  }
  EXPECT_GE(count, 5);
}

// A line "..." stands for any number of lines.
bool matches(const std::vector<std::string>& expected, const std::vector<std::string>& actual) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if (expected[i] != "...") {
      if (at == actual.size() || actual[at++] != expected[i]) return false;
    } else if (i + 1 == expected.size()) {
      return true;
    } else {
      while (at < actual.size() && actual[at] != expected[i + 1]) ++at;
    }
  }
  return at == actual.size();
}

TEST_F(Commands, of_console_blocks_print_what_is_shown) {
  int count = 0;
  for (const fs::path& page : pages_with_commands()) {
    for (const Fence& fence : fences_of(page)) {
      if (fence.language != "console") continue;
      std::vector<std::string> lines = split_lines(fence.text);
      while (!lines.empty()) {
        ASSERT_TRUE(lines.front().starts_with("$ ")) << page << ":" << fence.first_line;
        const std::string command = lines.front().substr(2);
        const auto next =
            std::find_if(lines.begin() + 1, lines.end(), [](const auto& line) { return line.starts_with("$ "); });
        const std::vector<std::string> expected(lines.begin() + 1, next);
        lines.erase(lines.begin(), next);
        const Outcome outcome = run(command, root);
        EXPECT_TRUE(matches(expected, split_lines(outcome.output)))
            << page << ":" << fence.first_line << ": $ " << command << " prints\n"
            << outcome.output;
        ++count;
      }
    }
  }
  EXPECT_GE(count, 1);
}

}  // namespace

#endif
