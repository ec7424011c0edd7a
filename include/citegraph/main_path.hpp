/// \file
/// Main paths: the line along which a field grew, from works that cite nothing here to works nobody cites yet.
///
///     GraphBuilder builder;
///     builder.add(read_paper("paper.md"));
///     const Graph graph = std::move(builder).build();
///     for (const Edge edge : analysis::main_path(graph.structure()))
///       std::cout << graph[edge.to].key << " <- " << graph[edge.from].key << '\n';
///
/// Knowledge flows from the cited to the citing work, against the direction of the edges. Works that cite each other in
/// a circle are taken as one; the edges inside a circle have weight 0 and lie on no path.
#pragma once

#include <cstdint>
#include <vector>

#include "citegraph/api.hpp"
#include "citegraph/graph.hpp"

namespace citegraph::analysis {

/// What an edge is weighted by (Hummon and Doreian 1989, doi:10.1016/0378-8733(89)90017-8; Batagelj 2003,
/// arXiv:cs/0309023).
enum class TraversalWeight : std::uint8_t {
  spc,   ///< Search path count: paths from any source to any sink that use it.
  splc,  ///< Search path link count: paths from any work before it to any sink.
  spnp,  ///< Search path node pair: paths from any work before it to any work after it.
};

/// Of each edge, by its number, its weight. Doubles: weights pass 10^40 on real graphs.
[[nodiscard]] CITEGRAPH_API std::vector<double> traversal_weights(const GraphStructure& graph,
                                                                  TraversalWeight weight = TraversalWeight::spc);

/// How a path is searched.
enum class MainPathSearch : std::uint8_t {
  local,      ///< From the heaviest first edge, always on along the heaviest next; all of those that tie.
  global,     ///< The path whose weights sum highest.
  key_route,  ///< Through the heaviest edges, local in both directions (Liu and Lu 2012, doi:10.1002/asi.21692).
};

/// How main paths are found.
struct MainPathOptions {
  TraversalWeight weight = TraversalWeight::spc;   ///< What edges are weighted by.
  MainPathSearch search = MainPathSearch::global;  ///< How they are chosen.
  std::uint32_t key_routes = 1;                    ///< Of `key_route`: through how many of the heaviest edges.
};

/// The edges of the main path, ascending. Empty for a graph without edges.
[[nodiscard]] CITEGRAPH_API std::vector<Edge> main_path(const GraphStructure& graph,
                                                        const MainPathOptions& options = {});

}  // namespace citegraph::analysis
