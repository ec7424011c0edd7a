// From pairs that are one work to groups that are.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "citegraph/identity.hpp"

#include "graph/identity/profile.hpp"

namespace citegraph::graph {

struct Known {
  std::uint32_t first;
  std::uint32_t second;
  MergeReason reason;
};

// What holds whatever the profiles say, as positions among them.
struct Constraints {
  std::vector<Known> same;                                     // in the order in which they are joined
  std::vector<std::pair<std::uint32_t, std::uint32_t>> apart;  // holds also against `same`
};

// The order of `profiles` must be one of content: the groups depend on it, not on chance.
Identities group(std::span<const Profile> profiles, const Constraints& constraints);

}  // namespace citegraph::graph
