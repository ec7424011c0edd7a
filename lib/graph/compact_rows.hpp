// Compressed sparse rows: the neighbours of vertex 0, then those of vertex 1, and so on, in one array.
#pragma once

#include <cstdint>
#include <span>

#include "citegraph/graph.hpp"

#include "graph/large_vector.hpp"

namespace citegraph::graph {

struct CompactRows {
  LargeVector<std::uint64_t> offsets;  // where each row begins, and last where the last one ends
  LargeVector<Vertex> neighbours;      // ascending within a row
};

// `edges` sorted and without repetition. Linear.
CompactRows rows_of_cited(std::uint64_t vertex_count, std::span<const Edge> edges);
CompactRows rows_of_citing(std::uint64_t vertex_count, std::span<const Edge> edges);

struct TwoWayRows {
  CompactRows cited;
  CompactRows citing;
};

// `edges` in any order; each pair counts once. Throws std::out_of_range for vertices that are not there.
TwoWayRows two_way_rows(std::uint64_t vertex_count, std::span<const Edge> edges);

}  // namespace citegraph::graph
