#include <cmath>
#include <cstddef>
#include <numeric>
#include <span>

#include "citegraph/ranking.hpp"

#include "graph/analysis/chunks.hpp"
#include "graph/large_vector.hpp"

namespace citegraph::analysis {

namespace {

// Four sums at a time: additions wait for the one before, not for each other.
double gather(std::span<const Vertex> from, const double* share) {
  double sum[4] = {0, 0, 0, 0};
  std::size_t i = 0;
  for (; i + 4 <= from.size(); i += 4)
    for (std::size_t k = 0; k < 4; ++k) sum[k] += share[from[i + k]];
  for (; i < from.size(); ++i) sum[0] += share[from[i]];
  return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

// What is summed over a chunk in one step.
struct Sums {
  double change = 0;  // of the scores
  double lost = 0;    // the scores of works that cite nothing
};

}  // namespace

// Pulled: each work gathers from those that cite it, so that threads never write to the same place. One pass a step: a
// work is ranked, and what it will give to each that it cites is ready for the next step.
std::vector<double> page_rank(const GraphStructure& structure, const RankOptions& options) {
  const std::size_t n = structure.in_offsets.size() - 1;
  if (n == 0) return {};
  const std::vector<Chunk> chunks = chunks_of(structure.in_offsets);
  const unsigned threads = threads_for(options.threads);
  const double equal = 1.0 / static_cast<double>(n);
  std::vector<double> rank(n, equal);
  graph::LargeVector<double> per_reference(n);  // 1 / number of works cited; 0 where there are none
  graph::LargeVector<double> share(n);          // what a work gives to each that it cites
  graph::LargeVector<double> next_share(n);
  std::vector<Sums> sums(chunks.size());
  const auto total = [&](double Sums::*of) {
    return std::accumulate(sums.begin(), sums.end(), 0.0, [&](double sum, const Sums& s) { return sum + s.*of; });
  };

  for_each_chunk(chunks.size(), threads, [&](std::size_t c) {
    for (std::uint32_t v = chunks[c].begin; v < chunks[c].end; ++v) {
      const std::uint64_t cited = structure.out_offsets[v + 1] - structure.out_offsets[v];
      if (cited == 0) sums[c].lost += equal;
      per_reference[v] = cited == 0 ? 0 : 1.0 / static_cast<double>(cited);
      share[v] = equal * per_reference[v];
    }
  });
  for (std::uint32_t step = 0; step < options.most_steps; ++step) {
    const double everywhere = (1 - options.damping + options.damping * total(&Sums::lost)) / static_cast<double>(n);
    for_each_chunk(chunks.size(), threads, [&](std::size_t c) {
      Sums sum;
      for (std::uint32_t v = chunks[c].begin; v < chunks[c].end; ++v) {
        const std::uint64_t begin = structure.in_offsets[v];
        const double gathered =
            gather(structure.sources.subspan(begin, structure.in_offsets[v + 1] - begin), share.data());
        const double next = everywhere + options.damping * gathered;
        sum.change += std::abs(next - rank[v]);
        if (per_reference[v] == 0) sum.lost += next;
        rank[v] = next;
        next_share[v] = next * per_reference[v];
      }
      sums[c] = sum;
    });
    share.swap(next_share);
    if (total(&Sums::change) < options.tolerance) break;
  }
  return rank;
}

}  // namespace citegraph::analysis
