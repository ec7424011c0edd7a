#include <algorithm>

#include "citegraph/communities.hpp"

namespace citegraph::analysis {
namespace {

// The neighbours of every vertex in either direction, each once, without itself.
struct Undirected {
  std::vector<std::uint64_t> offsets;
  std::vector<Vertex> neighbours;
};

Undirected undirected(const GraphStructure& graph) {
  const std::size_t n = graph.out_offsets.size() - 1;
  Undirected result;
  result.offsets.reserve(n + 1);
  result.offsets.push_back(0);
  for (std::size_t v = 0; v < n; ++v) {
    auto out = graph.targets.begin() + static_cast<std::ptrdiff_t>(graph.out_offsets[v]);
    auto in = graph.sources.begin() + static_cast<std::ptrdiff_t>(graph.in_offsets[v]);
    const auto out_end = graph.targets.begin() + static_cast<std::ptrdiff_t>(graph.out_offsets[v + 1]);
    const auto in_end = graph.sources.begin() + static_cast<std::ptrdiff_t>(graph.in_offsets[v + 1]);
    while (out != out_end || in != in_end) {
      const Vertex next = out == out_end ? *in : in == in_end ? *out : std::min(*out, *in);
      if (out != out_end && *out == next) ++out;
      if (in != in_end && *in == next) ++in;
      if (next != v) result.neighbours.push_back(next);
    }
    result.offsets.push_back(result.neighbours.size());
  }
  return result;
}

}  // namespace

// Vertices in buckets by what is left of their degree; the one with least is taken, its neighbours move down.
std::vector<std::uint32_t> core_numbers(const GraphStructure& graph) {
  const Undirected links = undirected(graph);
  const std::size_t n = links.offsets.size() - 1;
  std::vector<std::uint32_t> degree(n);
  std::uint32_t highest = 0;
  for (std::size_t v = 0; v < n; ++v) {
    degree[v] = static_cast<std::uint32_t>(links.offsets[v + 1] - links.offsets[v]);
    highest = std::max(highest, degree[v]);
  }
  std::vector<std::size_t> bucket(std::size_t{highest} + 2, 0);  // where each degree begins in `order`
  for (const std::uint32_t d : degree) ++bucket[d + 1];
  for (std::size_t d = 1; d < bucket.size(); ++d) bucket[d] += bucket[d - 1];
  std::vector<Vertex> order(n);
  std::vector<std::size_t> place(n);
  std::vector<std::size_t> next(bucket.begin(), bucket.end() - 1);
  for (Vertex v = 0; v < n; ++v) {
    place[v] = next[degree[v]]++;
    order[place[v]] = v;
  }
  for (std::size_t i = 0; i < n; ++i) {
    const Vertex v = order[i];
    for (std::uint64_t e = links.offsets[v]; e < links.offsets[v + 1]; ++e) {
      const Vertex u = links.neighbours[e];
      if (degree[u] <= degree[v]) continue;
      // To the front of its bucket, which then begins one later.
      const std::size_t front = std::max(bucket[degree[u]], i + 1);
      const Vertex w = order[front];
      std::swap(order[front], order[place[u]]);
      std::swap(place[u], place[w]);
      bucket[degree[u]] = front + 1;
      --degree[u];
    }
  }
  return degree;
}

}  // namespace citegraph::analysis
