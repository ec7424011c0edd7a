// From words with places to text: what stands where on a page, and in which font.
#include <gtest/gtest.h>
#include <string>
#include <utility>
#include <vector>

#include "citegraph/error.hpp"

#include "document/dump.hpp"
#include "document/invariants.hpp"
#include "document/made_page.hpp"
#include "document/pdf/compose.hpp"
#include "document/pdf/font_style.hpp"
#include "document/pdf/letters.hpp"
#include "processor_time.hpp"

namespace citegraph::document::pdf {
namespace {

constexpr Length right_column = 320 * point;

Document read(std::vector<Page> pages) {
  Document document = compose({std::move(pages), {}}, "a.pdf");
  document.format = Format::pdf;
  expect_sound(document);
  return document;
}

std::string dump_page(const MadePage& page) { return dump(read({page.take()})); }

// A line of words that all columns are filled with.
const std::string filler = "which the ships of the coast had carried home";

TEST(PdfLayout, ColumnsAreReadOneAfterTheOther) {
  MadePage page;
  page.line(60 * point, "A title that runs over both of the columns of a page and is large", {72 * point, 14 * point});
  page.lines(100 * point, {"First of all " + filler, "second " + filler, "third " + filler, "fourth they came to"});
  page.lines(100 * point, {"the harbour and " + filler, "sixth " + filler, "seventh " + filler, "eighth."},
             {right_column});
  EXPECT_EQ(dump_page(page),
            "heading 1|A title that runs over both of the columns of a page and is large\n"
            "paragraph|First of all " +
                filler + "/second " + filler + "/third " + filler + "/fourth they came to/the harbour and " + filler +
                "/sixth " + filler + "/seventh " + filler + "/eighth.\n");
}

TEST(PdfLayout, WhatRunsAcrossDividesTheColumns) {
  MadePage page;
  const std::vector<std::string> left = {"L1 " + filler, "L2 " + filler, "L3 " + filler + "."};
  const std::vector<std::string> right = {"R1 " + filler, "R2 " + filler, "R3 " + filler + "."};
  page.lines(100 * point, left).lines(100 * point, right, {right_column});
  page.line(160 * point,
            "Table 1. A caption that is set over the whole width of the page, as wide as both columns are");
  page.lines(200 * point, {"L4 " + filler, "L5 " + filler + "."});
  page.lines(200 * point, {"R4 " + filler, "R5 " + filler + "."}, {right_column});
  const std::string text = read({page.take()}).text;
  std::vector<std::size_t> places;
  for (const char* mark : {"L1", "L3", "R1", "R3", "Table", "L4", "L5", "R4", "R5"}) places.push_back(text.find(mark));
  EXPECT_TRUE(std::is_sorted(places.begin(), places.end())) << text;
}

TEST(PdfLayout, ALongAddressThatLeavesItsColumnDividesNothing) {
  MadePage page;
  page.lines(100 * point,
             {"L1 " + filler, "L2 " + filler, "https://example.org/" + std::string(50, 'x'), "L4 " + filler});
  page.lines(100 * point, {"R1 " + filler, "R2 " + filler, "R3 " + filler, "R4 " + filler}, {right_column});
  const std::string text = read({page.take()}).text;
  EXPECT_LT(text.find("L4"), text.find("R1")) << text;
}

TEST(PdfLayout, NumbersOfAListAreNoColumn) {
  MadePage page;
  for (Length i = 0; i < 4; ++i) {
    const Length base = (100 + 12 * i) * point;
    page.line(base, "[" + std::to_string(i + 1) + "]").line(base, "Lee, A. " + filler + ".", {100 * point});
  }
  const std::string text = read({page.take()}).text;
  EXPECT_LT(text.find("Lee"), text.find("[2]")) << text;
}

TEST(PdfLayout, ParagraphsAreToldByIndentsAndGaps) {
  struct Row {
    const char* trait;
    MadePage page;
    const char* expected;
  };
  const Set indented{84 * point};
  const std::string full = "full line " + filler;
  const auto at = [](Length line) { return (100 + 12 * line) * point; };
  const std::vector<Row> rows = {
      {"indents",
       MadePage()
           .line(at(0), "A " + filler, indented)
           .line(at(1), full)
           .line(at(2), "end.")
           .line(at(3), "B " + filler, indented)
           .line(at(4), full)
           .line(at(5), "end."),
       "paragraph|A which the ships of the coast had carried home full line which the ships of the coast had carried "
       "home end.\nparagraph|B which the ships of the coast had carried home full line which the ships of the coast "
       "had carried home end.\n"},
      {"hanging entries",
       MadePage()
           .line(at(0), "Lee, A. " + filler)
           .line(at(1), "home, 2001.", indented)
           .line(at(2), "Roth, B. " + filler)
           .line(at(3), "and away,", indented)
           .line(at(4), "1999.", indented),
       "paragraph|Lee, A. which the ships of the coast had carried home home, 2001.\nparagraph|Roth, B. which the "
       "ships of the coast had carried home and away, 1999.\n"},
      {"gaps",
       MadePage().line(at(0), full).line(at(1), "end.").line(at(2) + 6 * point, full).line(at(3) + 6 * point, "end."),
       "paragraph|full line which the ships of the coast had carried home/end.\nparagraph|full line which the ships of "
       "the coast had carried home/end.\n"},
  };
  for (const Row& row : rows) EXPECT_EQ(dump_page(row.page), row.expected) << row.trait;
}

TEST(PdfLayout, EntriesOfOneLineAreParagraphs) {
  struct Row {
    const char* trait;
    MadePage page;
    std::vector<const char*> begin;  // the paragraphs
  };
  const Set flush{72 * point, 10 * point, false, false, 330 * point};
  const Set indented{84 * point, 10 * point, false, false, 330 * point};
  const Set loose{84 * point};
  const auto at = [](Length line) { return (100 + 12 * line) * point; };
  MadePage overlong;
  overlong.line(at(0), "Ames, A. " + filler, indented).line(at(1), "https://example.org/" + std::string(60, 'x'));
  for (Length i = 2; i < 11; i += 3)
    overlong.line(at(i), "Lee, B. " + filler, indented)
        .line(at(i + 1), "and " + filler, flush)
        .line(at(i + 2), "2001.");
  const std::vector<Row> rows = {
      {"a justified column: what ends before the edge ends a paragraph",
       MadePage()
           .line(at(0), "Ames, A. " + filler, indented)
           .line(at(1), "and " + filler, flush)
           .line(at(2), "Lee, B. " + filler, loose)
           .line(at(3), "Roth, C. " + filler, loose)
           .line(at(4), "Sand, D. " + filler, indented)
           .line(at(5), "and " + filler, flush)
           .line(at(6), "1999."),
       {"Ames", "Lee", "Roth", "Sand"}},
      {"a ragged one: a full line that goes on without an indent begins one",
       MadePage()
           .line(at(0), "Ames, A. " + filler, loose)
           .line(at(1), "and " + filler)
           .line(at(2), "and away.")
           .line(at(3), "Lee, B. " + filler, loose)
           .line(at(4), "Roth, C. " + filler, loose)
           .line(at(5), "and away."),
       {"Ames", "Lee", "Roth"}},
      {"an address that runs over the edge of the column", overlong, {"Ames", "Lee", "Lee", "Lee"}},
  };
  for (const Row& row : rows) {
    const Document document = read({row.page.take()});
    std::string begin;
    std::string expected;
    for (const Block& block : document.blocks) {
      const std::string_view words = slice(document.text, block.span);
      begin.append(words.substr(0, words.find(','))).append("|");
    }
    for (const char* each : row.begin) expected.append(each).append("|");
    EXPECT_EQ(begin, expected) << row.trait << "\n" << dump(document);
  }
}

TEST(PdfLayout, AnIndentBeginsAnEntryWhateverTheAlphabet) {
  MadePage page;
  page.line(80 * point, "References", {72 * point, 14 * point, false, true});
  Length base = 110 * point;
  for (const char* name : {"Ames", "Bent", "Cole", "Dorn", "Berg", "Ende", "Fink", "Gold"}) {
    page.line(base, std::string(name) + ", A. (2001). Ships " + filler)
        .line(base + 12 * point, "Boston.", {84 * point});
    base += 24 * point;
  }
  const Document document = read({page.take()});
  EXPECT_EQ(document.blocks.size(), 9U) << dump(document);
}

TEST(PdfLayout, RaisedLoweredAndSlantedWordsAreMarked) {
  MadePage page;
  page.lines(100 * point, {"The growth of cities^12,13^ in *Science today* and", "of water H_2_O.^4^ It ends."});
  EXPECT_EQ(
      dump_page(page),
      "paragraph|The growth of cities{sup:12,13} in {em:Science today} and/of water H{sub:2}O.{sup:4} It ends.\n");
}

TEST(PdfLayout, AMarkGoesOnOverTheEndOfALine) {
  MadePage page;
  page.line(100 * point, "Lee, A. *Ships of the*").line(112 * point, "*coast*, 2001.");
  EXPECT_EQ(dump_page(page), "paragraph|Lee, A. {em:Ships of the/coast}, 2001.\n");
}

TEST(PdfLayout, HeadingsAreLargerOrBold) {
  MadePage page;
  page.line(60 * point, "Ships and Coasts", {72 * point, 18 * point});
  page.line(80 * point, "Anna B. Lee and Carl Roth", {72 * point, 12 * point});
  page.line(110 * point, "Introduction", {72 * point, 12 * point});
  page.lines(130 * point, {"Ships " + filler, filler + ".", filler + "."});
  page.line(180 * point, "How they came", {72 * point, 10 * point, false, true});
  page.lines(200 * point, {"Ships " + filler, filler + ".", filler + "."});
  const Document document = read({page.take()});
  std::string headings;
  for (const Block& block : document.blocks)
    if (block.kind == BlockKind::heading)
      headings += std::to_string(block.level) + " " + std::string(slice(document.text, block.span)) + "\n";
  EXPECT_EQ(headings, "1 Ships and Coasts\n2 Introduction\n3 How they came\n");
  EXPECT_EQ(document.work.get(Variable::title), "Ships and Coasts");
  EXPECT_EQ(document.work.get(NameVariable::author).size(), 2U);
}

TEST(PdfLayout, NotesStandAtTheFootOfAColumn) {
  MadePage page;
  page.lines(100 * point, {"The ships came.^1^ " + filler, filler + ".", filler + "."});
  page.line(700 * point, "^1^ See Lee (2001).", {72 * point, 8 * point});
  page.line(710 * point, "Also of the coast.", {72 * point, 8 * point});
  page.line(720 * point, "^2^ And so on.", {72 * point, 8 * point});
  const Document document = read({page.take()});
  const std::string dumped = dump(document);
  EXPECT_NE(dumped.find("came.{sup:1=^1}"), std::string::npos) << dumped;
  EXPECT_NE(dumped.find("note [1]|See Lee (2001). Also of the coast.\nnote [2]|And so on.\n"), std::string::npos)
      << dumped;
}

TEST(PdfLayout, ASmallListBelowItsHeadingHasNoNotes) {
  MadePage page;
  page.lines(100 * point, {"The ships came. " + filler, filler + ".", filler + "."});
  page.line(160 * point, "References", {72 * point, 12 * point, false, true});
  page.lines(180 * point, {"^1^ Lee, A. Ships. 2001.", "^2^ Roth, B. Coasts. 1999."}, {72 * point, 8 * point});
  const std::string dumped = dump_page(page);
  EXPECT_EQ(dumped.find("note"), std::string::npos) << dumped;
}

TEST(PdfLayout, HeadsAndNumbersOfPagesAreDropped) {
  std::vector<Page> pages;
  for (int i = 1; i <= 3; ++i) {
    MadePage page;
    page.line(40 * point, "Journal of Ships 12 (2001)", {200 * point, 8 * point});
    page.line(800 * point, std::to_string(100 + i), {290 * point});
    page.lines(100 * point, {"Page " +
                                 std::string(i == 1   ? "one"
                                             : i == 2 ? "two"
                                                      : "three") +
                                 " " + filler,
                             filler, "and so on until the end of the page which is"});
    pages.push_back(page.take());
  }
  const Document document = read(std::move(pages));
  EXPECT_EQ(document.text.find("Journal"), std::string::npos) << document.text;
  EXPECT_EQ(document.text.find("101"), std::string::npos) << document.text;
  EXPECT_EQ(document.files.size(), 3U);
}

TEST(PdfLayout, AParagraphGoesOnInTheNextColumnOverNotes) {
  const Set indented{84 * point};
  MadePage page;
  page.line(100 * point, "They came " + filler, indented).lines(112 * point, {"x " + filler, "a divi-"});
  page.line(600 * point, "^1^ A note.", {72 * point, 8 * point});
  page.lines(100 * point, {"ded word and " + filler, filler, "end."}, {right_column});
  page.line(136 * point, "Next " + filler, {right_column + 12 * point}).line(148 * point, "end.", {right_column});
  EXPECT_EQ(dump_page(page), "paragraph|They came " + filler + " x " + filler + " a divided word and " + filler + " " +
                                 filler + " end.\nnote [1]|A note.\nparagraph|Next " + filler + " end.\n");
}

TEST(PdfLayout, PlacesLeadToThePage) {
  std::vector<Page> pages;
  pages.push_back(MadePage().lines(100 * point, {"One page of words.", "More."}).take());
  pages.push_back(MadePage().lines(100 * point, {"Another page.", "Words at the end."}).take());
  const Document document = read(std::move(pages));
  const auto start = static_cast<std::uint32_t>(document.text.find("Words at"));
  const Diagnostic finding = document.diagnose("missing", {start, start + 5}, "x");
  EXPECT_EQ(finding.path, "a.pdf/page-2");
  EXPECT_EQ(finding.line, 2U);
  EXPECT_EQ(finding.column, 1U);
  EXPECT_EQ(document.source_of(2), "Another page.\nWords at the end.\n");
  expect_exact(document);
}

TEST(PdfLayout, PagesWithoutWordsAreRefused) {
  EXPECT_THROW(compose({{}, {}}, "a.pdf"), Error);
  EXPECT_THROW(compose({{Page{}}, {}}, "a.pdf"), Error);
}

TEST(PdfLayout, BrokenPagesAreReported) {
  const Document document = compose({{MadePage().line(100 * point, "Words").take(), Page{}}, {2}}, "a.pdf");
  ASSERT_EQ(document.diagnostics.size(), 1U);
  EXPECT_EQ(document.diagnostics[0].path, "a.pdf/page-2");
  EXPECT_EQ(document.diagnostics[0].message, "page 2 is broken and was not read");
}

TEST(PdfLayout, StaysLinear) {
  constexpr int count = 30000;
  const auto many = [](auto place) {
    Page page;
    for (int i = 0; i < count; ++i) {
      Word word;
      word.text = "x";
      word.size = 10 * point;
      word.box = place(i);
      page.words.push_back(word);
    }
    return page;
  };
  struct Row {
    const char* trait;
    Page page;
  };
  const std::vector<Row> rows = {
      {"all in one place", many([](int) {
         return Box{0, 0, 500, 1000};
       })},
      {"one line", many([](int i) {
         return Box{i * 60, 0, i * 60 + 50, 1000};
       })},
      {"one column", many([](int i) {
         return Box{0, i * 60, 500, i * 60 + 1000};
       })},
      {"as high as a page", many([](int i) {
         return Box{i, 0, i + 50, 80000};
       })},
      {"stairs", many([](int i) {
         return Box{i * 50, i * 50, i * 50 + 500, i * 50 + 1000};
       })},
      {"without extent", many([](int i) {
         return Box{i, i, i, i};
       })},
      {"at the ends of the world", many([](int i) {
         const Length far = i % 2 == 0 ? -2000000 : 2000000;
         return Box{std::min(far, 0), std::min(far, 0), std::max(far, 0), std::max(far, 0)};
       })},
  };
  for (const Row& row : rows) EXPECT_LT(test::processor_seconds([&] { (void)read({row.page}); }), 5.0) << row.trait;
  std::vector<Page> pages(5000, MadePage().line(50 * point, "The same head").line(100 * point, "Words of it").take());
  pages.push_back(MadePage().line(100 * point, "Other words").take());
  EXPECT_LT(test::processor_seconds([&] { (void)read(pages); }), 5.0) << "the same page again and again";
}

TEST(PdfLayout, NamesOfFontsTellTheirStyle) {
  struct Row {
    const char* name;
    bool italic;
    bool bold;
  };
  for (const Row& row : std::vector<Row>{{"ABCDEF+TimesNewRomanPSMT", false, false},
                                         {"ABCDEF+TimesNewRomanPS-BoldItalicMT", true, true},
                                         {"NimbusRomNo9L-ReguItal", true, false},
                                         {"NimbusRomNo9L-Medi", false, true},
                                         {"XYZABC+CMTI10", true, false},
                                         {"XYZABC+CMBX12", false, true},
                                         {"SFRM1000", false, false},
                                         {"MinionPro-It", true, false},
                                         {"Helvetica-Oblique", true, false},
                                         {"", false, false}}) {
    EXPECT_EQ(font_style(row.name).italic, row.italic) << row.name;
    EXPECT_EQ(font_style(row.name).bold, row.bold) << row.name;
  }
}

TEST(PdfLayout, LettersBecomeUtf8) {
  const auto utf8 = [](std::vector<unsigned short> letters) { return utf8_of({letters.data(), letters.size()}); };
  EXPECT_EQ(utf8({0xFB01, 'n', 'd'}), "find");
  EXPECT_EQ(utf8({'o', 0xFB03, 'c', 'e'}), "office");
  EXPECT_EQ(utf8({'a', ' ', 0xA0, 0, 7, 'b'}), "ab");
  EXPECT_EQ(utf8({0xD835, 0xDC00}), "\U0001D400");
  EXPECT_EQ(utf8({0xD835, 'x', 0xDC00}), "\uFFFDx\uFFFD");
}

}  // namespace
}  // namespace citegraph::document::pdf
