// The real consumers, where they are installed: biber's data model and BibTeX with plain.bst must accept whatever is
// written.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

#include "citegraph/bibtex.hpp"

#include "bibliography/hostile_works.hpp"

namespace citegraph {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t number_of_works = 150;  // biber takes a while for each
constexpr std::size_t many_works = 10000;

bool is_installed(const std::string& program) {
  return std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) == 0;
}

// A folder of its own for each test, left behind only where the test fails.
class Folder {
 public:
  explicit Folder(const std::string& name)
      : path_(fs::temp_directory_path() / ("citegraph-" + name + "-" + std::to_string(::getpid()))) {
    fs::create_directories(path_);
  }
  ~Folder() {
    std::error_code ignored;
    if (!::testing::Test::HasFailure()) fs::remove_all(path_, ignored);
  }
  [[nodiscard]] fs::path operator/(const std::string& name) const { return path_ / name; }
  int run(const std::string& command) const {
    const int status = std::system(("cd '" + path_.string() + "' && " + command + " >log 2>&1").c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  [[nodiscard]] std::string read(const std::string& name) const {
    std::ifstream in(path_ / name);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
  }

 private:
  fs::path path_;
};

std::size_t count_lines_with(const std::string& text, const std::string& start) {
  std::istringstream in(text);
  std::size_t count = 0;
  for (std::string line; std::getline(in, line);) count += line.starts_with(start) ? 1 : 0;
  return count;
}

void write(const fs::path& path, std::size_t count, const BibtexOptions& options) {
  std::ofstream out(path);
  write_bibtex(out, test::hostile_works(count, 7), options);
}

TEST(BibtexTools, BiberAcceptsWhateverIsWritten) {
  if (!is_installed("biber")) GTEST_SKIP() << "biber is not installed";
  for (const Charset charset : {Charset::utf8, Charset::latex}) {
    const Folder folder("biber");
    write(folder / "works.bib", number_of_works, {.dialect = BibtexDialect::biblatex, .charset = charset});
    EXPECT_EQ(folder.run("biber --tool --validate-datamodel --dieondatamodel --output-file out.bib works.bib"), 0)
        << folder.read("log");
    EXPECT_EQ(count_lines_with(folder.read("out.bib"), "@"), number_of_works);
    EXPECT_EQ(folder.read("log").find("ERROR"), std::string::npos) << folder.read("log");
  }
}

TEST(BibtexTools, BibtexAcceptsWhateverIsWritten) {
  if (!is_installed("bibtex")) GTEST_SKIP() << "bibtex is not installed";
  for (const Charset charset : {Charset::utf8, Charset::latex}) {
    const Folder folder("bibtex");
    write(folder / "works.bib", many_works, {.dialect = BibtexDialect::bibtex, .charset = charset});
    std::ofstream(folder / "works.aux") << "\\relax\n\\citation{*}\n\\bibstyle{plain}\n\\bibdata{works}\n";
    EXPECT_EQ(folder.run("bibtex works"), 0) << folder.read("log");
    EXPECT_EQ(count_lines_with(folder.read("works.bbl"), "\\bibitem"), many_works);
    EXPECT_EQ(folder.read("log").find("isn't style-file defined"), std::string::npos);
  }
}

}  // namespace
}  // namespace citegraph
