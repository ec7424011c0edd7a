// Compressed sparse rows: the neighbours of vertex 0, then those of vertex 1, and so on, in one array.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "citegraph/graph.hpp"

namespace citegraph::graph {

struct CompactRows {
  std::vector<std::uint64_t> offsets;  // where each row begins, and last where the last one ends
  std::vector<Vertex> neighbours;      // ascending within a row
};

// `edges` sorted and without repetition. Linear.
CompactRows rows_of_cited(std::uint64_t vertex_count, std::span<const Edge> edges);
CompactRows rows_of_citing(std::uint64_t vertex_count, std::span<const Edge> edges);

}  // namespace citegraph::graph
