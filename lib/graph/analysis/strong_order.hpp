// Strongly connected components in the order in which knowledge flows.
#pragma once

#include <cstdint>
#include <vector>

#include "citegraph/graph.hpp"

namespace citegraph::analysis {

struct StrongOrder {
  std::vector<std::uint32_t> component_of;  // by vertex; what a component cites outside itself has lower numbers
  std::uint32_t count = 0;
};

StrongOrder strong_order(const GraphStructure& graph);

}  // namespace citegraph::analysis
