#include <cmath>
#include <numeric>

#include "citegraph/ranking.hpp"

#include "graph/analysis/chunks.hpp"
#include "graph/analysis/row_sums.hpp"
#include "graph/analysis/workers.hpp"

namespace citegraph::analysis {
namespace {

// to[v] = the sum of from over the neighbours of v.
void gather(const RowSums& rows, const std::vector<double>& from, std::vector<double>& to, Workers& workers) {
  workers.each(rows.chunks().size(),
               [&](std::size_t c) { rows.each(c, from.data(), [&](std::uint32_t v, double sum) { to[v] = sum; }); });
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
  Workers workers(threads_for(options.threads));
  const RowSums citing(graph.in_offsets, graph.sources, workers);
  const RowSums cited(graph.out_offsets, graph.targets, workers);
  Hits result{std::vector<double>(n, 0.0), std::vector<double>(n, 1.0 / static_cast<double>(n))};
  std::vector<double> before;
  for (std::uint32_t step = 0; step < options.most_steps; ++step) {
    before = result.hubs;
    gather(citing, result.hubs, result.authorities, workers);
    normalise(result.authorities);
    gather(cited, result.authorities, result.hubs, workers);
    normalise(result.hubs);
    double change = 0;
    for (std::size_t v = 0; v < n; ++v) change += std::abs(result.hubs[v] - before[v]);
    if (change < options.tolerance) break;
  }
  return result;
}

}  // namespace citegraph::analysis
