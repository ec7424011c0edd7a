/// \file
/// Who cites whom and nothing else: for lists of pairs that come from elsewhere.
///
///     const std::vector<Edge> edges = {{2, 0}, {2, 1}, {1, 0}, {2, 0}};
///     const BareGraph bare(3, edges);
///     const std::vector<double> rank = analysis::page_rank(bare.structure());
///     std::cout << bare.structure().targets.size() << " citations\n";  // 3: each pair counts once
///
/// Every analysis and every way through a graph takes its structure. Works that are numbered by time are the quickest
/// to walk: their neighbours lie close together.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "citegraph/api.hpp"
#include "citegraph/graph.hpp"

namespace citegraph {

namespace graph {
struct TwoWayRows;  // private: the arrays
}  // namespace graph

/// The arrays of a graph without works: 8 bytes a citation and 16 a work.
class CITEGRAPH_API BareGraph {
 public:
  /// The graph without works.
  BareGraph();
  /// Takes the edges in any order, by citing work the fastest. Each pair counts once; a work may cite itself. Linear.
  /// \throws std::out_of_range for an edge to or from a work that is not below `vertex_count`.
  BareGraph(Vertex vertex_count, std::span<const Edge> edges);

  /// The arrays, for analyses and traversal. They live as long as this or a copy of it.
  [[nodiscard]] const GraphStructure& structure() const& noexcept { return structure_; }
  const GraphStructure& structure() const&& = delete;

 private:
  std::shared_ptr<const graph::TwoWayRows> rows_;
  GraphStructure structure_;  // views into rows_
};

}  // namespace citegraph
