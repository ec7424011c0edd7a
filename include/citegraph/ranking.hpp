/// \file
/// Which works matter: citation counts, h-index, PageRank, CiteRank, HITS, and the disruption index.
///
///     GraphBuilder builder;
///     builder.add(read_paper("paper.md"));
///     const Graph graph = std::move(builder).build();
///     const std::vector<double> rank = analysis::page_rank(graph.structure());
///     const auto best = std::max_element(rank.begin(), rank.end()) - rank.begin();
///     std::cout << graph[static_cast<Vertex>(best)].key << '\n';
///
/// Analyses need only the structure of a graph, so they run alike on one in memory and on one mapped from a file.
/// Results are vectors by vertex. They are the same for every number of threads.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "citegraph/api.hpp"
#include "citegraph/graph.hpp"

namespace citegraph::analysis {

/// Of each vertex, the year of issue; 0 where it is not known.
[[nodiscard]] CITEGRAPH_API std::vector<std::int16_t> years(const Graph& graph);

/// Of each vertex, how many works cite it.
[[nodiscard]] CITEGRAPH_API std::vector<std::uint32_t> citation_counts(const GraphStructure& graph);

/// The largest h such that h of the works are cited h times or more each (Hirsch 2005, doi:10.1073/pnas.0507655102).
[[nodiscard]] CITEGRAPH_API std::uint32_t h_index(std::span<const std::uint32_t> citation_counts);

/// How a score is iterated.
struct RankOptions {
  double damping = 0.85;           ///< Of PageRank: the chance to follow a reference rather than to jump anywhere.
  double tolerance = 1e-10;        ///< Stops when a step changes the scores by less than this, summed.
  std::uint32_t most_steps = 200;  ///< Stops at the latest after so many.
  unsigned threads = 1;            ///< 0: as many as the machine has.
};

/// PageRank (Brin and Page 1998, doi:10.1016/S0169-7552(98)00110-X). The scores sum to 1; works that cite nothing give
/// theirs to all alike.
[[nodiscard]] CITEGRAPH_API std::vector<double> page_rank(const GraphStructure& graph, const RankOptions& options = {});

/// How CiteRank walks.
struct CiteRankOptions {
  double follow = 0.5;             ///< The chance to follow a reference (alpha).
  double decay = 2.6;              ///< Years (tau) in which the chance to begin at a work falls to 1/e.
  int now = 0;                     ///< The year readers begin in; 0: the latest year there is.
  double tolerance = 1e-10;        ///< As in `RankOptions`.
  std::uint32_t most_steps = 200;  ///< As in `RankOptions`.
};

/// CiteRank (Walker, Xie, Yan and Maslov 2007, doi:10.1088/1742-5468/2007/06/P06010): readers begin at recent works and
/// follow references. The scores sum to 1. Works without a year are taken for the oldest.
[[nodiscard]] CITEGRAPH_API std::vector<double> cite_rank(const GraphStructure& graph,
                                                          std::span<const std::int16_t> years,
                                                          const CiteRankOptions& options = {});

/// Of each vertex, how well it is cited by good hubs, and how well it cites good authorities; each sums to 1.
struct Hits {
  std::vector<double> authorities;  ///< Cited by good hubs.
  std::vector<double> hubs;         ///< Citing good authorities.
};

/// HITS (Kleinberg 1999, doi:10.1145/324133.324140).
[[nodiscard]] CITEGRAPH_API Hits hits(const GraphStructure& graph, const RankOptions& options = {});

/// What came after a work: citing it alone, with what it cites, or only what it cites.
struct Disruption {
  std::uint32_t alone = 0;         ///< n_i: later works that cite it and nothing it cites.
  std::uint32_t together = 0;      ///< n_j: later works that cite it and something it cites.
  std::uint32_t predecessors = 0;  ///< n_k: later works that cite something it cites, and not it.
  /// The CD index, (n_i - n_j) / (n_i + n_j + n_k), from -1 (consolidating) to 1 (disrupting); 0 where nothing came
  /// after.
  [[nodiscard]] double index() const noexcept {
    const double all = double(alone) + together + predecessors;
    return all == 0 ? 0 : (double(alone) - together) / all;
  }
};

/// The disruption of one work (Funk and Owen-Smith 2017, doi:10.1287/mnsc.2015.2366; Wu, Wang and Evans 2019,
/// doi:10.1038/s41586-019-0941-9). Later are works of a later year; with `window` > 0, of at most so many years later.
/// Without `years` every citing work is later.
[[nodiscard]] CITEGRAPH_API Disruption disruption(const GraphStructure& graph, Vertex vertex,
                                                  std::span<const std::int16_t> years = {}, int window = 0);

/// The disruption of every work.
[[nodiscard]] CITEGRAPH_API std::vector<Disruption> disruptions(const GraphStructure& graph,
                                                                std::span<const std::int16_t> years = {},
                                                                int window = 0);

}  // namespace citegraph::analysis
