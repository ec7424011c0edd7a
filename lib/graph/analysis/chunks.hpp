// Work on all vertices, divided into pieces that do not depend on the number of threads, so that sums do not either.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <thread>
#include <vector>

namespace citegraph::analysis {

struct Chunk {
  std::uint32_t begin;
  std::uint32_t end;
};

inline constexpr unsigned most_chunks = 64;

// Up to `most_chunks` ranges of vertices with about as many edges each; `offsets` as in GraphStructure.
inline std::vector<Chunk> chunks_of(std::span<const std::uint64_t> offsets) {
  const auto vertices = static_cast<std::uint32_t>(offsets.size() - 1);
  const std::uint64_t all = offsets.back() + vertices;
  const std::uint64_t count = std::clamp<std::uint64_t>(all / 4096, 1, most_chunks);
  std::vector<Chunk> chunks;
  std::uint32_t begin = 0;
  for (std::uint64_t i = 1; i <= count; ++i) {
    std::uint32_t end = begin;
    while (end < vertices && (i == count || offsets[end] + end < all * i / count)) ++end;
    if (end > begin) chunks.push_back({begin, end});
    begin = end;
  }
  return chunks;
}

// As many threads as wanted, or as there are processors for 0; no more than there can be chunks.
inline unsigned threads_for(unsigned wanted) {
  return std::clamp(wanted != 0 ? wanted : std::thread::hardware_concurrency(), 1U, most_chunks);
}

}  // namespace citegraph::analysis
