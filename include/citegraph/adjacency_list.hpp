/// \file
/// A graph as Boost's own structure, to be changed:
///
///     #include <citegraph/adjacency_list.hpp>
///
///     GraphBuilder builder;
///     builder.add(read_paper("paper.md"));
///     AdjacencyList list = to_adjacency_list(std::move(builder).build());
///     remove_edge(*edges(list).first, list);
///     list[0].key = "ash1990nile";
///
/// It takes ten times the memory of a `Graph`, and moving it copies every work (Boost 1.74). Not part of boost.hpp
/// because it doubles the time that takes to compile.
#pragma once

#include <boost/graph/adjacency_list.hpp>

#include "citegraph/boost.hpp"

namespace citegraph {

/// Works and citations in vectors, edges in both directions.
using AdjacencyList = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, Work, Cites>;

/// The same vertex numbers, works and citations.
inline AdjacencyList to_adjacency_list(const Graph& graph) {
  AdjacencyList copy(graph.vertex_count());
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    copy[v] = graph[v];
    for (const Vertex cited : graph.cited(v)) add_edge(v, cited, graph[Edge{.from = v, .to = cited}], copy);
  }
  return copy;
}

}  // namespace citegraph
