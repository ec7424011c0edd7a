#include <cmath>
#include <numeric>

#include "citegraph/ranking.hpp"

#include "graph/analysis/chunks.hpp"

namespace citegraph::analysis {

// Pulled: each work gathers from those that cite it, so that threads never write to the same place.
std::vector<double> page_rank(const GraphStructure& graph, const RankOptions& options) {
  const std::size_t n = graph.in_offsets.size() - 1;
  if (n == 0) return {};
  const std::vector<Chunk> chunks = chunks_of(graph.in_offsets);
  const unsigned threads = threads_for(options.threads);
  std::vector<double> rank(n, 1.0 / static_cast<double>(n));
  std::vector<double> share(n);  // what a work gives to each that it cites
  std::vector<double> part(chunks.size());
  const auto total = [&] { return std::accumulate(part.begin(), part.end(), 0.0); };

  for (std::uint32_t step = 0; step < options.most_steps; ++step) {
    for_each_chunk(chunks.size(), threads, [&](std::size_t c) {
      double lost = 0;
      for (std::uint32_t v = chunks[c].begin; v < chunks[c].end; ++v) {
        const std::uint64_t cited = graph.out_offsets[v + 1] - graph.out_offsets[v];
        if (cited == 0) lost += rank[v];
        share[v] = cited == 0 ? 0 : rank[v] / static_cast<double>(cited);
      }
      part[c] = lost;
    });
    const double everywhere = (1 - options.damping + options.damping * total()) / static_cast<double>(n);
    for_each_chunk(chunks.size(), threads, [&](std::size_t c) {
      double change = 0;
      for (std::uint32_t v = chunks[c].begin; v < chunks[c].end; ++v) {
        double sum = 0;
        for (std::uint64_t i = graph.in_offsets[v]; i < graph.in_offsets[v + 1]; ++i) sum += share[graph.sources[i]];
        const double next = everywhere + options.damping * sum;
        change += std::abs(next - rank[v]);
        rank[v] = next;
      }
      part[c] = change;
    });
    if (total() < options.tolerance) break;
  }
  return rank;
}

}  // namespace citegraph::analysis
