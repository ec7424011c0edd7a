// Blocking: which works are worth comparing. Never all with all.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "graph/identity/profile.hpp"

namespace citegraph::graph {

// Pairs (i, j), i < j, of positions in `profiles`, sorted, each once. Works share a block if they have an identifier,
// the first or last letters of the title, first author and longest title word, or volume, first page and year in
// common. In a large block each is compared with its nearest neighbours only, so the number of pairs is linear.
std::vector<std::pair<std::uint32_t, std::uint32_t>> candidate_pairs(std::span<const Profile> profiles);

}  // namespace citegraph::graph
