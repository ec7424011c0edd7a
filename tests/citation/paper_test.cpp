#include "citegraph/paper.hpp"

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "made_paper.hpp"
#include "processor_time.hpp"
#include "soundness.hpp"

namespace citegraph {
namespace {

constexpr const char* small_paper =
    "# Gardens\n\nRain falls in the north (Aster, 1994: 12) and in the south (Birch and Cedar, 2010).\n\n## "
    "References\n\n"
    "Aster, P. (1994). Gardens of the north. Green Journal, 3(2), 4-19.\n\nBirch, K., & Cedar, L. (2010). Wood and "
    "water. London: Leaf Press.\n\n"
    "Ivy, S. (2011). Climbers. Green Journal, 5(1), 1-9.\n";

TEST(Paper, FromBytes) {
  const Paper paper = parse_paper(small_paper, "gardens.md");
  ASSERT_EQ(paper.references.size(), 3U);
  ASSERT_EQ(paper.citations.size(), 2U);
  EXPECT_EQ(paper.citations[0].targets[0].reference, 0U);
  EXPECT_EQ(paper.citations[0].targets[0].locator, "12");
  EXPECT_EQ(paper.citations[1].targets[0].reference, 1U);
  ASSERT_FALSE(paper.diagnostics.empty());
  EXPECT_EQ(paper.diagnostics.back().code, "never-cited");
}

TEST(Paper, AnyTextIsValid) {
  const std::string texts[] = {"",
                               " ",
                               "\xC2\xA0",
                               "(",
                               "[1",
                               ")))",
                               "2009",
                               "(2009",
                               "Aster (",
                               "\xF0\x9F\x98\x80 (2009)",
                               "\xD9\x85 (2009) [1]",
                               "& et al. 2009"};
  for (const std::string& text : texts) EXPECT_NO_THROW(static_cast<void>(parse_paper(text, "odd.txt"))) << text;
}

void expect_sound(const Paper& paper, const std::string& bytes) { EXPECT_EQ(test::unsound(paper), "") << bytes; }

TEST(Paper, EveryPartOfATextIsValid) {
  const std::string text =
      "Rain [1, 2–4] falls (see Aster, 1994: 12; Birch & Cedar 2010a, b), as Ivy et al. (2011, p. 3) say (Article 4, "
      "1990)¹⁻³. “So” (Green Book: On Growing) [Knu97].\n\n## Notes\n\n1. P. Aster, “Gardens,” Leaf 3 (1994): 4.\n2. "
      "Ibid.\n\n## References\n\n1. Aster, P. (1994). Gardens. Leaf, 3, 4.\n2. Birch, K. (2010). Wood. London: Leaf.\n";
  for (std::size_t i = 0; i <= text.size(); i += 3) {
    expect_sound(parse_paper(text.substr(0, i), "a.md"), text.substr(0, i));
    expect_sound(parse_paper(text.substr(i), "a.txt"), text.substr(i));
    std::string without = text;
    without.erase(i, 1);
    expect_sound(parse_paper(without, "a.md"), without);
  }
}

class Folder : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        std::filesystem::temp_directory_path() /
        ("citegraph-papers-" +
         std::to_string(std::hash<std::string>{}(::testing::UnitTest::GetInstance()->current_test_info()->name())));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string file(const std::string& name) const { return (folder_ / name).string(); }
  void write(const std::string& name) const { std::ofstream(file(name)) << small_paper; }

  std::filesystem::path folder_;
};

TEST_F(Folder, ManyPapersKeepTheirOrderAndErrorsStayTheirOwn) {
  std::vector<std::string> paths;
  for (int i = 0; i < 20; ++i) {
    paths.push_back(file(std::to_string(i) + ".md"));
    if (i != 7) write(std::to_string(i) + ".md");
  }
  for (const unsigned threads : {1U, 4U}) {
    ReadOptions options;
    options.threads = threads;
    std::vector<std::string> seen;
    std::vector<std::string> failed;
    read_papers(paths, options, [&](const std::string& path, Paper* paper, const Error* error) {
      seen.push_back(path);
      EXPECT_NE(paper == nullptr, error == nullptr);
      if (error) failed.push_back(error->path());
      if (paper) {
        EXPECT_EQ(paper->citations.size(), 2U);
      }
    });
    EXPECT_EQ(seen, paths);
    EXPECT_EQ(failed, std::vector<std::string>{paths[7]});
  }
}

TEST_F(Folder, AnExceptionOfTheSinkEndsTheReading) {
  std::vector<std::string> paths(8, file("a.md"));
  write("a.md");
  ReadOptions options;
  options.threads = 3;
  int calls = 0;
  EXPECT_THROW(read_papers(paths, options,
                           [&](const std::string&, Paper*, const Error*) {
                             if (++calls == 2) throw std::runtime_error("enough");
                           }),
               std::runtime_error);
  EXPECT_EQ(calls, 2);
}

// Time grows with the text, not with its square. The limits are wide: a quadratic pass takes minutes.
TEST(PaperSpeed, HostileTexts) {
  const auto repeated = [](std::string_view part, std::size_t size) {
    std::string text;
    while (text.size() < size) text += part;
    return text;
  };
  const std::vector<test::MadeEntry> entries = {test::made_entry({"Aster, P."}, "1994", "Gardens", "1")};
  constexpr std::string_view parts[] = {"(",       "[1,",  "(Aster ", "(Aster 1994", "Aster, ", "Aster and ",
                                        "1994, ",  "[1]-", "([",      ")",           "a1,",     "“",
                                        "(1994; ", "A. ",  "et al. ", "word1 "};
  for (const std::string_view part : parts) {
    const test::MadePaper paper(repeated(part, 1U << 20U), entries);
    std::vector<Citation> found;
    EXPECT_LT(test::processor_seconds([&] { found = paper.find(); }), 20.0) << part;
    std::uint32_t end = 0;
    for (const Citation& citation : found) {
      EXPECT_GE(citation.span.start, end) << part;
      end = citation.span.end;
    }
  }
}

TEST(PaperSpeed, ManyCitationsOfManyEntries) {
  constexpr int works = 20000;
  std::vector<test::MadeEntry> entries;
  std::string body;
  for (int i = 0; i < works; ++i) {
    const std::string name = "Name" + std::string(1, static_cast<char>('a' + i % 26)) +
                             std::string(1, static_cast<char>('a' + i / 26 % 26)) + "er";
    entries.push_back(test::made_entry({name + ", A."}, std::to_string(1950 + i % 70), "Work of the gardens"));
    body += "So (" + name + ", " + std::to_string(1950 + (i * 7) % 80) + "; Nobody" +
            std::string(1, static_cast<char>('a' + i % 26)) + ", 1999). ";
  }
  test::MadePaper paper(body, entries);
  std::vector<Citation> linked;
  EXPECT_LT(test::processor_seconds([&] { linked = paper.link(); }), 60.0);
  EXPECT_EQ(linked.size(), 2U * works);
}

}  // namespace
}  // namespace citegraph
