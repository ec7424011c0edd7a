// Papers in DOCX: works come from the fields of reference managers; and the same paper as Markdown and as DOCX, made by
// Pandoc where it is installed, cites the same.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>
#include <iterator>
#include <string>
#include <unistd.h>
#include <vector>

#include "citegraph/paper.hpp"

#include "document/made_docx.hpp"
#include "soundness.hpp"

namespace citegraph {
namespace {

std::string without_space(std::string_view text) {
  std::string letters;
  for (const char c : text)
    if (c != ' ' && c != '\n') letters += c;
  return letters;
}

// "(Lee, 2001) -> Lee, A. (2001) ... linked", sorted.
std::vector<std::string> edges_of(const Paper& paper) {
  std::vector<std::string> edges;
  for (const Citation& citation : paper.citations)
    for (const Target& target : citation.targets) {
      std::string edge = without_space(slice(paper.document.text, citation.span)) + " -> ";
      if (target.reference) edge += without_space(slice(paper.document.text, paper.references[*target.reference].span));
      edges.push_back(edge + ' ' + std::string(to_string(target.status)));
    }
  std::sort(edges.begin(), edges.end());
  return edges;
}

// A paragraph that a page breaks is one in Markdown, as converters leave it; in DOCX it is two.
constexpr double least_agreement = 0.98;

double agreement(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return static_cast<double>(both.size()) / static_cast<double>(std::max(a.size(), b.size()));
}

TEST(DocxPaper, WorksAreThoseOfTheFields) {
  using namespace document;
  MadeDocx made;
  made.body =
      paragraph(run("So ") + field(R"(ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems":[{"uris":["u:1"],"itemData":{)"
                                   R"("type":"article-journal","title":"Of ships","volume":"12","author":[{"family":)"
                                   R"("Lee","given":"Anna"}],"issued":{"date-parts":[[2001]]}}}]})",
                                   run("(Lee, 2001, p. 46)"))) +
      plain("References") +
      paragraph(field_begin("ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY") + run("Lee A (2001) Of ships. Ports 12.") +
                field_sign("end"));
  const Paper paper = parse_paper(made_docx(made), "a.docx");
  EXPECT_EQ(test::unsound(paper), "");
  ASSERT_EQ(paper.references.size(), 1U);
  const Reference& reference = paper.references[0];
  EXPECT_EQ(reference.id, "lee2001ships");
  EXPECT_EQ(reference.works.front().get(NameVariable::author)[0].given, "Anna");  // the list prints "A"
  EXPECT_EQ(reference.works.front().type, WorkType::article_journal);
  EXPECT_FALSE(reference.segments.empty());
  ASSERT_EQ(paper.citations.size(), 1U);
  EXPECT_EQ(paper.citations[0].targets[0].reference, 0U);
  EXPECT_EQ(paper.citations[0].targets[0].status, LinkStatus::linked);
  EXPECT_EQ(paper.citations[0].targets[0].locator, "46");
}

TEST(DocxPaper, HasTheEdgesOfTheMarkdown) {
  if (std::system("command -v pandoc >/dev/null 2>&1") != 0) GTEST_SKIP() << "no pandoc";
  const std::string markdown = std::string(CITEGRAPH_SOURCE_DIR) + "/data/sample-paper.md";
  const std::string docx =
      (std::filesystem::temp_directory_path() / ("citegraph_" + std::to_string(::getpid()) + ".docx")).string();
  ASSERT_EQ(std::system(("pandoc -f markdown-smart '" + markdown + "' -o '" + docx + "'").c_str()), 0);
  const Paper paper = read_paper(docx);
  std::filesystem::remove(docx);
  EXPECT_EQ(test::unsound(paper), "");
  EXPECT_GT(paper.citations.size(), 30U);
  EXPECT_GE(agreement(edges_of(paper), edges_of(read_paper(markdown))), least_agreement);
}

}  // namespace
}  // namespace citegraph
