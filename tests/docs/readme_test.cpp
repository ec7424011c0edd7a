// The commands of the documentation are run, and what is printed is held against what they print.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <nlohmann/json.hpp>
#include <ostream>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

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
    fs::create_directories(folder / "new");
    fs::copy_file(root / "data/sample-paper.md", folder / "paper.md");
    fs::copy_file(root / "data/sample-paper.md", folder / "papers/one.md");
    fs::copy_file(root / "data/sample-paper.md", folder / "papers/two.md");
    fs::copy_file(root / "data/sample-paper.md", folder / "my-paper.md");
    for (const char* const article : {"papers/three.xml", "new/four.xml", "article.xml"})
      fs::copy_file(root / "data/sample-article.xml", folder / article);
    for (const char* const records : {"works.jsonl", "coci.csv", "edges.tsv"})
      fs::copy_file(root / "data/records" / records, folder / records);
    std::ofstream(folder / "list.txt") << "Levine, S.I. (1992). Second Chance in China. Annals, 519(1), 26-38.\n";
    std::ofstream(folder / "library.bib")
        << "@book{knuth1984, author = {Knuth, D. E.}, title = {The TeXbook}, year = 1984}\n";
  }
  void TearDown() override { fs::remove_all(folder); }

  fs::path folder;
};

// Commands that build or install something. What they stand on is checked instead: scripts, options, presets, targets.
// Linking is tried by tests/consumer/documented.sh.
constexpr std::string_view building[] = {"bash ",  "build/bin/", "c++ ", "clang-format", "cmake ",
                                         "ctest ", "doxygen ",   "git ", "python3 ",     "sudo "};

bool builds(std::string_view line) {
  while (line.starts_with("CITEGRAPH_")) line.remove_prefix(std::min(line.find(' ') + 1, line.size()));  // A=1 command
  return std::any_of(std::begin(building), std::end(building),
                     [&](std::string_view word) { return line.starts_with(word); });
}

struct CommandLine {
  fs::path page;
  std::size_t number = 0;
  std::string text;
};

std::ostream& operator<<(std::ostream& out, const CommandLine& line) {
  return out << line.page << ":" << line.number << ": " << line.text << '\n';
}

// The lines of all blocks of a shell; a line that ends in a backslash goes on.
std::vector<CommandLine> command_lines() {
  std::vector<CommandLine> lines;
  for (const fs::path& page : pages_of(root)) {
    for (const Fence& fence : fences_of(page)) {
      if (fence.language != "sh") continue;
      std::size_t number = fence.first_line;
      std::string text;
      for (const std::string& line : split_lines(fence.text)) {
        text += line;
        ++number;
        if (!text.empty() && text.back() == '\\') {
          text.pop_back();
          continue;
        }
        if (!text.empty() && text.front() != '#') lines.push_back({page, number - 1, text});
        text.clear();
      }
    }
  }
  return lines;
}

bool is_installed(const std::string& program) {
  return std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) == 0;
}

TEST_F(Commands, of_sh_blocks_succeed) {
  int count = 0;
  for (const CommandLine& line : command_lines()) {
    if (builds(line.text)) continue;
    if (line.text.find("dot -T") != std::string::npos && !is_installed("dot")) continue;
    const Outcome outcome = run(line.text, folder);
    const bool finds = line.text.starts_with("citegraph check");
    EXPECT_TRUE(outcome.status == 0 || (finds && outcome.status == 1)) << line << "status " << outcome.status << '\n'
                                                                       << outcome.output;
    ++count;
  }
  EXPECT_GE(count, 5);
}

// The word behind `before`, up to a blank or one of "=[".
std::string word_after(const std::string& text, std::string_view before) {
  const std::size_t at = text.find(before);
  if (at == std::string::npos) return {};
  const std::size_t start = at + before.size();
  return text.substr(start, text.find_first_of(" =[", start) - start);
}

TEST_F(Commands, that_build_name_what_there_is) {
  std::string cmake;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
    const fs::path& path = entry.path();
    if (path.filename() != "CMakeLists.txt" || path.string().find("/build") != std::string::npos) continue;
    for (const std::string& line : lines_of(path)) cmake += line + '\n';
  }
  std::string presets;
  for (const std::string& line : lines_of(root / "CMakePresets.json")) presets += line + '\n';
  for (const CommandLine& line : command_lines()) {
    if (line.text.starts_with("bash ")) {
      EXPECT_TRUE(fs::exists(root / word_after(line.text, "bash "))) << line;
    }
    for (std::size_t at = line.text.find("-DCITEGRAPH_"); at != std::string::npos;
         at = line.text.find("-DCITEGRAPH_", at + 1)) {
      const std::string option = word_after(line.text.substr(at), "-D");
      EXPECT_NE(cmake.find('(' + option + ' '), std::string::npos) << line << option;
    }
    if (const std::string preset = word_after(line.text, "--preset "); !preset.empty()) {
      EXPECT_NE(presets.find("\"name\": \"" + preset + '"'), std::string::npos) << line;
    }
    const std::string target = word_after(line.text, "--target ");
    if (target.starts_with("citegraph") || target.starts_with("train_") || target.starts_with("bench_")) {
      EXPECT_NE(cmake.find('(' + target), std::string::npos) << line;
    }
  }
}

