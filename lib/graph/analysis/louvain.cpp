#include <algorithm>
#include <cstddef>
#include <numeric>

#include "citegraph/communities.hpp"

#include "graph/analysis/partition.hpp"

namespace citegraph::analysis {
namespace {

// An undirected graph with weights; a link of a vertex to itself stands once and counts twice.
struct Weighted {
  std::vector<std::uint64_t> offsets = {0};
  std::vector<std::uint32_t> neighbours;
  std::vector<double> weights;
  std::vector<double> degree;
  double total = 0;  // of the degrees

  std::size_t size() const { return offsets.size() - 1; }
  // Ends the row that neighbours and weights were appended to.
  void end_row() {
    const auto v = static_cast<std::uint32_t>(size());
    double sum = 0;
    for (std::size_t i = offsets.back(); i < neighbours.size(); ++i)
      sum += neighbours[i] == v ? 2 * weights[i] : weights[i];
    degree.push_back(sum);
    total += sum;
    offsets.push_back(neighbours.size());
  }
};

// Each citation has weight 1; works that cite each other are linked by 2.
Weighted from_graph(const GraphStructure& graph) {
  Weighted result;
  const std::size_t n = graph.out_offsets.size() - 1;
  for (Vertex v = 0; v < n; ++v) {
    auto out = graph.out_offsets[v];
    auto in = graph.in_offsets[v];
    while (out < graph.out_offsets[v + 1] || in < graph.in_offsets[v + 1]) {
      const bool take_out =
          in == graph.in_offsets[v + 1] || (out < graph.out_offsets[v + 1] && graph.targets[out] <= graph.sources[in]);
      const Vertex other = take_out ? graph.targets[out] : graph.sources[in];
      if (take_out)
        ++out;
      else
        ++in;
      if (other == v && !take_out) continue;  // a citation of itself stands in both rows
      if (result.neighbours.size() > result.offsets.back() && result.neighbours.back() == other) {
        result.weights.back() += 1;
      } else {
        result.neighbours.push_back(other);
        result.weights.push_back(1);
      }
    }
    result.end_row();
  }
  return result;
}

// Moves vertices between communities until no move gains anything.
class Mover {
 public:
  Mover(const Weighted& graph, double resolution)
      : graph_(graph),
        resolution_(resolution),
        community_(graph.size()),
        weight_(graph.degree),
        links_(graph.size(), -1) {
    std::iota(community_.begin(), community_.end(), 0U);
  }

  // True if anything moved.
  bool run() {
    bool moved_ever = false;
    for (int turn = 0; turn < most_turns; ++turn) {
      std::size_t moved = 0;
      for (std::uint32_t v = 0; v < graph_.size(); ++v) moved += move(v) ? 1 : 0;
      if (moved == 0) break;
      moved_ever = true;
    }
    return moved_ever;
  }

  std::vector<std::uint32_t> take_communities() { return std::move(community_); }

 private:
  static constexpr int most_turns = 100;
  static constexpr double least_gain = 1e-12;

  bool move(std::uint32_t v) {
    met_.clear();
    const std::uint32_t own = community_[v];
    links_[own] = 0;
    met_.push_back(own);
    for (std::uint64_t i = graph_.offsets[v]; i < graph_.offsets[v + 1]; ++i) {
      if (graph_.neighbours[i] == v) continue;
      const std::uint32_t c = community_[graph_.neighbours[i]];
      if (links_[c] < 0) {
        links_[c] = 0;
        met_.push_back(c);
      }
      links_[c] += graph_.weights[i];
    }
    weight_[own] -= graph_.degree[v];
    const auto gain = [&](std::uint32_t c) {
      return links_[c] - resolution_ * weight_[c] * graph_.degree[v] / graph_.total;
    };
    std::uint32_t best = own;
    double most = gain(own);
    for (const std::uint32_t c : met_) {
      const double value = gain(c);
      if (value > most + least_gain || (value > most - least_gain && c < best && best != own)) {
        most = std::max(most, value);
        best = c;
      }
    }
    for (const std::uint32_t c : met_) links_[c] = -1;
    weight_[best] += graph_.degree[v];
    community_[v] = best;
    return best != own;
  }

  const Weighted& graph_;
  double resolution_;
  std::vector<std::uint32_t> community_;
  std::vector<double> weight_;  // by community: the degrees in it
  std::vector<double> links_;   // by community: of the vertex at hand to it; -1: not met
  std::vector<std::uint32_t> met_;
};

// Every community as one vertex.
Weighted condense(const Weighted& graph, const std::vector<std::uint32_t>& community, std::uint32_t count) {
  std::vector<std::vector<std::uint32_t>> members(count);
  for (std::uint32_t v = 0; v < graph.size(); ++v) members[community[v]].push_back(v);
  Weighted result;
  std::vector<double> links(count, 0);
  std::vector<std::uint32_t> met;
  for (std::uint32_t c = 0; c < count; ++c) {
    met.clear();
    for (const std::uint32_t v : members[c])
      for (std::uint64_t i = graph.offsets[v]; i < graph.offsets[v + 1]; ++i) {
        const std::uint32_t other = community[graph.neighbours[i]];
        // Inside a community each link is met from both ends, but for one of a vertex to itself.
        const double weight = other == c && graph.neighbours[i] != v ? graph.weights[i] / 2 : graph.weights[i];
        if (links[other] == 0) met.push_back(other);
        links[other] += weight;
      }
    std::sort(met.begin(), met.end());
    for (const std::uint32_t other : met) {
      result.neighbours.push_back(other);
      result.weights.push_back(links[other]);
      links[other] = 0;
    }
    result.end_row();
  }
  return result;
}

}  // namespace

Partition louvain(const GraphStructure& graph, double resolution) {
  Weighted level = from_graph(graph);
  std::vector<std::uint32_t> part_of(level.size());
  std::iota(part_of.begin(), part_of.end(), 0U);
  if (level.total == 0) return numbered_by_size(std::move(part_of));
  for (;;) {
    Mover mover(level, resolution);
    if (!mover.run()) break;
    // Communities numbered by their first vertex.
    std::vector<std::uint32_t> community = mover.take_communities();
    std::vector<std::uint32_t> number(level.size(), ~std::uint32_t{0});
    std::uint32_t count = 0;
    for (std::uint32_t& c : community) {
      if (number[c] == ~std::uint32_t{0}) number[c] = count++;
      c = number[c];
    }
    for (std::uint32_t& part : part_of) part = community[part];
    if (count == level.size()) break;
    level = condense(level, community, count);
  }
  return numbered_by_size(std::move(part_of));
}

double modularity(const GraphStructure& graph, const Partition& partition, double resolution) {
  std::vector<double> degree(partition.count, 0);
  double inside = 0;
  const auto edges = static_cast<double>(graph.targets.size());
  if (edges == 0) return 0;
  for (Vertex v = 0; v + 1 < graph.out_offsets.size(); ++v)
    for (std::uint64_t i = graph.out_offsets[v]; i < graph.out_offsets[v + 1]; ++i) {
      const std::uint32_t a = partition.part_of[v];
      const std::uint32_t b = partition.part_of[graph.targets[i]];
      degree[a] += 1;
      degree[b] += 1;
      if (a == b) inside += 1;
    }
  double expected = 0;
  for (const double d : degree) expected += d / (2 * edges) * (d / (2 * edges));
  return inside / edges - resolution * expected;
}

}  // namespace citegraph::analysis
