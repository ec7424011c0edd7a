// Parts numbered as communities.hpp promises.
#pragma once

#include <cstdint>
#include <vector>

#include "citegraph/communities.hpp"

namespace citegraph::analysis {

// `labels` by vertex, each below their number.
Partition numbered_by_size(std::vector<std::uint32_t> labels);

}  // namespace citegraph::analysis
