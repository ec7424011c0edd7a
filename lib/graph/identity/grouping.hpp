// From pairs that are one work to groups that are.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "citegraph/identity.hpp"

#include "graph/identity/profile.hpp"

namespace citegraph::graph {

// Positions in `profiles`, whose order must be one of content: the groups depend on it, not on chance.
// `known` are pairs that are one work whatever the profiles say.
struct Known {
  std::uint32_t first;
  std::uint32_t second;
  MergeReason reason;
};

Identities group(std::span<const Profile> profiles, std::span<const Known> known);

}  // namespace citegraph::graph
