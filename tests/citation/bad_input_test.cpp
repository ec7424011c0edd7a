// Papers at the edge of what is one: nothing is lost that can be read, and what cannot is said. Sizes that show growth
// are measured by tests/bench/paper_bench.cpp; here the counts and the contents matter.
#include <algorithm>
#include <gtest/gtest.h>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/paper.hpp"

#include "made_paper.hpp"
#include "soundness.hpp"

namespace citegraph {
namespace {

// "Aab", "Aac": a name for each number.
std::string name_of(int number) {
  std::string name = "Aster";
  for (int i = 0; i < 3; ++i, number /= 26) name += static_cast<char>('a' + number % 26);
  return name;
}

std::string entry_of(int number) {
  return name_of(number) + ", P. (" + std::to_string(1950 + number % 70) + "). Gardens of the north, part " +
         std::to_string(number) + ". Green Journal, 3(2), 4-19.\n\n";
}

std::string list_of(int entries) {
  std::string text = "## References\n\n";
  for (int i = 0; i < entries; ++i) text += entry_of(i);
  return text;
}

std::size_t count_of(const Paper& paper, std::string_view code) {
  return static_cast<std::size_t>(std::count_if(paper.diagnostics.begin(), paper.diagnostics.end(),
                                                [&](const Diagnostic& each) { return each.code == code; }));
}

std::size_t linked(const Paper& paper) {
  std::size_t count = 0;
  for (const Citation& citation : paper.citations)
    for (const Target& target : citation.targets) count += target.status == LinkStatus::linked;
  return count;
}

// What comes out of any text is sound.
Paper read(const std::string& text, const std::string& path) {
  Paper paper = parse_paper(text, path);
  EXPECT_EQ(test::unsound(paper), "") << path;
  return paper;
}

TEST(BadInput, ADocumentThatIsAllList) {
  const Paper paper = read(list_of(40), "list.md");
  EXPECT_EQ(paper.references.size(), 40U);
  EXPECT_TRUE(paper.citations.empty());
  EXPECT_EQ(count_of(paper, "no-citations"), 1U);
  EXPECT_EQ(count_of(paper, "never-cited"), 0U);  // said once, not forty times
}

TEST(BadInput, ALongList) {
  constexpr int entries = 600;
  const Paper paper = read("# Paper\n\nSo it is (" + name_of(7) + ", 1957).\n\n" + list_of(entries), "paper.md");
  ASSERT_EQ(paper.references.size(), static_cast<std::size_t>(entries));
  ASSERT_EQ(paper.citations.size(), 1U);
  EXPECT_EQ(paper.citations[0].targets[0].reference, 7U);
  EXPECT_EQ(count_of(paper, "never-cited"), static_cast<std::size_t>(entries - 1));
}

TEST(BadInput, ManyCitations) {
  constexpr int citations = 3000;
  std::string body = "# Paper\n\n";
  for (int i = 0; i < citations; ++i)
    body += "So it is (" + name_of(i % 20) + ", " + std::to_string(1950 + i % 20) + (i % 50 == 49 ? ").\n\n" : "). ");
  const Paper paper = read(body + list_of(20), "paper.md");
  ASSERT_EQ(paper.citations.size(), static_cast<std::size_t>(citations));
  EXPECT_EQ(linked(paper), static_cast<std::size_t>(citations));
  EXPECT_EQ(count_of(paper, "missing"), 0U);
}

TEST(BadInput, ChaptersThatRestartTheirNumbers) {
  const Paper paper = read(
      "# Rain\n\nRain falls [1], and again [2].\n\n## References\n\n"
      "[1] Aster, P. Rain of the north. Green Journal, 3(2), 4-19, 1994.\n\n"
      "[2] Birch, K. Rain of the south. Green Journal, 4(2), 4-19, 1995.\n\n"
      "# Snow\n\nSnow falls [1], and again [2].\n\n## References\n\n"
      "[1] Cedar, L. Snow of the north. Green Journal, 5(2), 4-19, 1996.\n\n"
      "[2] Elder, N. Snow of the south. Green Journal, 6(2), 4-19, 1997.\n",
      "book.md");
  EXPECT_EQ(paper.references.size(), 4U);
  ASSERT_EQ(paper.citations.size(), 4U);
  EXPECT_EQ(linked(paper), 4U);
  for (std::uint32_t i = 0; i < 4; ++i) EXPECT_EQ(paper.citations[i].targets[0].reference, i);  // of its own chapter
}

TEST(BadInput, NumbersOfAnotherChapter) {
  const std::string body = "Rain falls [1], and again [3].\n\n";
  const Paper paper = read("# Rain\n\n" + body +
                               "## References\n\n[1] Aster, P. Rain of the north. Green Journal, 3(2), 4-19, 1994.\n\n"
                               "[2] Birch, K. Rain of the south. Green Journal, 4(2), 4-19, 1995.\n\n"
                               "[3] Cedar, L. Rain of the west. Green Journal, 4(3), 4-19, 1995.\n\n"
                               "# Snow\n\n" +
                               body +
                               "## References\n\n[1] Elder, L. Snow of the north. Green Journal, 5(2), 4-19, 1996.\n\n"
                               "[2] Fennel, N. Snow of the south. Green Journal, 6(2), 4-19, 1997.\n\n"
                               "# Ice\n\nIce too [3].\n\n## References\n\n[1] Gale, L. Ice of the north. Green "
                               "Journal, 5(2), 4-19, 1998.\n\n"
                               "[2] Hazel, N. Ice of the south. Green Journal, 6(2), 4-19, 1999.\n\n"
                               "[3] Iris, O. Ice of the east. Green Journal, 6(3), 4-19, 1999.\n",
                           "book.md");
  ASSERT_EQ(paper.citations.size(), 5U);
  std::vector<std::optional<std::uint32_t>> meant;
  for (const Citation& citation : paper.citations) meant.push_back(citation.targets[0].reference);
  EXPECT_EQ(meant, (std::vector<std::optional<std::uint32_t>>{0, 2, 3, std::nullopt, 7}));  // no third on snow
}

TEST(BadInput, TwoLists) {
  const Paper paper = read(
      "# Rain\n\nRain falls (Aster, 1994; Birch, 1995).\n\n## Primary sources\n\n## References\n\n"
      "Aster, P. (1994). Rain of the north. Green Journal, 3(2), 4-19.\n\n"
      "## Further reading\n\nBirch, K. (1995). Rain of the south. Green Journal, 4(2), 4-19.\n\n"
      "Cedar, L. (1996). Snow of the north. Green Journal, 5(2), 4-19.\n",
      "paper.md");
  EXPECT_EQ(paper.references.size(), 3U);
  EXPECT_EQ(linked(paper), 2U);
}

TEST(BadInput, ABracketNeverClosed) {
  const Paper paper = read(
      "# Rain\n\nRain falls (see Astera, 1950, as others. Then more rain. Snow too (Asterb, 1951).\n\n"
      "Later ((Asterc, 1952.\n\n## References\n\nAstera, P. (1950). Rain. Green Journal, 3(2), 4-19.\n\n"
      "Asterb, P. (1951). Snow. Green Journal, 3(2), 4-19.\n\nAsterc, P. (1952). Ice. Green Journal, 3(2), 4-19.\n",
      "paper.md");
  EXPECT_EQ(linked(paper), 3U);
}

TEST(BadInput, NotesThatPointToEachOther) {
  const Paper paper = read(
      "Rain falls.[^1] Snow too.[^2]\n\n[^1]: See note 2 above.[^2]\n\n[^2]: See note 1 above.[^1] Ibid.\n\n"
      "[^3]: Ibid.\n",
      "notes.md");
  EXPECT_EQ(linked(paper), 0U);
}

TEST(BadInput, RightToLeftWithoutFullStops) {
  std::string body;
  for (int i = 0; i < 200; ++i)
    body += "قال الباحثون إن المطر يهطل في الشمال (" + name_of(i % 5) + "، " + std::to_string(1950 + i % 5) + ") ثم ";
  const Paper paper = read("# ورقة\n\n" + body + "\n\n" + list_of(5), "paper.md");
  ASSERT_EQ(paper.citations.size(), 200U);
  EXPECT_EQ(linked(paper), 200U);
  for (const Citation& citation : paper.citations) {
    EXPECT_LE(citation.sentence.end - citation.sentence.start, 4000U);  // one endless sentence is cut
    EXPECT_TRUE(citation.sentence.overlaps(citation.span));
  }
}

TEST(BadInput, LatexWithoutItsBibliography) {
  const Paper paper = read(
      "\\documentclass{article}\n\\begin{document}\nRain falls \\cite{aster94,birch95}.\n"
      "\\bibliography{lost}\n\\end{document}\n",
      "paper.tex");
  ASSERT_EQ(paper.citations.size(), 2U);
  EXPECT_EQ(paper.citations[0].key, "aster94");
  EXPECT_EQ(count_of(paper, "missing"), 2U);
  const bool named = std::any_of(paper.diagnostics.begin(), paper.diagnostics.end(), [](const Diagnostic& each) {
    return each.message.find("aster94") != std::string::npos;
  });
  EXPECT_TRUE(named);
}

TEST(BadInput, AKeyUndefinedAndAKeyDefinedTwice) {
  const Paper paper = read(
      "\\documentclass{article}\n\\begin{document}\nRain falls \\cite{aster94} and \\cite{nobody}.\n"
      "\\begin{thebibliography}{9}\n\\bibitem{aster94} P. Aster. Gardens of the north. Green Journal, 1994.\n"
      "\\bibitem{aster94} K. Birch. Wood and water. Leaf Press, 2010.\n\\end{thebibliography}\n\\end{document}\n",
      "paper.tex");
  EXPECT_EQ(paper.references.size(), 2U);
  ASSERT_EQ(paper.citations.size(), 2U);
  EXPECT_EQ(paper.citations[0].targets[0].reference, 0U);
  EXPECT_EQ(paper.citations[1].targets[0].status, LinkStatus::missing);
  EXPECT_EQ(count_of(paper, "duplicate-key"), 1U);
  EXPECT_EQ(count_of(paper, "missing"), 1U);
}

}  // namespace
}  // namespace citegraph
