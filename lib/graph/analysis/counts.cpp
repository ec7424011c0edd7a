#include <algorithm>

#include "citegraph/ranking.hpp"

namespace citegraph::analysis {

std::vector<std::int16_t> years(const Graph& graph) {
  std::vector<std::int16_t> years(graph.vertex_count());
  for (Vertex v = 0; v < graph.vertex_count(); ++v) years[v] = static_cast<std::int16_t>(graph[v].year());
  return years;
}

std::vector<std::uint32_t> citation_counts(const GraphStructure& graph) {
  std::vector<std::uint32_t> counts(graph.in_offsets.size() - 1);
  for (std::size_t v = 0; v < counts.size(); ++v)
    counts[v] = static_cast<std::uint32_t>(graph.in_offsets[v + 1] - graph.in_offsets[v]);
  return counts;
}

std::uint32_t h_index(std::span<const std::uint32_t> citation_counts) {
  std::vector<std::uint32_t> works_cited(citation_counts.size() + 1, 0);  // by count; the last: so often or more
  for (const std::uint32_t count : citation_counts) ++works_cited[std::min<std::size_t>(count, citation_counts.size())];
  std::size_t works = 0;
  for (std::size_t h = citation_counts.size(); h > 0; --h) {
    works += works_cited[h];
    if (works >= h) return static_cast<std::uint32_t>(h);
  }
  return 0;
}

}  // namespace citegraph::analysis
