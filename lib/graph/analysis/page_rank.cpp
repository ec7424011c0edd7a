#include <cmath>
#include <cstddef>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

#include "citegraph/ranking.hpp"

#include "graph/analysis/chunks.hpp"
#include "graph/analysis/row_sums.hpp"
#include "graph/analysis/workers.hpp"
#include "graph/large_vector.hpp"

namespace citegraph::analysis {
namespace {

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
  Workers workers(threads_for(options.threads));
  const RowSums citing(structure.in_offsets, structure.sources, workers);
  const std::span<const Chunk> chunks = citing.chunks();
  const double equal = 1.0 / static_cast<double>(n);
  std::vector<double> rank(n, equal);
  graph::LargeVector<double> numbers(3 * n);     // together, to lie on large pages sooner
  double* const per_reference = numbers.data();  // 1 / number of works cited; 0 where there are none
  double* share = per_reference + n;             // what a work gives to each that it cites
  double* next_share = share + n;
  std::vector<Sums> sums(chunks.size());
  const auto total = [&](double Sums::*of) {
    return std::accumulate(sums.begin(), sums.end(), 0.0, [&](double sum, const Sums& s) { return sum + s.*of; });
  };

  workers.each(chunks.size(), [&](std::size_t c) {
    for (std::uint32_t v = chunks[c].begin; v < chunks[c].end; ++v) {
      const std::uint64_t cited = structure.out_offsets[v + 1] - structure.out_offsets[v];
      if (cited == 0) sums[c].lost += equal;
      per_reference[v] = cited == 0 ? 0 : 1.0 / static_cast<double>(cited);
      share[v] = equal * per_reference[v];
    }
  });
  for (std::uint32_t step = 0; step < options.most_steps; ++step) {
    const double everywhere = (1 - options.damping + options.damping * total(&Sums::lost)) / static_cast<double>(n);
    workers.each(chunks.size(), [&](std::size_t c) {
      Sums sum;
      citing.each(c, share, [&](std::uint32_t v, double gathered) {
        const double next = everywhere + options.damping * gathered;
        sum.change += std::abs(next - rank[v]);
        if (per_reference[v] == 0) sum.lost += next;
        rank[v] = next;
        next_share[v] = next * per_reference[v];
      });
      sums[c] = sum;
    });
    std::swap(share, next_share);
    if (total(&Sums::change) < options.tolerance) break;
  }
  return rank;
}

}  // namespace citegraph::analysis
