/// \file
/// Works that belong together: cited together (co-citation), or citing the same (bibliographic coupling).
///
///     GraphBuilder builder;
///     builder.add(read_paper("paper.md"));
///     const Graph graph = std::move(builder).build();
///     if (const auto vertex = graph.find("levine1992second"))
///       for (const analysis::Related& other : analysis::co_cited(graph.structure(), *vertex))
///         std::cout << graph[other.vertex].key << ' ' << other.count << '\n';
#pragma once

#include <cstdint>
#include <vector>

#include "citegraph/api.hpp"
#include "citegraph/graph.hpp"

namespace citegraph::analysis {

/// A work related to another one.
struct Related {
  Vertex vertex = 0;        ///< The other work.
  std::uint32_t count = 0;  ///< How many works cite both, or how many both cite.
  double cosine = 0.0;      ///< Salton's: the count over the root of the product of what each has alone; 0 to 1.
  friend bool operator==(const Related&, const Related&) = default;
};

/// Two related works, `first` < `second`.
struct RelatedPair {
  Vertex first = 0;         ///< The one of the lower number.
  Vertex second = 0;        ///< The other one.
  std::uint32_t count = 0;  ///< As in `Related`.
  double cosine = 0.0;      ///< As in `Related`.
  friend bool operator==(const RelatedPair&, const RelatedPair&) = default;
};

/// The works cited together with `vertex` (Small 1973, doi:10.1002/asi.4630240406), most often first, then by vertex.
[[nodiscard]] CITEGRAPH_API std::vector<Related> co_cited(const GraphStructure& graph, Vertex vertex);

/// The works citing what `vertex` cites (Kessler 1963, doi:10.1002/asi.5090140103), most in common first, then by
/// vertex.
[[nodiscard]] CITEGRAPH_API std::vector<Related> coupled(const GraphStructure& graph, Vertex vertex);

/// Every pair cited together at least `least` times, most often first. Works with more than `widest` references are
/// left out: a list of 10,000 alone makes 50 million pairs and says little about each.
[[nodiscard]] CITEGRAPH_API std::vector<RelatedPair> co_cited_pairs(const GraphStructure& graph,
                                                                    std::uint32_t least = 2,
                                                                    std::uint32_t widest = 1000);

/// Every pair with at least `least` cited works in common, most first. Works cited more than `widest` times are left
/// out.
[[nodiscard]] CITEGRAPH_API std::vector<RelatedPair> coupled_pairs(const GraphStructure& graph, std::uint32_t least = 2,
                                                                   std::uint32_t widest = 1000);

}  // namespace citegraph::analysis
