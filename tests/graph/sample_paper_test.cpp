// The whole way, from the bytes of the sample paper to its graph.
#include <fstream>
#include <gtest/gtest.h>
#include <set>
#include <string>
#include <utility>

#include "citegraph/graph.hpp"
#include "citegraph/paper.hpp"

namespace citegraph {
namespace {

const std::string data = std::string(CITEGRAPH_SOURCE_DIR) + "/data/";

class SamplePaper : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::ifstream(data + "sample-paper.md")) GTEST_SKIP() << "no sample paper";
    paper_ = read_paper(data + "sample-paper.md");
    GraphBuilder builder;
    itself_ = builder.add(paper_);
    graph_ = std::move(builder).build();
  }

  Paper paper_;
  WorkId itself_{};
  Graph graph_;
};

TEST_F(SamplePaper, has_a_vertex_for_itself_each_entry_and_each_missing_work) {
  std::size_t roles[3] = {};
  for (Vertex v = 0; v < graph_.vertex_count(); ++v) ++roles[static_cast<std::size_t>(graph_.role(v))];
  std::set<std::pair<std::string, int>> missing;
  for (const Citation& citation : paper_.citations)
    for (const Target& target : citation.targets)
      if (target.status == LinkStatus::missing)
        missing.emplace(citation.names.empty() ? citation.title : citation.names[0], citation.date.year());
  EXPECT_EQ(roles[static_cast<std::size_t>(VertexRole::paper)], 1U);
  EXPECT_EQ(roles[static_cast<std::size_t>(VertexRole::listed)], 36U);
  EXPECT_EQ(roles[static_cast<std::size_t>(VertexRole::missing)], missing.size());
}

TEST_F(SamplePaper, cites_all_others) {
  const Vertex itself = graph_.vertex(itself_);
  EXPECT_EQ(graph_.edge_count(), graph_.vertex_count() - 1U);
  EXPECT_EQ(graph_.cited(itself).size(), graph_.edge_count());
}

TEST_F(SamplePaper, has_every_citation_on_an_edge_with_its_place) {
  std::multiset<std::pair<std::uint32_t, std::string>> expected;
  for (const Citation& citation : paper_.citations)
    for (const Target& target : citation.targets)
      expected.emplace(paper_.document.map.to_source(citation.span).start, target.locator);
  std::multiset<std::pair<std::uint32_t, std::string>> found;
  const Vertex itself = graph_.vertex(itself_);
  for (const Vertex cited : graph_.cited(itself)) {
    for (const Mention& mention : graph_[Edge{.from = itself, .to = cited}].mentions) {
      found.emplace(mention.source.start, mention.locator);
      const auto [line, column] = paper_.document.line_column(mention.source.start);
      EXPECT_EQ(std::pair(mention.line, mention.column), std::pair(line, column));
      EXPECT_NE(mention.sentence.find(mention.text), std::string::npos) << mention.text;
    }
  }
  EXPECT_EQ(found, expected);
}

}  // namespace
}  // namespace citegraph
