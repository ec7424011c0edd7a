#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/copy.hpp>
#include <boost/graph/dominator_tree.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/transitive_closure.hpp>
#include <functional>
#include <gtest/gtest.h>
#include <vector>

#include "citegraph/adjacency_list.hpp"
#include "citegraph/boost.hpp"

#include "graph/small_graph.hpp"

namespace {

using citegraph::Edge;
using citegraph::Graph;
using citegraph::Vertex;
using citegraph::test::by_vertex;

TEST(BoostStructure, strong_components) {
  const Graph graph = citegraph::test::small_graph();
  std::vector<int> component(8);
  EXPECT_EQ(boost::strong_components(graph, by_vertex(component)), 7);
  EXPECT_EQ(component[6], component[7]);
  EXPECT_NE(component[5], component[7]);
}

TEST(BoostStructure, transitive_closure) {
  const Graph graph = citegraph::test::small_acyclic_graph();
  boost::adjacency_list<> closure;
  boost::transitive_closure(graph, closure);
  EXPECT_EQ(num_edges(closure), 1U + 3U + 2U + 5U + 7U);
  EXPECT_TRUE(edge(7, 0, closure).second);
  EXPECT_FALSE(edge(4, 1, closure).second);
}

TEST(BoostStructure, reverse_graph_finds_what_builds_on_a_work) {
  const Graph graph = citegraph::test::small_graph();
  const boost::reverse_graph<Graph> reversed(graph);
  std::vector<int> distance(8, -1);
  distance[1] = 0;
  boost::breadth_first_search(
      reversed, 1,
      boost::visitor(boost::make_bfs_visitor(boost::record_distances(by_vertex(distance), boost::on_tree_edge()))));
  EXPECT_EQ(distance, (std::vector<int>{-1, 0, -1, 1, -1, 2, 4, 3}));
  EXPECT_EQ(reversed[Vertex{1}].key, "w1");
  EXPECT_EQ(in_degree(2, reversed), 1U);
}

TEST(BoostStructure, filtered_graph_by_year) {
  const Graph graph = citegraph::test::small_graph();
  const std::function<bool(Vertex)> since_1993 = [&](Vertex v) { return graph[v].year() >= 1993; };
  const boost::filtered_graph<Graph, boost::keep_all, std::function<bool(Vertex)>> recent(graph, {}, since_1993);
  std::size_t vertex_count = 0;
  for (auto [v, end] = vertices(recent); v != end; ++v) ++vertex_count;
  EXPECT_EQ(vertex_count, 5U);
  EXPECT_EQ(out_degree(3, recent), 0U);
  EXPECT_EQ(out_degree(5, recent), 2U);
  EXPECT_EQ(in_degree(5, recent), 1U);
  EXPECT_EQ(recent[Vertex{4}].key, "w4");
}

TEST(BoostStructure, copy_graph_takes_works_and_citations_along) {
  const Graph graph = citegraph::test::small_graph();
  citegraph::AdjacencyList copy;
  boost::copy_graph(graph, copy);
  ASSERT_EQ(num_vertices(copy), 8U);
  EXPECT_EQ(num_edges(copy), 9U);
  EXPECT_EQ(copy[5], graph[5]);
  EXPECT_TRUE(copy[edge(5, 3, copy).first].listed);
}

TEST(BoostStructure, dominator_tree_tells_what_every_path_passes) {
  const Graph graph = citegraph::test::small_graph();
  std::vector<Vertex> dominator(8, boost::graph_traits<Graph>::null_vertex());
  boost::lengauer_tarjan_dominator_tree(graph, 7, by_vertex(dominator));
  EXPECT_EQ(dominator[0], 2U);
  EXPECT_EQ(dominator[1], 3U);
  EXPECT_EQ(dominator[2], 5U);
  EXPECT_EQ(dominator[5], 7U);
}

}  // namespace
