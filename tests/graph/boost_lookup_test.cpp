// Calls as people write them: unqualified, with both namespaces open. A template or a better match of ours under a name
// of Boost.Graph's would make them ambiguous, or quietly win.
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/isomorphism.hpp>
#include <boost/graph/iteration_macros.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>
#include <gtest/gtest.h>
#include <vector>

#include "citegraph/adjacency_list.hpp"
#include "citegraph/boost.hpp"

#include "graph/small_graph.hpp"

namespace {

using namespace boost;
using namespace citegraph;
using citegraph::test::by_vertex;

TEST(BoostLookup, unqualified_with_both_namespaces_open) {
  const citegraph::Graph g = test::small_acyclic_graph();
  std::vector<int> distance(8, -1);
  std::vector<Vertex> order;
  std::vector<int> component(8);
  std::vector<double> rank(8);
  breadth_first_search(g, vertex(7, g),
                       visitor(make_bfs_visitor(record_distances(by_vertex(distance), on_tree_edge()))));
  topological_sort(g, std::back_inserter(order));
  EXPECT_EQ(order.size(), num_vertices(g));
  EXPECT_EQ(strong_components(g, by_vertex(component)), 8);
  boost::graph::page_rank(g, by_vertex(rank));
  EXPECT_EQ(degree(*vertices(g).first, g), in_degree(0, g) + out_degree(0, g));
  EXPECT_EQ(get(vertex_index, g, source(*edges(g).first, g)), 2U);
  EXPECT_EQ(target(*out_edges(2, g).first, g), 0U);
}

TEST(BoostLookup, adaptors_of_boost_keep_their_own_functions) {
  const citegraph::Graph g = test::small_acyclic_graph();
  const reverse_graph<citegraph::Graph> r(g);
  EXPECT_EQ(source(*out_edges(0, r).first, r), 0U);
  EXPECT_EQ(target(*out_edges(0, r).first, r), 2U);
  EXPECT_EQ(out_degree(2, r), 2U);
  const filtered_graph<citegraph::Graph, keep_all> f(g, {});
  EXPECT_EQ(target(*out_edges(2, f).first, f), 0U);
  EXPECT_EQ(get(vertex_index, f, Vertex{3}), 3U);
  std::vector<Vertex> order;
  topological_sort(f, std::back_inserter(order));
  EXPECT_EQ(order.size(), 8U);
}

// Works and citations inside a graph of Boost's make our namespace an associated one there as well.
TEST(BoostLookup, graphs_of_boost_with_our_works_keep_their_own_functions) {
  AdjacencyList list = to_adjacency_list(test::small_acyclic_graph());
  std::vector<int> component(8);
  EXPECT_EQ(strong_components(list, make_iterator_property_map(component.begin(), get(vertex_index, list))), 8);
  const auto e = edge(5, 3, list).first;
  EXPECT_EQ(source(e, list), 5U);
  EXPECT_EQ(degree(5, list), 3U);
  EXPECT_EQ(get(vertex_index, list, 3), 3U);
  EXPECT_TRUE(get(&Cites::listed, list, e));
  put(&Work::key, list, 3, std::string("changed"));
  EXPECT_EQ(get(&Work::key, list, 3), "changed");
}

TEST(BoostLookup, a_graph_is_isomorphic_to_its_copy) {
  const citegraph::Graph g = test::small_graph();
  EXPECT_TRUE(boost::isomorphism(g, to_adjacency_list(g)));
  EXPECT_FALSE(boost::isomorphism(g, to_adjacency_list(test::small_acyclic_graph())));
}

TEST(BoostLookup, iteration_macros) {
  const citegraph::Graph g = test::small_graph();
  std::size_t ends = 0;
  BGL_FORALL_VERTICES(v, g, citegraph::Graph) {
    BGL_FORALL_OUTEDGES(v, e, g, citegraph::Graph) ends += target(e, g);
    BGL_FORALL_INEDGES(v, e, g, citegraph::Graph) ends += source(e, g);
    BGL_FORALL_ADJ(v, w, g, citegraph::Graph) ends += w;
  }
  BGL_FORALL_EDGES(e, g, citegraph::Graph) ends += source(e, g);
  EXPECT_EQ(ends, 2U * (0 + 1 + 2 + 2 + 3 + 4 + 7 + 5 + 6) + 2U * (2 + 3 + 3 + 4 + 5 + 5 + 6 + 7 + 7));
}

}  // namespace