// What is printed, as the page shows it: a line that ends in "…" may go on in any way.
bool is_line(const std::string& shown, const std::string& actual) {
  constexpr std::string_view cut = "…";
  return shown == actual || (shown.ends_with(cut) && actual.starts_with(shown.substr(0, shown.size() - cut.size())));
}

// A line "..." stands for any number of lines.
bool matches(const std::vector<std::string>& expected, const std::vector<std::string>& actual) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if (expected[i] != "...") {
      if (at == actual.size() || !is_line(expected[i], actual[at++])) return false;
    } else if (i + 1 == expected.size()) {
      return true;
    } else {
      while (at < actual.size() && !is_line(expected[i + 1], actual[at])) ++at;
    }
  }
  return at == actual.size();
}

TEST_F(Commands, of_console_blocks_print_what_is_shown) {
  int count = 0;
  for (const fs::path& page : pages_of(root)) {
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
        if (command.find("python3") != std::string::npos && !is_installed("python3")) continue;
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

TEST_F(Commands, of_python_blocks_are_python) {
  if (!is_installed("python3")) GTEST_SKIP() << "Python is not installed";
  for (const fs::path& page : pages_of(root)) {
    for (const Fence& fence : fences_of(page)) {
      if (fence.language != "python") continue;
      std::ofstream(folder / "block.py") << fence.text;
      const Outcome outcome = run("python3 -m py_compile block.py", folder);
      EXPECT_EQ(outcome.status, 0) << page << ":" << fence.first_line << '\n' << outcome.output;
    }
  }
}

// Every member that is printed is said in docs/json.md.
void collect_members(const nlohmann::json& value, std::set<std::string>& members) {
  std::vector<const nlohmann::json*> open = {&value};
  while (!open.empty()) {
    const nlohmann::json& one = *open.back();
    open.pop_back();
    if (!one.is_structured()) continue;
    for (const auto& [name, member] : one.items()) {
      if (one.is_object()) members.insert(name);
      if (name != "work" && name != "works") open.push_back(&member);  // CSL-JSON has its own manual
    }
  }
}

TEST_F(Commands, print_the_members_that_the_page_of_the_json_names) {
  std::set<std::string> members;
  for (const char* command :
       {"citegraph read data/sample-paper.md data/sample-article.xml --explain --contexts --to json",
        "head -n 2 data/references/apa-english.txt | citegraph refs - --merge --to jsonl | head -n 1"})
    collect_members(nlohmann::json::parse(run(command, root).output), members);
  EXPECT_GT(members.size(), 30U);
  std::string page;
  for (const std::string& line : lines_of(root / "docs/json.md")) page += line + '\n';
  for (const std::string& member : members) EXPECT_NE(page.find('`' + member + '`'), std::string::npos) << member;
}

// What a picture says, without where it says so: its words, links and colours, in their order.
std::vector<std::string> words_of(const std::string& svg) {
  std::vector<std::string> words;
  for (const std::string_view attribute : {"xlink:title=\"", "xlink:href=\"", "stroke=\"", "fill=\""})
    for (std::size_t at = svg.find(attribute); at != std::string::npos; at = svg.find(attribute, at + 1))
      words.push_back(svg.substr(at, svg.find('"', at + attribute.size()) - at));
  for (std::size_t at = svg.find("</text>"); at != std::string::npos; at = svg.find("</text>", at + 1)) {
    const std::size_t start = svg.rfind('>', at) + 1;
    words.push_back(svg.substr(start, at - start));
  }
  return words;
}

TEST_F(Commands, the_picture_of_the_readme_is_of_the_sample) {
  if (!is_installed("dot")) GTEST_SKIP() << "GraphViz is not installed";
  std::string committed;
  for (const std::string& line : lines_of(root / "docs/sample-paper.svg")) committed += line + '\n';
  const Outcome now = run("citegraph read data/sample-paper.md --to dot | dot -Tsvg", root);
  ASSERT_EQ(now.status, 0) << now.output;
  EXPECT_GT(words_of(committed).size(), 100U);
  EXPECT_LT(committed.size(), 100'000U);
  EXPECT_EQ(words_of(committed), words_of(now.output))
      << "to draw it again: build/bin/citegraph read data/sample-paper.md --to dot | dot -Tsvg -o "
         "docs/sample-paper.svg";
}

}  // namespace

#endif
