// For every vertex the sum of what its neighbours give: the step that PageRank, CiteRank and HITS repeat.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

#include "citegraph/graph.hpp"

#include "graph/analysis/chunks.hpp"
#include "graph/analysis/workers.hpp"
#include "graph/large_vector.hpp"

namespace citegraph::analysis {

// How long a row is says nothing of the next, and a processor that guesses wrongly where each ends does little else: so
// the rows of 256 neighbouring vertices are added up in the order of their lengths. (That halved a step on 100,000
// works, whose numbers fit the cache.)
class RowSums {
 public:
  // Of a structure the offsets and the neighbours of one direction, which must live as long as this.
  RowSums(std::span<const std::uint64_t> offsets, std::span<const Vertex> neighbours, Workers& workers)
      : offsets_(offsets), neighbours_(neighbours), chunks_(chunks_of(offsets)), by_length_(offsets.size() - 1) {
    workers.each(chunks_.size(), [&](std::size_t c) {
      for_each_block(chunks_[c], [&](std::uint32_t begin, std::uint32_t end) { order(begin, end); });
    });
  }

  std::span<const Chunk> chunks() const { return chunks_; }

  // Calls use(v, sum of given[u] over the neighbours u of v) for each v of chunk `c`, in an order that is always the
  // same.
  template <class Use>
  void each(std::size_t c, const double* given, const Use& use) const {
    for_each_block(chunks_[c], [&](std::uint32_t begin, std::uint32_t end) {
      fetch(end, end + std::min(block, chunks_[c].end - end));
      for (std::uint32_t i = begin; i < end; ++i) {
        const std::uint32_t v = begin + by_length_[i];
        use(v, sum(v, given));
      }
    });
  }

 private:
  static constexpr std::uint32_t block = 256;
  static constexpr std::uint64_t longest = 63;  // longer rows come last, in no order

  template <class Do>
  static void for_each_block(const Chunk& chunk, const Do& what) {
    for (std::uint32_t begin = chunk.begin; begin < chunk.end;) {
      const std::uint32_t end = begin + std::min(block, chunk.end - begin);
      what(begin, end);
      begin = end;
    }
  }

  void order(std::uint32_t begin, std::uint32_t end) {
    const auto length = [&](std::uint32_t v) { return std::min(offsets_[v + 1] - offsets_[v], longest); };
    std::array<std::uint32_t, longest + 2> places{};
    for (std::uint32_t v = begin; v < end; ++v) ++places[length(v) + 1];
    std::partial_sum(places.begin(), places.end(), places.begin());
    for (std::uint32_t v = begin; v < end; ++v)
      by_length_[begin + places[length(v)]++] = static_cast<std::uint8_t>(v - begin);
  }

  // Rows that are not read from the first to the last are not seen coming by the processor.
  void fetch([[maybe_unused]] std::uint32_t begin, [[maybe_unused]] std::uint32_t end) const {
#ifdef __GNUC__
    constexpr std::uint64_t line = 64 / sizeof(Vertex);
    for (std::uint64_t i = offsets_[begin]; i < offsets_[end]; i += line) __builtin_prefetch(&neighbours_[i]);
#endif
  }

  // Four sums at a time: additions wait for the one before, not for each other.
  double sum(std::uint32_t v, const double* given) const {
    const Vertex* next = neighbours_.data() + offsets_[v];
    const Vertex* const end = neighbours_.data() + offsets_[v + 1];
    double sums[4] = {0, 0, 0, 0};
    for (; end - next >= 4; next += 4)
      for (std::size_t k = 0; k < 4; ++k) sums[k] += given[next[k]];
    for (; next != end; ++next) sums[0] += given[*next];
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
  }

  std::span<const std::uint64_t> offsets_;
  std::span<const Vertex> neighbours_;
  std::vector<Chunk> chunks_;
  graph::LargeVector<std::uint8_t> by_length_;  // of each block its vertices, counted from the first of them
};

}  // namespace citegraph::analysis
