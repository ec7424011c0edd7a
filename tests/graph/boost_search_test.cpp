#include <boost/graph/bellman_ford_shortest_paths.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dag_shortest_paths.hpp>
#include <boost/graph/depth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/floyd_warshall_shortest.hpp>
#include <boost/graph/topological_sort.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <gtest/gtest.h>
#include <limits>
#include <vector>

#include "citegraph/boost.hpp"

#include "graph/small_graph.hpp"

namespace {

using citegraph::Edge;
using citegraph::Graph;
using citegraph::Vertex;

constexpr int far = std::numeric_limits<int>::max();

const boost::static_property_map<int> one(1);

auto years_between(const Graph& graph) {
  return boost::make_function_property_map<Edge>(
      [&graph](Edge e) { return graph[e.from].year() - graph[e.to].year(); });
}

TEST(BoostSearch, breadth_first) {
  const Graph graph = citegraph::test::small_graph();
  std::vector<int> distance(8, -1);
  distance[5] = 0;
  boost::breadth_first_search(
      graph, 5,
      boost::visitor(boost::make_bfs_visitor(boost::record_distances(distance.data(), boost::on_tree_edge()))));
  EXPECT_EQ(distance, (std::vector<int>{3, 2, 2, 1, 1, 0, -1, -1}));
}

struct CountBackEdges : boost::default_dfs_visitor {
  explicit CountBackEdges(int& n) : count(&n) {}
  void back_edge(Edge, const Graph&) const { ++*count; }
  int* count;
};

TEST(BoostSearch, depth_first) {
  int back_edges = 0;
  boost::depth_first_search(citegraph::test::small_graph(), boost::visitor(CountBackEdges(back_edges)));
  EXPECT_EQ(back_edges, 1);
  boost::depth_first_search(citegraph::test::small_acyclic_graph(), boost::visitor(CountBackEdges(back_edges)));
  EXPECT_EQ(back_edges, 1);
}

TEST(BoostSearch, dijkstra) {
  const Graph graph = citegraph::test::small_acyclic_graph();
  std::vector<int> distance(8);
  std::vector<Vertex> before(8);
  boost::dijkstra_shortest_paths(
      graph, 7, boost::weight_map(years_between(graph)).distance_map(distance.data()).predecessor_map(before.data()));
  EXPECT_EQ(distance, (std::vector<int>{7, 6, 5, 4, 3, 2, 1, 0}));
  EXPECT_EQ(before[1], 3U);
}

TEST(BoostSearch, bellman_ford_takes_negative_weights) {
  const Graph graph = citegraph::test::small_acyclic_graph();
  std::vector<int> distance(8);
  const bool no_negative_cycle = boost::bellman_ford_shortest_paths(
      graph, 8, boost::weight_map(boost::static_property_map<int>(-1)).distance_map(distance.data()).root_vertex(7));
  EXPECT_TRUE(no_negative_cycle);
  EXPECT_EQ(distance, (std::vector<int>{-4, -3, -3, -2, -2, -1, -1, 0}));
}

TEST(BoostSearch, dag_shortest_paths) {
  const Graph graph = citegraph::test::small_acyclic_graph();
  std::vector<int> distance(8);
  boost::dag_shortest_paths(graph, 5, boost::weight_map(one).distance_map(distance.data()));
  EXPECT_EQ(distance, (std::vector<int>{3, 2, 2, 1, 1, 0, far, far}));
}

TEST(BoostSearch, topological_sort) {
  std::vector<Vertex> order;
  const Graph acyclic = citegraph::test::small_acyclic_graph();
  boost::topological_sort(acyclic, std::back_inserter(order));
  EXPECT_EQ(order, (std::vector<Vertex>{0, 1, 2, 3, 4, 5, 6, 7}));
  const Graph cyclic = citegraph::test::small_graph();
  EXPECT_THROW(boost::topological_sort(cyclic, std::back_inserter(order)), boost::not_a_dag);
}

TEST(BoostSearch, floyd_warshall) {
  const Graph graph = citegraph::test::small_graph();
  std::vector<std::vector<int>> distance(8, std::vector<int>(8));
  boost::floyd_warshall_all_pairs_shortest_paths(graph, distance, boost::weight_map(years_between(graph)));
  EXPECT_EQ(distance[7][0], 7);
  EXPECT_EQ(distance[6][5], 1);  // 6 cites 7, a year younger
  EXPECT_EQ(distance[0][7], far);
}

}  // namespace
