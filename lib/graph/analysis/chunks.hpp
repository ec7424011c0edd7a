// Work on all vertices, divided into pieces that do not depend on the number of threads, so that sums do not either.
#pragma once

#include <algorithm>
#include <atomic>
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

// Up to 64 ranges of vertices with about as many edges each; `offsets` as in GraphStructure.
inline std::vector<Chunk> chunks_of(std::span<const std::uint64_t> offsets) {
  const auto vertices = static_cast<std::uint32_t>(offsets.size() - 1);
  const std::uint64_t all = offsets.back() + vertices;
  const std::uint64_t count = std::clamp<std::uint64_t>(all / 4096, 1, 64);
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

inline unsigned threads_for(unsigned wanted) {
  return wanted != 0 ? wanted : std::max(1U, std::thread::hardware_concurrency());
}

// Calls `work(i)` for every chunk number, on `threads` threads.
template <class Work>
void for_each_chunk(std::size_t chunks, unsigned threads, const Work& work) {
  if (threads <= 1 || chunks <= 1) {
    for (std::size_t i = 0; i < chunks; ++i) work(i);
    return;
  }
  std::atomic<std::size_t> next = 0;
  const auto run = [&] {
    for (std::size_t i = next++; i < chunks; i = next++) work(i);
  };
  std::vector<std::jthread> helpers;
  for (unsigned t = 1; t < threads; ++t) helpers.emplace_back(run);
  run();
}

}  // namespace citegraph::analysis
