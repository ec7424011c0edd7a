// Two works compared: what agrees, what does not, and what follows.
#pragma once

#include <cstdint>

#include "citegraph/identity.hpp"

#include "graph/identity/profile.hpp"

namespace citegraph::graph {

enum class Verdict : std::uint8_t {
  different,  // something tells them apart
  unclear,    // nothing tells them apart, and too little agrees
  version,    // a preprint and the article it became
  likely,     // enough agrees for one work, unless another fits as well
  certain,    // an identifier, the place in a journal, or everything there is to compare agrees
};

struct Comparison {
  Verdict verdict = Verdict::unclear;
  MergeReason reason = MergeReason::none;
  Traits agree;
  Traits differ;
  bool told_apart = false;  // they cannot be one work, whatever else is joined to either
};

Comparison compare(const Profile& a, const Profile& b);

}  // namespace citegraph::graph
