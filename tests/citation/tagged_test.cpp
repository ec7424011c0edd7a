// Citations of formats that tag them: their place and target are given, their form is read.
#include <algorithm>
#include <gtest/gtest.h>
#include <string>

#include "citegraph/paper.hpp"

namespace citegraph {
namespace {

constexpr const char* list =
    "<back><ref-list><ref id=\"A\"><mixed-citation>Lee, A. (2001). Of ships. Ports, 3, "
    "45-48.</mixed-citation></ref><ref id=\"B\">"
    "<mixed-citation>Dam, B. &amp; Roe, C. (2002). Of tides. Ports, 4, 1-9.</mixed-citation></ref><ref "
    "id=\"C\"><mixed-citation>"
    "Ng, D. (2003). Of winds. Ports, 5, 2-8.</mixed-citation></ref></ref-list></back>";

Paper read(const std::string& body) {
  return parse_paper("<article><body><p>" + body + "</p></body>" + list + "</article>", "a.xml");
}

std::string dump(const Paper& paper) {
  std::string out;
  for (const Citation& citation : paper.citations) {
    out += std::string(slice(paper.document.text, citation.span)) + "|" + std::string(to_string(citation.form)) + "|" +
           std::to_string(citation.group);
    for (const std::string& name : citation.names) out += " " + name;
    if (citation.date.has_year()) out += " " + std::to_string(citation.date.year());
    for (const std::uint32_t number : citation.numbers) out += " #" + std::to_string(number);
    for (const Target& target : citation.targets) {
      out += " -> " + (target.reference ? paper.references[*target.reference].id : "?") + " " +
             std::string(to_string(target.status));
      if (!target.locator.empty()) out += " " + target.locator_label + " " + target.locator;
    }
    out += '\n';
  }
  return out;
}

struct TaggedCase {
  const char* trait;
  const char* body;
  const char* dump;
};

#define TAG(id, text) "<xref ref-type=\"bibr\" rid=\"" id "\">" text "</xref>"

constexpr TaggedCase tagged_cases[] = {
    {"parenthetical, one group", "Said (" TAG("A", "Lee, 2001") "; " TAG("B", "Dam and Roe, 2002") ").",
     "Lee, 2001|parenthetical|0 Lee 2001 -> A linked\nDam and Roe, 2002|parenthetical|0 Dam Roe 2002 -> B linked\n"},
    {"narrative", "As " TAG("A", "Lee (2001)") " said.", "Lee (2001)|narrative|0 Lee 2001 -> A linked\n"},
    {"only the year is tagged", "As Lee (" TAG("A", "2001") ") and (Dam &amp; Roe " TAG("B", "2002") ") said.",
     "Lee (2001)|narrative|0 Lee 2001 -> A linked\nDam & Roe 2002|parenthetical|1 Dam Roe 2002 -> B linked\n"},
    {"page behind the tag", "Said (" TAG("A", "Lee, 2001") ", p. 46).",
     "Lee, 2001, p. 46|parenthetical|0 Lee 2001 -> A linked page 46\n"},
    {"numbers", "Said [" TAG("A", "1") "," TAG("C", "3") "].",
     "1|numeric|0 #1 -> A linked\n3|numeric|0 #3 -> C linked\n"},
    {"range", "Said [" TAG("A", "1") "–" TAG("C", "3") "].",
     "1–3|numeric|0 #1 #2 #3 -> A linked -> B linked -> C linked\n"},
    {"several in one tag", "Said " TAG("A C", "[1,3]") ".", "1,3|numeric|0 #1 #3 -> A linked -> C linked\n"},
    {"number with page", "Said [" TAG("A", "1") ", p. 46].", "1|numeric|0 #1 -> A linked page 46\n"},
    {"raised numbers", "Said<sup>" TAG("A", "1") "," TAG("B", "2") "</sup> so.",
     "1|superscript|0 #1 -> A linked\n2|superscript|0 #2 -> B linked\n"},
    {"the tag decides, not the text", "Said (" TAG("C", "Lee, 2001") ").",
     "Lee, 2001|parenthetical|0 Lee 2001 -> C linked\n"},
    {"no such entry", "Said (" TAG("Z", "Poe, 1999") ") [" TAG("Y", "9") "].",
     "Poe, 1999|parenthetical|0 Poe 1999 -> ? missing\n9|numeric|1 #9 -> ? missing\n"},
    {"what is not tagged is none", "Said (" TAG("A", "Lee, 2001") "), (Dam and Roe, 2002), [3].",
     "Lee, 2001|parenthetical|0 Lee 2001 -> A linked\n"},
    {"without any tag the text is searched", "Said (Lee, 2001).", "Lee, 2001|parenthetical|0 Lee 2001 -> A linked\n"},
};

TEST(TaggedCitations, Table) {
  for (const TaggedCase& row : tagged_cases) EXPECT_EQ(dump(read(row.body)), row.dump) << row.trait;
}

TEST(TaggedCitations, AMissingEntryIsReportedAtItsPlaceInTheFile) {
  const Paper paper = read("Said\n (" TAG("Z", "Poe, 1999") ").");
  const auto missing = std::find_if(paper.diagnostics.begin(), paper.diagnostics.end(),
                                    [](const Diagnostic& d) { return d.code == "missing"; });
  ASSERT_NE(missing, paper.diagnostics.end());
  EXPECT_EQ(missing->line, 2U);
  EXPECT_EQ(paper.document.source.substr(missing->source.start, missing->source.size()), "Poe, 1999");
  EXPECT_EQ(slice(paper.document.text, missing->span), "Poe, 1999");
}

TEST(TaggedCitations, SectionAndSentenceAreThoseOfTheText) {
  const Paper paper = parse_paper(std::string("<article><body><sec><title>Tides</title><p>One. Two (" TAG(
                                      "A", "Lee, 2001") ") three. Four.</p></sec></body>") +
                                      list + "</article>",
                                  "a.xml");
  ASSERT_EQ(paper.citations.size(), 1U);
  EXPECT_EQ(paper.citations[0].section, "Tides");
  EXPECT_EQ(slice(paper.document.text, paper.citations[0].sentence), "Two (Lee, 2001) three.");
}

TEST(TaggedCitations, EveryArticleOfAFileIsAPaper) {
  const std::string file = std::string("<article><body><p>" TAG("A", "1") "</p></body>") + list +
                           "<sub-article><body><p>" TAG("B", "2") "</p></body></sub-article></article>";
  const std::vector<Paper> papers = parse_papers(file, "a.xml");
  ASSERT_EQ(papers.size(), 2U);
  EXPECT_EQ(dump(papers[0]), "1|numeric|0 #1 -> A linked\n");
  EXPECT_EQ(dump(papers[1]), "2|numeric|0 #2 -> B linked\n");
  EXPECT_EQ(papers[0].references.size(), 3U);
  EXPECT_EQ(papers[1].references.size(), 1U);
  EXPECT_EQ(dump(parse_paper(file, "a.xml")), dump(papers[0]));
}

}  // namespace
}  // namespace citegraph
