// Lists of pairs as graphs, and what such lists may hold: works that cite themselves, circles, pairs said twice, works
// that cite or are cited beyond measure, works that are not there.
#include "citegraph/bare_graph.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <stdexcept>
#include <vector>

#include "citegraph/co_citation.hpp"
#include "citegraph/communities.hpp"
#include "citegraph/main_path.hpp"
#include "citegraph/ranking.hpp"
#include "citegraph/traversal.hpp"

#include "graph/random_structure.hpp"

namespace citegraph {
namespace {

std::vector<Edge> edges_of(const GraphStructure& s) {
  std::vector<Edge> edges;
  for (Vertex v = 0; v + 1 < s.out_offsets.size(); ++v)
    for (std::uint64_t i = s.out_offsets[v]; i < s.out_offsets[v + 1]; ++i)
      edges.push_back({.from = v, .to = s.targets[i]});
  return edges;
}

std::vector<Edge> edges_backwards(const GraphStructure& s) {
  std::vector<Edge> edges;
  for (Vertex v = 0; v + 1 < s.in_offsets.size(); ++v)
    for (std::uint64_t i = s.in_offsets[v]; i < s.in_offsets[v + 1]; ++i)
      edges.push_back({.from = s.sources[i], .to = v});
  std::sort(edges.begin(), edges.end());
  return edges;
}

TEST(BareGraph, holds_each_pair_once_in_any_order) {
  for (unsigned seed = 0; seed < 300; ++seed) {
    const test::Structure expected = test::random_structure(seed, test::Shape::any);
    std::vector<Edge> given = expected.edges;
    given.insert(given.end(), expected.edges.begin(), expected.edges.end());
    std::shuffle(given.begin(), given.end(), std::mt19937(seed));
    for (const bool by_citing : {false, true}) {
      if (by_citing)
        std::stable_sort(given.begin(), given.end(), [](const Edge& a, const Edge& b) { return a.from < b.from; });
      const BareGraph graph(expected.vertices, given);
      EXPECT_EQ(edges_of(graph.structure()), expected.edges) << seed;
      EXPECT_EQ(edges_backwards(graph.structure()), expected.edges) << seed;
    }
  }
}

// More citations than are sorted at once, one work cited by all; the last rows stay empty.
TEST(BareGraph, holds_each_pair_once_when_there_are_millions) {
  constexpr Vertex works = 70001;
  constexpr Vertex cited_most = 40000;
  std::mt19937 random(1);
  std::vector<Edge> given;
  for (Vertex v = 0; v + 9 < works; ++v) {
    given.push_back({.from = v, .to = cited_most});
    for (int i = 0; i < 64; ++i) given.push_back({.from = v, .to = static_cast<Vertex>(random() % (works - 9))});
  }
  std::vector<Edge> expected = given;
  std::sort(expected.begin(), expected.end());
  expected.erase(std::unique(expected.begin(), expected.end()), expected.end());
  for (const bool shuffled : {false, true}) {
    if (shuffled) std::shuffle(given.begin(), given.end(), random);
    const BareGraph graph(works, given);
    EXPECT_TRUE(edges_of(graph.structure()) == expected);
    EXPECT_TRUE(edges_backwards(graph.structure()) == expected);
  }
}

TEST(BareGraph, copies_share_and_empty_ones_walk) {
  const BareGraph graph(2, std::vector<Edge>{{1, 0}});
  const BareGraph copy = graph;
  EXPECT_EQ(copy.structure().targets.data(), graph.structure().targets.data());
  const BareGraph empty;
  EXPECT_TRUE(analysis::page_rank(empty.structure()).empty());
  EXPECT_EQ(analysis::weak_components(empty.structure()).count, 0U);
  EXPECT_EQ(analysis::strong_components(empty.structure()).count, 0U);
  EXPECT_TRUE(analysis::hits(empty.structure()).hubs.empty());
  EXPECT_TRUE(analysis::cite_rank(empty.structure(), {}).empty());
  EXPECT_TRUE(analysis::core_numbers(empty.structure()).empty());
  EXPECT_EQ(analysis::louvain(empty.structure()).count, 0U);
  EXPECT_TRUE(analysis::disruptions(empty.structure()).empty());
  for (const auto search :
       {analysis::MainPathSearch::local, analysis::MainPathSearch::global, analysis::MainPathSearch::key_route})
    EXPECT_TRUE(analysis::main_path(empty.structure(), {.search = search}).empty());
}

TEST(BareGraph, works_that_are_not_there_are_refused) {
  for (const Edge edge : {Edge{0, 3}, Edge{3, 0}, Edge{no_vertex, no_vertex}})
    EXPECT_THROW(BareGraph(3, std::vector<Edge>{{1, 0}, edge}), std::out_of_range);
  EXPECT_THROW(BareGraph(0, std::vector<Edge>{{0, 0}}), std::out_of_range);
}

// A work cited by all others and one with 10,000 references, works that cite themselves, circles and citations of later
// works, in one graph: every analysis answers.
TEST(BareGraph, extremes_are_analysed) {
  constexpr Vertex works = 200000;
  constexpr Vertex references = 10000;
  std::vector<Edge> edges;
  for (Vertex v = 1; v < works; ++v) {
    edges.push_back({.from = v, .to = 0});
    if (v <= references) edges.push_back({.from = works - 1, .to = v});
    if (v % 1000 == 0) {
      edges.push_back({.from = v, .to = v});
      edges.push_back({.from = v, .to = v + 1});  // later
      edges.push_back({.from = v + 1, .to = v});  // and back
    }
  }
  const BareGraph graph(works, edges);
  const GraphStructure& s = graph.structure();
  EXPECT_EQ(s.in_offsets[1], works - 1U);
  EXPECT_EQ(analysis::citation_counts(s)[0], works - 1U);
  EXPECT_EQ(analysis::weak_components(s).count, 1U);
  EXPECT_EQ(analysis::strong_components(s).count, works - (works - 1) / 1000);
  EXPECT_EQ(analysis::co_cited(s, 0).size(), references + 1U + 2 * 189);  // and pairs beyond
  EXPECT_EQ(analysis::coupled(s, 1).size(), works - 2U);
  EXPECT_GT(analysis::page_rank(s)[0], 0.3);
  EXPECT_FALSE(analysis::main_path(s).empty());
  EXPECT_GE(analysis::core_numbers(s)[0], 2U);
  EXPECT_GE(analysis::louvain(s).count, 1U);
  EXPECT_EQ(analysis::disruption(s, 1).alone, 0U);
  EXPECT_EQ(shortest_path(s, works - 1, 0).size(), 2U);
}

}  // namespace
}  // namespace citegraph
