// For each work the sentences that cite it.
#include "citegraph/contexts.hpp"

#include <gtest/gtest.h>
#include <string>

namespace citegraph {
namespace {

const std::string paper_text =
    "# Rivers\n\n## Trade\n\nTrade follows rivers (Marlow, 1998; see Quill, 2004, p. 12). Canals came late (Nobody, "
    "2011).\n\n"
    "## Roads\n\nMarlow (1998) saw roads.\n\n## References\n\nMarlow, T. (1998). *Rivers of Trade*. London: Harbour "
    "Press.\n\nQuill, R. (2004). \"Roads and Markets\", *Journal of Transport History*, 12(3), 45-68.\n\nUpton, C. "
    "(1987). *Bridges*. Oxford: Arch Books.\n";

TEST(Contexts, ListEveryEntryThenWhatIsMissing) {
  const Paper paper = parse_paper(paper_text, "paper.md");
  const std::vector<WorkContexts> contexts = citation_contexts(paper);
  std::string shape;
  for (const WorkContexts& cited : contexts) {
    shape += cited.reference ? std::to_string(*cited.reference) : std::string("missing");
    shape += ' ' + std::to_string(cited.mentions.size()) + "; ";
  }
  ASSERT_EQ(shape, "0 2; 1 1; 2 0; missing 1; ");
  EXPECT_EQ(contexts[0].work.get(Variable::title), "Rivers of Trade");
  const Mention& first = contexts[0].mentions[0];
  EXPECT_EQ(first.sentence, "Trade follows rivers (Marlow, 1998; see Quill, 2004, p. 12).");
  EXPECT_EQ(first.section, "Trade");
  EXPECT_EQ(contexts[0].mentions[1].section, "Roads");
  EXPECT_EQ(contexts[0].mentions[1].line, 9U);
  EXPECT_EQ(contexts[1].mentions[0].locator, "12");
  EXPECT_EQ(contexts[1].mentions[0].prefix, "see");
  EXPECT_EQ(contexts[3].mentions[0].sentence, "Canals came late (Nobody, 2011).");
}

TEST(Contexts, AMentionKnowsItsPlaceInItsGroup) {
  const Paper paper = parse_paper(paper_text, "paper.md");
  const std::vector<WorkContexts> contexts = citation_contexts(paper);
  const Mention& first = contexts.at(0).mentions.at(0);
  const Mention& second = contexts.at(1).mentions.at(0);
  EXPECT_EQ(first.group, second.group);
  EXPECT_EQ(first.position, 0U);
  EXPECT_EQ(second.position, 1U);
  EXPECT_EQ(second.group_size, 2U);
  EXPECT_EQ(contexts[3].mentions[0].group_size, 1U);
}

TEST(Contexts, OfAPaperWithoutAnythingAreNone) { EXPECT_TRUE(citation_contexts(parse_paper("")).empty()); }

}  // namespace
}  // namespace citegraph
