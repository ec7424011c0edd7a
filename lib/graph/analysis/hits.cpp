#include <cmath>
#include <numeric>

#include "citegraph/ranking.hpp"

#include "graph/analysis/chunks.hpp"

namespace citegraph::analysis {
namespace {

// to[v] = the sum of from over the neighbours of v.
void gather(std::span<const std::uint64_t> offsets, std::span<const Vertex> neighbours, const std::vector<double>& from,
            std::vector<double>& to, unsigned threads) {
  const std::vector<Chunk> chunks = chunks_of(offsets);
  for_each_chunk(chunks.size(), threads, [&](std::size_t c) {
    for (std::uint32_t v = chunks[c].begin; v < chunks[c].end; ++v) {
      double sum = 0;
      for (std::uint64_t i = offsets[v]; i < offsets[v + 1]; ++i) sum += from[neighbours[i]];
      to[v] = sum;
    }
  });
}

void normalise(std::vector<double>& values) {
  const double sum = std::accumulate(values.begin(), values.end(), 0.0);
  if (sum > 0)
    for (double& value : values) value /= sum;
}

}  // namespace

Hits hits(const GraphStructure& graph, const RankOptions& options) {
  const std::size_t n = graph.in_offsets.size() - 1;
  if (n == 0) return {};
  const unsigned threads = threads_for(options.threads);
  Hits result{std::vector<double>(n, 0.0), std::vector<double>(n, 1.0 / static_cast<double>(n))};
  std::vector<double> before;
  for (std::uint32_t step = 0; step < options.most_steps; ++step) {
    before = result.hubs;
    gather(graph.in_offsets, graph.sources, result.hubs, result.authorities, threads);
    normalise(result.authorities);
    gather(graph.out_offsets, graph.targets, result.authorities, result.hubs, threads);
    normalise(result.hubs);
    double change = 0;
    for (std::size_t v = 0; v < n; ++v) change += std::abs(result.hubs[v] - before[v]);
    if (change < options.tolerance) break;
  }
  return result;
}

}  // namespace citegraph::analysis
