/// \file
/// A graph as GEXF, the format of Gephi.
///
///     GraphBuilder builder;
///     builder.add(read_paper("paper.md"));
///     std::ofstream out("paper.gexf");
///     write_gexf(out, std::move(builder).build());
///
/// Nodes and edges say the same as in GraphML: see graphml.hpp. The version is 1.2draft, which Gephi, NetworkX and
/// others read; 1.3 is for programs that ask for it.
#pragma once

#include <cstdint>
#include <iosfwd>

#include "citegraph/api.hpp"
#include "citegraph/graph.hpp"

namespace citegraph {

/// A version of GEXF.
enum class GexfVersion : std::uint8_t {
  draft_1_2,  ///< "1.2draft", which everybody reads.
  v1_3,       ///< "1.3", which NetworkX 2.8 does not read.
};

/// How a graph is written as GEXF.
struct GexfOptions {
  GexfVersion version = GexfVersion::draft_1_2;  ///< Which version.
};

/// Writes `graph` as GEXF. The output depends on nothing but the graph and the options.
CITEGRAPH_API void write_gexf(std::ostream& out, const Graph& graph, const GexfOptions& options = {});

}  // namespace citegraph
