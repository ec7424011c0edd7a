// BibTeX and BibLaTeX files as works.
#include "citegraph/bibliography.hpp"

#include <gtest/gtest.h>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "citegraph/csl_json.hpp"
#include "citegraph/error.hpp"

namespace citegraph {
namespace {

std::string dump(const Bibliography& library) {
  std::string out;
  for (const BibliographyEntry& entry : library.entries) {
    if (!out.empty()) out += '\n';
    out += to_csl_json(entry.work);
    for (const ExtraField& field : entry.extra) out += " +" + field.name + "=" + field.text;
  }
  return out;
}

std::string read(std::string_view text) { return dump(parse_bibliography(std::string(text), "a.bib")); }

std::string findings(std::string_view text) {
  std::string out;
  for (const Diagnostic& finding : parse_bibliography(std::string(text), "a.bib").diagnostics) {
    if (!out.empty()) out += '\n';
    out += std::to_string(finding.line) + ":" + std::to_string(finding.column) + " " + std::string(finding.code) + " " +
           finding.message;
  }
  return out;
}

TEST(BibtexReader, Article) {
  EXPECT_EQ(
      read(R"(@Article{k, author = {G{\"o}del, K. and van der Berg, Jan and {WHO} and others},
    title = {On {DNA}}, journal = {J. Phil.}, volume = 3, number = {4}, pages = {10--20}, year = 1931, month = may,
    doi = {https://doi.org/10.1000/AbC}, keywords = {a, b}, groups = {x}})"),
      R"({"id":"k","type":"article-journal","author":[{"family":"Gödel","given":"K."},)"
      R"({"family":"Berg","given":"Jan","non-dropping-particle":"van der"},{"literal":"WHO"}],)"
      R"("issued":{"date-parts":[[1931,5]]},"title":"On DNA","container-title":"J. Phil.","volume":"3",)"
      R"("issue":"4","page":"10-20","keyword":"a, b","DOI":"10.1000/abc","custom":{"et-al":["author"]}} +groups=x)");
}

TEST(BibtexReader, StringsAndMonths) {
  EXPECT_EQ(read(R"(@string{acm = "ACM"} @string{press = acm # { Press}}
    @book{k, title = {A}, publisher = press, year = 1992, month = "10~" # jul})"),
            R"({"id":"k","type":"book","issued":{"date-parts":[[1992,7,10]]},"title":"A","publisher":"ACM Press"})");
}

TEST(BibtexReader, WhatAnEntryIsSortedByComesBack) {
  const auto again = [](std::string_view bibtex) {
    std::ostringstream out;
    write_bibliography(out, parse_bibliography(std::string(bibtex), "a.bib").entries, BibliographyFormat::bibtex);
    const std::string file = out.str();
    const std::size_t at = file.find("  key = ");
    return at == std::string::npos ? std::string() : file.substr(at + 8, file.find('\n', at) - at - 9);
  };
  EXPECT_EQ(again("@misc{k, title = {The Art of Bridges}}"), "{art bridges}");
  EXPECT_EQ(again("@misc{k, title = {The Art of Bridges}, key = {Own}}"), "{Own}");
  EXPECT_EQ(again("@incollection{k, booktitle = {Canals}}"), "{canals}");
}

TEST(BibtexReader, FindingsTellThePlace) {
  EXPECT_EQ(
      findings("@book{k,\n title = {A,\n year = 1\n}\n@book{l, title = foo, year = }\n@book{l, year = 1, year = 2}\n"
               "@inbook{m, crossref = {z}, title = {B}}"),
      "1:1 broken-entry @book \"k\": the entry is never closed; 2 fields of it could be read\n"
      "5:18 undefined-string @book \"l\": the abbreviation \"foo\" is not defined\n"
      "5:23 missing-value @book \"l\": a field without a value: year\n"
      "6:7 duplicate-key the key \"l\" is used before\n"
      "6:20 repeated-field @book \"l\": the field \"year\" stands there twice; the first is read\n"
      "7:1 missing-parent @inbook \"m\": the entry \"z\", of which it is part, is not there");
}

TEST(BibtexReader, EveryEntryKnowsItsPlace) {
  const std::string text = "\xEF\xBB\xBF% x\r\n@book{k,\r\n title = {Ä}}\r\n@misc{l,}\r\n";
  const Bibliography library = parse_bibliography(text, "a.bib");
  ASSERT_EQ(library.entries.size(), 2U);
  EXPECT_EQ(library.raw(library.entries[0]), "@book{k,\r\n title = {Ä}}");
  EXPECT_EQ(library.raw(library.entries[1]), "@misc{l,}");
  ASSERT_NE(library.find("l"), nullptr);
  EXPECT_EQ(library.find("l")->work.key, "l");
  EXPECT_EQ(library.find("x"), nullptr);
}

TEST(BibtexReader, EntriesAreHandedOverOneByOne) {
  const std::string file =
      "@inproceedings{a, crossref = {p}, title = {A}}\n@comment{x}\n@book{b, title = {B}\n@proceedings{p, title = {P}}";
  const Bibliography whole = parse_bibliography(file, "a.bib");
  Bibliography handed;
  const Bibliography rest =
      parse_bibliography(file, "a.bib", [&](BibliographyEntry&& entry) { handed.entries.push_back(std::move(entry)); });
  EXPECT_EQ(dump(handed), dump(whole));
  EXPECT_TRUE(rest.entries.empty());
  EXPECT_EQ(rest.skipped.size(), whole.skipped.size());
  EXPECT_EQ(rest.diagnostics.size(), whole.diagnostics.size());
  EXPECT_FALSE(whole.diagnostics.empty());
  const auto full = [](BibliographyEntry&&) { throw std::runtime_error("the disk is full"); };
  EXPECT_THROW((void)parse_bibliography(file, "a.bib", full), std::runtime_error);
}

TEST(RisReader, DatesThatBeginWithoutAYear) {
  for (const char* date : {"XXXX-01/2001-02", "20XX/2001"}) {
    const std::string file = std::string("TY  - GEN\nID  - a\nPY  - ") + date + "\nER  - \n";
    const std::string once = dump(parse_bibliography(file, "a.ris"));
    std::ostringstream written;
    write_bibliography(written, parse_bibliography(file, "a.ris").entries, BibliographyFormat::ris);
    EXPECT_EQ(dump(parse_bibliography(written.str(), "a.ris")), once) << date;
  }
}

TEST(BibtexReader, FormatIsGuessedFromTheContent) {
  EXPECT_EQ(parse_bibliography("@book{k, title = {A}}").format, BibliographyFormat::bibtex);
  EXPECT_THROW((void)parse_bibliography("just a text"), Error);
}

TEST(NbibReader, Record) {
  EXPECT_EQ(
      dump(parse_bibliography("PMID- 123\nTI  - On tides and\n      rivers.\nFAU - Alder, Sue\nAU  - Alder S\n"
                              "JT  - River letters\nVI  - 3\nPG  - 10-20\nDP  - 2001 Mar\n"
                              "LID - 10.1000/x [doi]\nOT  - water\n\nPMID- 124\nTI  - B.\n")),
      R"({"type":"article-journal","author":[{"family":"Alder","given":"Sue"}],"issued":{"date-parts":[[2001,3]]},)"
      R"("title":"On tides and rivers","container-title":"River letters","volume":"3","page":"10-20",)"
      R"("keyword":"water","DOI":"10.1000/x","PMID":"123"})"
      "\n"
      R"({"type":"article-journal","title":"B","PMID":"124"})");
}

TEST(RisReader, Record) {
  EXPECT_EQ(dump(parse_bibliography(
                "TY  - JOUR\r\nAU  - van Gogh, V.\r\nTI  - Tides\r\nT2  - Annals\r\nVL  - 3\r\nSP  - 10\r\n"
                "EP  - 20\r\nPY  - 2001\r\nDA  - 2001/03/05/\r\nSN  - 0317-8471\r\nXX  - y\r\nER  - \r\n")),
            R"({"type":"article-journal","author":[{"family":"Gogh","given":"V.","non-dropping-particle":"van"}],)"
            R"("issued":{"date-parts":[[2001,3,5]]},"title":"Tides","container-title":"Annals","volume":"3",)"
            R"("page":"10-20","ISSN":"0317-8471"} +XX=y)");
}

TEST(CslJsonReader, ItemsOfOtherPrograms) {
  EXPECT_EQ(
      dump(parse_bibliography(
          R"([{"id":1,"type":"article-journal","title":"T","author":[{"family":"A"},{"literal":"others"}],
      "issued":{"date-parts":[["2001","3"]]},"journalAbbreviation":"J.","volume":3,"categories":["x"]},
      {"id":"broken", {}, {"id":"b","issued":{"raw":"2001-03-05"}}])")),
      R"({"id":"1","type":"article-journal","author":[{"family":"A"}],"issued":{"date-parts":[[2001,3]]},"title":"T",)"
      R"("container-title-short":"J.","volume":"3","custom":{"et-al":["author"]}} +categories=["x"])");
}

}  // namespace
}  // namespace citegraph
