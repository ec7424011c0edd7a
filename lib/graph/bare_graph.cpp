#include "citegraph/bare_graph.hpp"

#include <memory>

#include "graph/compact_rows.hpp"

namespace citegraph {

BareGraph::BareGraph() : BareGraph(0, {}) {}

BareGraph::BareGraph(Vertex vertex_count, std::span<const Edge> edges)
    : rows_(std::make_shared<graph::TwoWayRows>(graph::two_way_rows(vertex_count, edges))),
      structure_{.out_offsets = rows_->cited.offsets,
                 .targets = rows_->cited.neighbours,
                 .in_offsets = rows_->citing.offsets,
                 .sources = rows_->citing.neighbours} {}

}  // namespace citegraph
