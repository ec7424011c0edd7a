#include "graph/compact_rows.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace citegraph::graph {
namespace {

// A stable counting sort: `each(put)` calls put(row, neighbour) for every edge, twice over. What is put into a row
// keeps its order.
template <class Each>
CompactRows distribute(std::uint64_t vertex_count, std::uint64_t edge_count, const Each& each) {
  CompactRows rows;
  LargeVector<std::uint64_t>& offsets = rows.offsets;
  // One row further than they belong: the second pass moves each to where its row ends.
  offsets.assign(vertex_count + 2, 0);
  rows.neighbours.resize(edge_count);
  each([&](std::size_t row, Vertex) { ++offsets[row + 2]; });
  std::partial_sum(offsets.begin(), offsets.end(), offsets.begin());
  each([&](std::size_t row, Vertex neighbour) { rows.neighbours[offsets[row + 1]++] = neighbour; });
  offsets.pop_back();
  return rows;
}

// Closes the gaps that repeated neighbours leave in rows that ascend.
void drop_repeated(CompactRows& rows) {
  std::uint64_t written = 0;
  std::uint64_t begin = 0;
  for (std::size_t v = 0; v + 1 < rows.offsets.size(); ++v) {
    const std::uint64_t end = rows.offsets[v + 1];
    for (std::uint64_t i = begin; i < end; ++i)
      if (i == begin || rows.neighbours[i - 1] != rows.neighbours[i]) rows.neighbours[written++] = rows.neighbours[i];
    begin = end;
    rows.offsets[v + 1] = written;
  }
  rows.neighbours.resize(written);
}

bool are_by_citing(std::span<const Edge> edges) {
  return std::is_sorted(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.from < b.from; });
}

void check(std::uint64_t vertex_count, std::span<const Edge> edges) {
  Vertex highest = 0;
  for (const Edge& edge : edges) highest = std::max({highest, edge.from, edge.to});
  if (!edges.empty() && highest >= vertex_count)
    throw std::out_of_range("citegraph: a citation of a work that is not there");
}

}  // namespace

CompactRows rows_of_cited(std::uint64_t vertex_count, std::span<const Edge> edges) {
  return distribute(vertex_count, edges.size(), [&](const auto& put) {
    for (const Edge& edge : edges) put(edge.from, edge.to);
  });
}

CompactRows rows_of_citing(std::uint64_t vertex_count, std::span<const Edge> edges) {
  return distribute(vertex_count, edges.size(), [&](const auto& put) {
    for (const Edge& edge : edges) put(edge.to, edge.from);
  });
}

TwoWayRows two_way_rows(std::uint64_t vertex_count, std::span<const Edge> edges) {
  check(vertex_count, edges);
  TwoWayRows rows;
  // Going through the citing works in order leaves them ascending in the rows of the cited ones; and back.
  rows.citing =
      are_by_citing(edges) ? rows_of_citing(vertex_count, edges) : reversed(rows_of_cited(vertex_count, edges));
  drop_repeated(rows.citing);
  rows.cited = reversed(rows.citing);
  return rows;
}

CompactRows reversed(const CompactRows& rows) {
  return distribute(rows.offsets.size() - 1, rows.neighbours.size(), [&](const auto& put) {
    for (std::size_t v = 0; v + 1 < rows.offsets.size(); ++v)
      for (std::uint64_t i = rows.offsets[v]; i < rows.offsets[v + 1]; ++i)
        put(rows.neighbours[i], static_cast<Vertex>(v));
  });
}

}  // namespace citegraph::graph
