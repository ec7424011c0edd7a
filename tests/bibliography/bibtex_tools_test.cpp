// The real consumers, where they are installed: biber's data model and BibTeX with plain.bst must accept whatever is
// written.
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <string>

#include "citegraph/bibtex.hpp"

#include "bibliography/hostile_works.hpp"
#include "bibliography/tools.hpp"

namespace citegraph {
namespace {

namespace fs = std::filesystem;
using test::count_lines_with;
using test::Folder;
using test::is_installed;

constexpr std::size_t number_of_works = 150;  // biber takes a while for each
constexpr std::size_t many_works = 10000;

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
