#include <algorithm>
#include <cmath>
#include <numeric>

#include "citegraph/ranking.hpp"

#include "graph/analysis/row_sums.hpp"
#include "graph/analysis/workers.hpp"

namespace citegraph::analysis {

std::vector<double> cite_rank(const GraphStructure& graph, std::span<const std::int16_t> years,
                              const CiteRankOptions& options) {
  const std::size_t n = graph.in_offsets.size() - 1;
  if (n == 0) return {};
  int first = 0;
  int last = 0;
  for (const std::int16_t year : years) {
    if (year == 0) continue;
    first = first == 0 ? year : std::min<int>(first, year);
    last = last == 0 ? year : std::max<int>(last, year);
  }
  const int now = options.now != 0 ? options.now : last;
  std::vector<double> readers(n);  // who begin here, then who follow a reference to here
  for (std::size_t v = 0; v < n; ++v) {
    const int year = v < years.size() && years[v] != 0 ? years[v] : first;
    readers[v] = std::exp(-std::max(0, now - year) / options.decay);
  }
  const double all = std::accumulate(readers.begin(), readers.end(), 0.0);
  for (double& reader : readers) reader /= all;

  Workers alone(1);
  const RowSums citing(graph.in_offsets, graph.sources, alone);
  std::vector<double> rank = readers;
  std::vector<double> share(n);  // of the readers of a work, those who go on to each that it cites
  for (std::uint32_t step = 0; step < options.most_steps; ++step) {
    double moved = 0;
    for (std::size_t v = 0; v < n; ++v) {
      const std::uint64_t cited = graph.out_offsets[v + 1] - graph.out_offsets[v];
      share[v] = cited == 0 ? 0 : options.follow * readers[v] / static_cast<double>(cited);
    }
    for (std::size_t c = 0; c < citing.chunks().size(); ++c)
      citing.each(c, share.data(), [&](std::uint32_t v, double sum) {
        readers[v] = sum;
        moved += sum;
        rank[v] += sum;
      });
    if (moved < options.tolerance) break;
  }
  const double sum = std::accumulate(rank.begin(), rank.end(), 0.0);
  for (double& value : rank) value /= sum;
  return rank;
}

}  // namespace citegraph::analysis
