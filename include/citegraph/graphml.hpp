/// \file
/// A graph as GraphML, which NetworkX, igraph, Gephi, Cytoscape and yEd open.
///
///     GraphBuilder builder;
///     builder.add(read_paper("paper.md"));
///     std::ofstream out("paper.graphml");
///     write_graphml(out, std::move(builder).build());
///
/// Vertices are the nodes `n0`, `n1` ..., citations the edges `e0`, `e1` ..., directed from the citing to the cited
/// work. A node says what is known of its work: `id` (the citation key), `label` ("Levine 1992"), `title`, `authors`
/// and `editors` (divided by semicolons), `year`, `type` (CSL), `doi`, `url`, `container-title`, `volume`, `issue`,
/// `page`, `publisher`, `role` (paper, listed, missing), `citations` (how many works cite it). An edge says `weight`
/// and `mentions`, how often the text mentions the work, and `listed`, whether the reference list does. What is only
/// listed has no mention and the weight 1: to programs that weigh, an edge of weight 0 is none.
///
/// Titles may hold anything; what XML cannot hold is left out. `read_records` (records.hpp) reads such files again.
#pragma once

#include <iosfwd>

#include "citegraph/api.hpp"
#include "citegraph/graph.hpp"

namespace citegraph {

/// How a graph is written as GraphML.
struct GraphmlOptions {
  bool yed_labels = false;  ///< Labels also where yEd looks for them, as boxes of its own.
};

/// Writes `graph` as GraphML. The output depends on nothing but the graph and the options.
CITEGRAPH_API void write_graphml(std::ostream& out, const Graph& graph, const GraphmlOptions& options = {});

}  // namespace citegraph
