#include "graph/compact_rows.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace citegraph::graph {
namespace {

// Of each edge two bytes, kept from one sort to the next: memory that was used before costs less than new one.
using Scratch = LargeVector<std::uint16_t>;

// How edges are given: `each(put)` calls put(row, neighbour) for every one of them, each time in the same order.

// A stable counting sort of the edges of the rows from `first` to before `last`, to which the rows before have been
// sorted. What is put into a row keeps its order.
template <class Each>
void sort_rows(CompactRows& rows, std::size_t first, std::size_t last, const Each& each) {
  // Counted one row further than they belong: putting moves each to where its row ends.
  std::uint64_t* const ends = rows.offsets.data() + 1;
  Vertex* const neighbours = rows.neighbours.data();
  each([&](std::size_t row, Vertex) { ++ends[row + 1]; });
  std::partial_sum(ends + first, ends + last + 1, ends + first);
  each([&](std::size_t row, Vertex neighbour) { neighbours[ends[row]++] = neighbour; });
}

// The same where rows are so many that each of these steps would wait for memory. The edges go first to blocks of
// neighbouring rows, so few that where each goes on stays in the cache, then within their block to their rows. A block
// takes the place that its rows will take, so that beside the result there are only two bytes an edge: its row within
// the block.
template <class Each>
void sort_blocks(CompactRows& rows, std::size_t vertex_count, const Each& each, Scratch& row_in_block) {
  constexpr int fewest_bits = 13;
  constexpr int most_bits = 16;
  constexpr std::size_t blocks_in_cache = 4096;
  const int bits = std::clamp(static_cast<int>(std::bit_width(vertex_count / blocks_in_cache)), fewest_bits, most_bits);
  const std::size_t rows_of_block = std::size_t{1} << bits;
  const std::size_t blocks = (vertex_count + rows_of_block - 1) / rows_of_block;

  std::vector<std::uint64_t> begins(blocks + 2, 0);
  each([&](std::size_t row, Vertex) { ++begins[(row >> bits) + 2]; });
  std::partial_sum(begins.begin(), begins.end(), begins.begin());
  row_in_block.resize(rows.neighbours.size());
  each([&](std::size_t row, Vertex neighbour) {
    const std::uint64_t at = begins[(row >> bits) + 1]++;
    row_in_block[at] = static_cast<std::uint16_t>(row & (rows_of_block - 1));
    rows.neighbours[at] = neighbour;
  });

  std::vector<Vertex> neighbours;  // of a block, in the order in which they came
  for (std::size_t block = 0; block < blocks; ++block) {
    const std::uint64_t begin = begins[block];
    const std::uint64_t count = begins[block + 1] - begin;
    const std::size_t first = block * rows_of_block;
    const auto came = rows.neighbours.begin() + static_cast<std::ptrdiff_t>(begin);
    neighbours.assign(came, came + static_cast<std::ptrdiff_t>(count));
    sort_rows(rows, first, std::min(first + rows_of_block, vertex_count), [&](const auto& put) {
      for (std::uint64_t i = 0; i < count; ++i) put(first + row_in_block[begin + i], neighbours[i]);
    });
  }
}

template <class Each>
CompactRows distribute(std::size_t vertex_count, std::size_t edge_count, const Each& each, Scratch& scratch) {
  constexpr std::size_t edges_in_cache = std::size_t{1} << 22;
  CompactRows rows;
  rows.offsets.assign(vertex_count + 2, 0);
  rows.neighbours.resize(edge_count);
  if (edge_count <= edges_in_cache)
    sort_rows(rows, 0, vertex_count, each);
  else
    sort_blocks(rows, vertex_count, each, scratch);
  rows.offsets.pop_back();
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

CompactRows by_citing(std::uint64_t vertex_count, std::span<const Edge> edges, Scratch& scratch) {
  const auto each = [&](const auto& put) {
    for (const Edge& edge : edges) put(edge.from, edge.to);
  };
  return distribute(vertex_count, edges.size(), each, scratch);
}

CompactRows by_cited(std::uint64_t vertex_count, std::span<const Edge> edges, Scratch& scratch) {
  const auto each = [&](const auto& put) {
    for (const Edge& edge : edges) put(edge.to, edge.from);
  };
  return distribute(vertex_count, edges.size(), each, scratch);
}

CompactRows reversed(const CompactRows& rows, Scratch& scratch) {
  const std::size_t vertex_count = rows.offsets.size() - 1;
  const auto each = [&](const auto& put) {
    for (std::size_t v = 0; v < vertex_count; ++v)
      for (std::uint64_t i = rows.offsets[v]; i < rows.offsets[v + 1]; ++i)
        put(rows.neighbours[i], static_cast<Vertex>(v));
  };
  return distribute(vertex_count, rows.neighbours.size(), each, scratch);
}

}  // namespace

CompactRows rows_of_cited(std::uint64_t vertex_count, std::span<const Edge> edges) {
  Scratch scratch;
  return by_citing(vertex_count, edges, scratch);
}

CompactRows rows_of_citing(std::uint64_t vertex_count, std::span<const Edge> edges) {
  Scratch scratch;
  return by_cited(vertex_count, edges, scratch);
}

TwoWayRows two_way_rows(std::uint64_t vertex_count, std::span<const Edge> edges) {
  check(vertex_count, edges);
  Scratch scratch;
  TwoWayRows rows;
  // Going through the citing works in order leaves them ascending in the rows of the cited ones; and back.
  rows.citing = are_by_citing(edges) ? by_cited(vertex_count, edges, scratch)
                                     : reversed(by_citing(vertex_count, edges, scratch), scratch);
  drop_repeated(rows.citing);
  rows.cited = reversed(rows.citing, scratch);
  return rows;
}

}  // namespace citegraph::graph
