// bibutils and xmllint, where they are installed, read what is written in MODS, EndNote's XML, refer's tags, JATS and
// TEI.
#include <fstream>
#include <gtest/gtest.h>
#include <string>
#include <string_view>

#include "citegraph/bibliography.hpp"

#include "bibliography/hostile_works.hpp"
#include "bibliography/tools.hpp"
#include "text/fold.hpp"

namespace citegraph {
namespace {

using test::count_lines_with;
using test::Folder;
using test::is_installed;

constexpr std::size_t works_for_tools = 2'000;

struct ToolRow {
  BibliographyFormat format;
  const char* to_mods;  // reads "works", writes MODS
};
constexpr ToolRow tool_rows[] = {
    {BibliographyFormat::mods, "cat"},       {BibliographyFormat::endnote, "endx2xml"},
    {BibliographyFormat::refer, "end2xml"},  {BibliographyFormat::ris, "ris2xml"},
    {BibliographyFormat::bibtex, "bib2xml"},
};

TEST(MarkupTools, BibutilsFindsEveryHostileWork) {
  if (!is_installed("xml2ris")) GTEST_SKIP() << "bibutils is not installed";
  for (const ToolRow& row : tool_rows) {
    const Folder folder("bibutils-" + std::string(to_string(row.format)));
    std::ofstream out(folder / "works");
    write_bibliography(out, test::hostile_works(works_for_tools, 23), row.format);
    out.close();
    EXPECT_EQ(folder.run("(" + std::string(row.to_mods) + " works > works.xml && xml2ris -nb works.xml > works.ris)"),
              0)
        << folder.read("log");
    EXPECT_EQ(count_lines_with(folder.read("works.ris"), "TY  - "), works_for_tools) << to_string(row.format);
  }
}

// Each line of RIS that bibutils makes of an entry.
TEST(MarkupTools, BibutilsReadsTheSameFields) {
  if (!is_installed("xml2ris")) GTEST_SKIP() << "bibutils is not installed";
  const Bibliography library = parse_bibliography(
      "@article{a, author = {van Alder, Sue and {River Board}}, title = {Tides}, journal = {Annals}, volume = 3, "
      "number = 4, pages = {10--20}, year = 2001, doi = {10.1000/x}, issn = {0317-8471}}"
      "@incollection{b, author = {Upton, C.}, editor = {Alder, S.}, title = {Locks}, booktitle = {Canals}, "
      "publisher = {Arch}, address = {Oxford}, year = 1999, pages = {1--9}}"
      "@book{c, author = {Upton, C.}, title = {Rivers}, publisher = {Arch}, year = 2005}");
  for (const ToolRow& row : tool_rows) {
    const Folder folder("bibutils-fields-" + std::string(to_string(row.format)));
    std::ofstream out(folder / "works");
    write_bibliography(out, library.entries, row.format);
    out.close();
    ASSERT_EQ(folder.run("(" + std::string(row.to_mods) + " works > works.xml && xml2ris -nb works.xml > works.ris)"),
              0);
    const std::string ris = folder.read("works.ris");
    // bibutils reads no DOI in refer's tags.
    for (const char* line :
         {"TY  - JOUR", "AU  - van Alder, Sue", "TI  - Tides", "VL  - 3", "IS  - 4", "SP  - 10", "EP  - 20",
          "PY  - 2001", "DO  - 10.1000/x", "SN  - 0317-8471", "TY  - CHAP", "AU  - Upton, C.", "ED  - Alder, S.",
          "TI  - Locks", "PB  - Arch", "CY  - Oxford", "TY  - BOOK", "TI  - Rivers"})
      if (row.format != BibliographyFormat::refer || !std::string_view(line).starts_with("DO")) {
        EXPECT_GE(count_lines_with(ris, line), 1U) << to_string(row.format) << ": " << line << '\n' << ris;
      }
  }
}

struct PandocRow {
  BibliographyFormat format;
  const char* from;
};
constexpr PandocRow pandoc_rows[] = {{BibliographyFormat::bibtex, "bibtex"},
                                     {BibliographyFormat::biblatex, "biblatex"},
                                     {BibliographyFormat::csl_json, "csljson"},
                                     {BibliographyFormat::ris, "ris"},
                                     {BibliographyFormat::endnote, "endnotexml"}};

// Pandoc's readers; what it makes of an entry is read back as CSL-JSON. Its BibTeX readers put titles in sentence case,
// so case is left out; its particles are dropped ones.
TEST(MarkupTools, PandocReadsTheSameFields) {
  if (!is_installed("pandoc")) GTEST_SKIP() << "pandoc is not installed";
  const Bibliography library = parse_bibliography(
      "@article{a, author = {van Alder, Sue and {River Board}}, title = {Tides of 100\\% & more}, journal = {Annals}, "
      "volume = 3, number = 4, pages = {10--20}, year = 2001, doi = {10.1000/x}}"
      "@incollection{b, author = {Upton, C. and Éluard, Paul}, editor = {Alder, S.}, title = {Locks}, "
      "booktitle = {Canals}, publisher = {Arch}, address = {Oxford}, year = 1999, pages = {1--9}}"
      "@book{c, author = {Upton, C.}, title = {Rivers}, publisher = {Arch}, year = 2005}");
  for (const PandocRow& row : pandoc_rows) {
    const Folder folder("pandoc-" + std::string(to_string(row.format)));
    std::ofstream out(folder / "works");
    write_bibliography(out, library.entries, row.format);
    out.close();
    if (folder.run(std::string("pandoc --list-input-formats | grep -qx ") + row.from) != 0) continue;
    ASSERT_EQ(folder.run(std::string("pandoc -f ") + row.from + " -t csljson works -o back.json"), 0)
        << folder.read("log");
    const Bibliography back = parse_bibliography(folder.read("back.json"));
    ASSERT_EQ(back.entries.size(), library.entries.size()) << row.from;
    for (std::size_t i = 0; i < back.entries.size(); ++i) {
      const Work& ours = library.entries[i].work;
      const Work& theirs = back.entries[i].work;
      EXPECT_EQ(text::fold(theirs.get(Variable::title)), text::fold(ours.get(Variable::title))) << row.from;
      EXPECT_EQ(theirs.year(), ours.year()) << row.from;
      for (const Variable variable :
           {Variable::container_title, Variable::volume, Variable::page, Variable::publisher, Variable::doi})
        EXPECT_EQ(theirs.get(variable), ours.get(variable)) << row.from << ' ' << to_string(variable);
      ASSERT_EQ(theirs.get(NameVariable::author).size(), ours.get(NameVariable::author).size()) << row.from;
      for (std::size_t n = 0; n < ours.get(NameVariable::author).size(); ++n)
        EXPECT_EQ(theirs.get(NameVariable::author)[n].family, ours.get(NameVariable::author)[n].family) << row.from;
    }
  }
}

TEST(MarkupTools, XmlIsWellFormedWhateverTheTexts) {
  if (!is_installed("xmllint")) GTEST_SKIP() << "xmllint is not installed";
  for (const BibliographyFormat format :
       {BibliographyFormat::mods, BibliographyFormat::endnote, BibliographyFormat::jats, BibliographyFormat::tei}) {
    const Folder folder("xmllint-" + std::string(to_string(format)));
    std::ofstream out(folder / "works.xml");
    write_bibliography(out, test::hostile_works(works_for_tools, 29), format);
    out.close();
    EXPECT_EQ(folder.run("xmllint --noout --huge works.xml"), 0) << to_string(format) << ": " << folder.read("log");
  }
}

}  // namespace
}  // namespace citegraph
