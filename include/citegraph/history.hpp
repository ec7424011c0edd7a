/// \file
/// The history of a field: its most cited works on a time axis, and the years its roots lie in.
///
///     GraphBuilder builder;
///     builder.add(read_paper("paper.md"));
///     const Graph graph = std::move(builder).build();
///     for (const analysis::CitedYear& year : analysis::cited_years(graph.structure(), analysis::years(graph)))
///       if (year.deviation > 2) std::cout << year.year << " stands out\n";
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "citegraph/api.hpp"
#include "citegraph/graph.hpp"

namespace citegraph::analysis {

/// The most cited works and the citations among them.
struct Historiograph {
  std::vector<Vertex> works;             ///< By year, then by vertex; those without a year last.
  std::vector<std::uint32_t> citations;  ///< Of each, how many works of the whole graph cite it (LCS).
  std::vector<Edge> edges;               ///< Between them, ascending.
};

/// The `most` most cited works (Garfield, Sher and Torpie 1964; Garfield 2004, doi:10.1177/0165551504042802). Of those
/// cited equally often the older ones come first.
[[nodiscard]] CITEGRAPH_API Historiograph historiograph(const GraphStructure& graph,
                                                        std::span<const std::int16_t> years, std::uint32_t most = 30);

/// How often works of one year are cited.
struct CitedYear {
  int year = 0;                 ///< The year of issue of the cited works.
  std::uint32_t citations = 0;  ///< Citations of them.
  double deviation = 0.0;       ///< From the median of the five years around it.
  friend bool operator==(const CitedYear&, const CitedYear&) = default;
};

/// Reference publication year spectroscopy (Marx, Bornmann, Barth and Leydesdorff 2014, doi:10.1002/asi.23089): every
/// year from the first to the last that a cited work has.
[[nodiscard]] CITEGRAPH_API std::vector<CitedYear> cited_years(const GraphStructure& graph,
                                                               std::span<const std::int16_t> years);

}  // namespace citegraph::analysis
