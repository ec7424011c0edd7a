#include "graph/compact_rows.hpp"

#include <numeric>

namespace citegraph::graph {
namespace {

// A stable counting sort by one end of the edges: the other ends stay ascending within each row.
template <class RowOf, class NeighbourOf>
CompactRows count_and_place(std::uint64_t vertex_count, std::span<const Edge> edges, RowOf row, NeighbourOf neighbour) {
  CompactRows rows;
  rows.offsets.assign(vertex_count + 1, 0);
  rows.neighbours.resize(edges.size());
  for (const Edge& edge : edges) ++rows.offsets[row(edge) + std::size_t{1}];
  std::partial_sum(rows.offsets.begin(), rows.offsets.end(), rows.offsets.begin());
  std::vector<std::uint64_t> next(rows.offsets.begin(), rows.offsets.end() - 1);
  for (const Edge& edge : edges) rows.neighbours[next[row(edge)]++] = neighbour(edge);
  return rows;
}

}  // namespace

CompactRows rows_of_cited(std::uint64_t vertex_count, std::span<const Edge> edges) {
  return count_and_place(
      vertex_count, edges, [](const Edge& e) { return e.from; }, [](const Edge& e) { return e.to; });
}

CompactRows rows_of_citing(std::uint64_t vertex_count, std::span<const Edge> edges) {
  return count_and_place(
      vertex_count, edges, [](const Edge& e) { return e.to; }, [](const Edge& e) { return e.from; });
}

}  // namespace citegraph::graph
