// A citation key for every work of a graph.
#pragma once

#include <vector>

#include "citegraph/work.hpp"

namespace citegraph::graph {

// Gives a key to the works without one and makes all keys differ.
void complete_keys(std::vector<Work>& works);

}  // namespace citegraph::graph
