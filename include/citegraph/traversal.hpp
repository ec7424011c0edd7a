/// \file
/// Ways through a graph: who cites this, what lies between two works, what is near one.
///
///     GraphBuilder builder;
///     builder.add(read_paper("paper.md"));
///     const Graph graph = std::move(builder).build();
///     const std::vector<Vertex> found = find_works(graph, "second chance china");
///     for (const Vertex v : neighbourhood(graph.structure(), found, 2)) std::cout << graph[v].key << '\n';
///
/// Sets of vertices come sorted; `Graph::subgraph` makes a graph of one.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/api.hpp"
#include "citegraph/graph.hpp"

namespace citegraph {

/// Which way citations are followed.
enum class Direction : std::uint8_t {
  cited,   ///< From a work to what it cites.
  citing,  ///< From a work to what cites it.
  both,    ///< Either way.
};

/// Any number of steps.
inline constexpr std::uint32_t any_depth = std::numeric_limits<std::uint32_t>::max();

/// Works found by what a person types: a citation key, a DOI, or words of names and title, all of which must occur.
/// Key and DOI name one; words may find many, the most cited first.
[[nodiscard]] CITEGRAPH_API std::vector<Vertex> find_works(const Graph& graph, std::string_view words);

/// What is reached from any of `from` in at most `depth` steps, themselves included.
[[nodiscard]] CITEGRAPH_API std::vector<Vertex> neighbourhood(const GraphStructure& graph, std::span<const Vertex> from,
                                                              std::uint32_t depth = any_depth,
                                                              Direction direction = Direction::both);

/// A shortest chain of citations: `from` first, `to` last. Of several of one length, the one with the lowest vertices.
/// Empty where there is none.
[[nodiscard]] CITEGRAPH_API std::vector<Vertex> shortest_path(const GraphStructure& graph, Vertex from, Vertex to,
                                                              Direction direction = Direction::cited);

/// Every work on any chain of citations from `citing` to `cited`, both included; empty where there is no chain.
[[nodiscard]] CITEGRAPH_API std::vector<Vertex> between(const GraphStructure& graph, Vertex citing, Vertex cited);

/// What both cite, directly or through others. Neither is its own ancestor, unless it lies on a circle.
[[nodiscard]] CITEGRAPH_API std::vector<Vertex> common_ancestors(const GraphStructure& graph, Vertex a, Vertex b);

/// What a subgraph keeps.
struct WorkFilter {
  int since = std::numeric_limits<int>::min();  ///< The first year kept.
  int until = std::numeric_limits<int>::max();  ///< The last year kept. Works without a year are kept only where
                                                ///< neither end is set.
  std::vector<WorkType> types = {};             ///< Empty: all.
  std::string venue = {};                       ///< Words of the journal or book; empty: any.
  std::uint32_t least_citations = 0;            ///< Cited so often in the whole graph.
  bool missing = true;                          ///< Works that no list names too.
  [[nodiscard]] CITEGRAPH_API bool keeps(const Graph& graph, Vertex vertex) const;  ///< True if `vertex` is kept.
};

/// The works that `filter` keeps.
[[nodiscard]] CITEGRAPH_API std::vector<Vertex> select(const Graph& graph, const WorkFilter& filter);

}  // namespace citegraph
