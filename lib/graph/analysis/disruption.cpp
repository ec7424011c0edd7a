#include <algorithm>

#include "citegraph/ranking.hpp"

namespace citegraph::analysis {
namespace {

class Observer {
 public:
  Observer(const GraphStructure& graph, std::span<const std::int16_t> years, int window)
      : graph_(graph), years_(years), window_(window), seen_(graph.in_offsets.size() - 1, no_vertex) {}

  Disruption observe(Vertex vertex) {
    Disruption result;
    const auto citing = row(graph_.in_offsets, graph_.sources, vertex);
    const auto cited = row(graph_.out_offsets, graph_.targets, vertex);
    for (const Vertex reference : cited) {
      if (reference == vertex) continue;
      for (const Vertex later : row(graph_.in_offsets, graph_.sources, reference)) {
        if (later == vertex || seen_[later] == vertex || !is_later(later, vertex)) continue;
        seen_[later] = vertex;
        if (std::binary_search(citing.begin(), citing.end(), later))
          ++result.together;
        else
          ++result.predecessors;
      }
    }
    for (const Vertex later : citing)
      if (later != vertex && seen_[later] != vertex && is_later(later, vertex)) ++result.alone;
    return result;
  }

 private:
  static std::span<const Vertex> row(std::span<const std::uint64_t> offsets, std::span<const Vertex> neighbours,
                                     Vertex v) {
    return neighbours.subspan(offsets[v], offsets[v + 1] - offsets[v]);
  }

  bool is_later(Vertex v, Vertex than) const {
    if (years_.empty() || years_[than] == 0) return true;
    if (years_[v] <= years_[than]) return false;
    return window_ <= 0 || years_[v] <= years_[than] + window_;
  }

  const GraphStructure& graph_;
  std::span<const std::int16_t> years_;
  int window_;
  std::vector<Vertex> seen_;  // by vertex: for which focal work it was counted last
};

}  // namespace

Disruption disruption(const GraphStructure& graph, Vertex vertex, std::span<const std::int16_t> years, int window) {
  return Observer(graph, years, window).observe(vertex);
}

std::vector<Disruption> disruptions(const GraphStructure& graph, std::span<const std::int16_t> years, int window) {
  Observer observer(graph, years, window);
  std::vector<Disruption> all(graph.in_offsets.size() - 1);
  for (Vertex v = 0; v < all.size(); ++v) all[v] = observer.observe(v);
  return all;
}

}  // namespace citegraph::analysis
