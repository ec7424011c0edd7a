// Small graphs as bare structures, for checks against definitions followed to the letter.
#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <set>
#include <utility>
#include <vector>

#include "citegraph/graph.hpp"

#include "graph/compact_rows.hpp"

namespace citegraph::test {

struct Structure {
  Vertex vertices = 0;
  std::vector<Edge> edges;  // sorted, each once
  graph::CompactRows out;
  graph::CompactRows in;

  Structure(Vertex n, std::vector<Edge> given) : vertices(n), edges(std::move(given)) {
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    out = graph::rows_of_cited(n, edges);
    in = graph::rows_of_citing(n, edges);
  }
  GraphStructure view() const {
    return {.out_offsets = out.offsets, .targets = out.neighbours, .in_offsets = in.offsets, .sources = in.neighbours};
  }
  bool has(Vertex from, Vertex to) const { return std::binary_search(edges.begin(), edges.end(), Edge{from, to}); }
};

enum class Shape : std::uint8_t { any, acyclic };

inline Structure random_structure(unsigned seed, Shape shape) {
  std::mt19937 random(seed);
  const Vertex n = 1 + static_cast<Vertex>(random() % 9);
  const std::size_t count = random() % (n * 3 + 1);
  std::vector<Edge> edges;
  for (std::size_t i = 0; i < count; ++i) {
    const auto a = static_cast<Vertex>(random() % n);
    const auto b = static_cast<Vertex>(random() % n);
    if (shape == Shape::any) edges.push_back({.from = a, .to = b});
    if (shape == Shape::acyclic && a != b) edges.push_back({.from = std::max(a, b), .to = std::min(a, b)});
  }
  return {n, std::move(edges)};
}

// reach[a][b]: b is reached from a by one step or more.
inline std::vector<std::vector<bool>> reachability(const Structure& graph) {
  std::vector<std::vector<bool>> reach(graph.vertices, std::vector<bool>(graph.vertices, false));
  for (const Edge edge : graph.edges) reach[edge.from][edge.to] = true;
  for (Vertex k = 0; k < graph.vertices; ++k)
    for (Vertex i = 0; i < graph.vertices; ++i)
      for (Vertex j = 0; j < graph.vertices; ++j)
        if (reach[i][k] && reach[k][j]) reach[i][j] = true;
  return reach;
}

}  // namespace citegraph::test
