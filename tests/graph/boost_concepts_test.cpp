#include <boost/graph/adjacency_matrix.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/range/iterator_range.hpp>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "citegraph/adjacency_list.hpp"
#include "citegraph/boost.hpp"

#include "graph/small_graph.hpp"

namespace {

using citegraph::Edge;
using citegraph::Graph;
using citegraph::Vertex;

BOOST_CONCEPT_ASSERT((boost::concepts::GraphConcept<Graph>));
BOOST_CONCEPT_ASSERT((boost::concepts::VertexListGraphConcept<Graph>));
BOOST_CONCEPT_ASSERT((boost::concepts::EdgeListGraphConcept<Graph>));
BOOST_CONCEPT_ASSERT((boost::concepts::IncidenceGraphConcept<Graph>));
BOOST_CONCEPT_ASSERT((boost::concepts::AdjacencyGraphConcept<Graph>));
BOOST_CONCEPT_ASSERT((boost::concepts::BidirectionalGraphConcept<Graph>));
BOOST_CONCEPT_ASSERT((boost::concepts::AdjacencyMatrixConcept<Graph>));
BOOST_CONCEPT_ASSERT((boost::concepts::ReadablePropertyGraphConcept<Graph, Vertex, boost::vertex_index_t>));
BOOST_CONCEPT_ASSERT((boost::concepts::ReadablePropertyGraphConcept<Graph, Edge, boost::edge_index_t>));
BOOST_CONCEPT_ASSERT((boost::concepts::ReadablePropertyGraphConcept<Graph, Vertex, boost::vertex_all_t>));
BOOST_CONCEPT_ASSERT((boost::concepts::ReadablePropertyGraphConcept<Graph, Edge, boost::edge_all_t>));

TEST(BoostModel, lists_vertices_and_edges) {
  const Graph graph = citegraph::test::small_graph();
  EXPECT_EQ(num_vertices(graph), 8U);
  EXPECT_EQ(num_edges(graph), 9U);
  std::string listed;
  for (const Vertex v : boost::make_iterator_range(vertices(graph))) listed += graph[v].key + ' ';
  EXPECT_EQ(listed, "w0 w1 w2 w3 w4 w5 w6 w7 ");
  std::vector<Edge> all;
  for (const Edge e : boost::make_iterator_range(edges(graph))) all.push_back(e);
  EXPECT_EQ(all, (std::vector<Edge>{{2, 0}, {3, 1}, {3, 2}, {4, 2}, {5, 3}, {5, 4}, {6, 7}, {7, 5}, {7, 6}}));
  for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ(get(boost::edge_index, graph, all[i]), i);
}

TEST(BoostModel, walks_from_a_vertex_both_ways) {
  const Graph graph = citegraph::test::small_graph();
  std::string walked;
  for (const Edge e : boost::make_iterator_range(out_edges(3, graph)))
    walked += std::to_string(source(e, graph)) + '>' + std::to_string(target(e, graph)) + ' ';
  for (const Edge e : boost::make_iterator_range(in_edges(2, graph)))
    walked += std::to_string(source(e, graph)) + '>' + std::to_string(target(e, graph)) + ' ';
  for (const Vertex v : boost::make_iterator_range(adjacent_vertices(5, graph))) walked += std::to_string(v) + ' ';
  for (const Vertex v : boost::make_iterator_range(inv_adjacent_vertices(5, graph))) walked += std::to_string(v) + ' ';
  EXPECT_EQ(walked, "3>1 3>2 3>2 4>2 3 4 7 ");
  EXPECT_EQ(out_degree(5, graph), 2U);
  EXPECT_EQ(in_degree(5, graph), 1U);
  EXPECT_EQ(degree(5, graph), 3U);
}

TEST(BoostModel, finds_edges) {
  const Graph graph = citegraph::test::small_graph();
  EXPECT_TRUE(edge(5, 3, graph).second);
  EXPECT_EQ(edge(5, 3, graph).first, (Edge{5, 3}));
  EXPECT_FALSE(edge(3, 5, graph).second);
  EXPECT_FALSE(edge(0, 7, graph).second);
}

TEST(BoostModel, gives_works_and_citations_as_property_maps) {
  const Graph graph = citegraph::test::small_graph();
  EXPECT_EQ(get(get(boost::vertex_all, graph), Vertex{3}).key, "w3");
  EXPECT_EQ(&get(boost::vertex_all, graph, Vertex{3}), &graph[3]);
  EXPECT_TRUE(get(get(boost::edge_all, graph), Edge{5, 3}).listed);
  EXPECT_EQ(get(get(boost::vertex_index, graph), Vertex{3}), 3U);
}

TEST(BoostModel, holds_for_the_empty_graph) {
  const Graph graph;
  EXPECT_EQ(vertices(graph).first, vertices(graph).second);
  EXPECT_EQ(edges(graph).first, edges(graph).second);
}

TEST(BoostModel, survives_moving_and_leaves_an_empty_graph_behind) {
  Graph graph = citegraph::test::small_graph();
  Graph moved = std::move(graph);
  EXPECT_EQ(num_edges(moved), 9U);
  EXPECT_EQ(num_vertices(graph), 0U);  // NOLINT(bugprone-use-after-move): what is tested
  const Graph copy = moved;
  moved = Graph();
  EXPECT_EQ(copy[Vertex{7}].key, "w7");
  EXPECT_EQ(num_vertices(moved), 0U);
}

TEST(BoostModel, becomes_an_adjacency_list_that_can_be_changed) {
  const Graph graph = citegraph::test::small_graph();
  citegraph::AdjacencyList list = to_adjacency_list(graph);
  EXPECT_EQ(num_vertices(list), 8U);
  EXPECT_EQ(num_edges(list), 9U);
  EXPECT_EQ(list[3].key, "w3");
  EXPECT_TRUE(list[edge(5, 3, list).first].listed);
  add_edge(0, 1, list);
  EXPECT_EQ(num_edges(list), 10U);
}

}  // namespace
