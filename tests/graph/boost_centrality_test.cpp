#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/closeness_centrality.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/exterior_property.hpp>
#include <boost/graph/floyd_warshall_shortest.hpp>
#include <boost/graph/page_rank.hpp>
#include <gtest/gtest.h>
#include <vector>

#include "citegraph/adjacency_list.hpp"
#include "citegraph/boost.hpp"

#include "graph/small_graph.hpp"

namespace {

using citegraph::Graph;
using citegraph::Vertex;
using citegraph::test::by_vertex;

TEST(BoostCentrality, page_rank_is_that_of_the_adjacency_list) {
  const Graph graph = citegraph::test::small_graph();
  std::vector<double> rank(8);
  std::vector<double> expected(8);
  boost::graph::page_rank(graph, by_vertex(rank), boost::graph::n_iterations(20));
  const citegraph::AdjacencyList list = to_adjacency_list(graph);
  boost::graph::page_rank(list, boost::make_iterator_property_map(expected.begin(), get(boost::vertex_index, list)),
                          boost::graph::n_iterations(20));
  for (Vertex v = 0; v < 8; ++v) EXPECT_NEAR(rank[v], expected[v], 1e-12) << v;
  EXPECT_GT(rank[2], rank[4]);
}

TEST(BoostCentrality, betweenness) {
  const Graph graph = citegraph::test::small_acyclic_graph();
  std::vector<double> centrality(8);
  boost::brandes_betweenness_centrality(graph, by_vertex(centrality));
  EXPECT_EQ(centrality, (std::vector<double>{0, 0, 4, 4, 2, 5, 0, 0}));
}

TEST(BoostCentrality, closeness) {
  const Graph circle = citegraph::test::graph_of_edges(3, {{0, 1}, {1, 2}, {2, 0}});
  using Distances = boost::exterior_vertex_property<Graph, int>;
  Distances::matrix_type distance(num_vertices(circle));
  Distances::matrix_map_type distance_map(distance, circle);
  boost::floyd_warshall_all_pairs_shortest_paths(circle, distance_map,
                                                 boost::weight_map(boost::static_property_map<int>(1)));
  std::vector<double> closeness(3);
  boost::all_closeness_centralities(circle, distance_map, by_vertex(closeness));
  for (const double c : closeness) EXPECT_NEAR(c, 1.0 / 3, 1e-12);
}

// Of a directed graph Boost computes the in-cores: every work of the k-core is cited by k works of it.
TEST(BoostCentrality, core_numbers) {
  const Graph graph =
      citegraph::test::graph_of_edges(5, {{1, 0}, {2, 0}, {2, 1}, {1, 2}, {0, 1}, {0, 2}, {3, 0}, {3, 4}});
  std::vector<int> core(5);
  boost::core_numbers(graph, by_vertex(core));
  EXPECT_EQ(core, (std::vector<int>{2, 2, 2, 0, 0}));
}

}  // namespace
