// A graph shaped like the citations of a field, the same for the same arguments on every machine.
//
// Works appear one after the other; each cites only works before it, so vertices are numbered by time. A work has a
// number of references that is uniform from 1 to 2 * mean - 1, as long as there are so many works before it. Each
// reference is one of
//   - half: a recent work, the age falling off exponentially with a mean of an eighth of what is there;
//   - half: what a random earlier reference names, so that what is cited much is cited more (Price 1976,
//     doi:10.1002/asi.4630270505).
// One cited twice by one work counts once, which leaves 9 to 10 references a work for a mean of 10.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "citegraph/graph.hpp"

namespace citegraph::bench {

// SplitMix64 (Steele, Lea and Flood 2014).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  // For bounds up to 2^32.
  std::uint64_t below(std::uint64_t bound) { return ((next() >> 32) * bound) >> 32; }
  double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }

 private:
  std::uint64_t state_;
};

// Edges by citing work, the cited ones in no order; no pair twice.
inline std::vector<Edge> citation_edges(Vertex works, std::uint32_t mean_references = 10, std::uint64_t seed = 1) {
  Random random(seed);
  std::vector<Edge> edges;
  edges.reserve(std::size_t{works} * mean_references);
  std::vector<Vertex> cited;
  for (Vertex v = 1; v < works; ++v) {
    const auto wanted = std::min<std::uint64_t>(1 + random.below(2 * std::uint64_t{mean_references} - 1), v);
    cited.clear();
    for (std::uint64_t i = 0; i < wanted; ++i) {
      if (!edges.empty() && random.below(2) == 0) {
        cited.push_back(edges[random.below(edges.size())].to);
      } else {
        const double age = -std::log(1 - random.unit()) * v / 8;
        cited.push_back(v - 1 - std::min(static_cast<Vertex>(age), v - 1));
      }
    }
    std::sort(cited.begin(), cited.end());
    cited.erase(std::unique(cited.begin(), cited.end()), cited.end());
    for (std::size_t i = cited.size(); i > 1; --i) std::swap(cited[i - 1], cited[random.below(i)]);
    for (const Vertex to : cited) edges.push_back({.from = v, .to = to});
  }
  return edges;
}

}  // namespace citegraph::bench
