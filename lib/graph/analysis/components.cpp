#include <algorithm>
#include <numeric>
#include <span>

#include "citegraph/communities.hpp"

#include "graph/analysis/partition.hpp"
#include "graph/analysis/strong_order.hpp"

namespace citegraph::analysis {

// Tarjan's algorithm with a stack of its own: chains of citations are long.
StrongOrder strong_order(const GraphStructure& graph) {
  const auto n = static_cast<Vertex>(graph.out_offsets.size() - 1);
  constexpr std::uint32_t unseen = 0;
  StrongOrder result;
  result.component_of.assign(n, 0);
  std::vector<std::uint32_t> low(n, unseen);  // order of discovery from 1, then the lowest reachable; done: largest
  std::vector<Vertex> open;                   // vertices whose component is not complete
  struct Frame {
    Vertex vertex;
    std::uint64_t next;
    std::uint32_t order;
  };
  std::vector<Frame> path;
  constexpr std::uint32_t done = ~std::uint32_t{0};
  std::uint32_t order = 0;
  for (Vertex root = 0; root < n; ++root) {
    if (low[root] != unseen) continue;
    low[root] = ++order;
    path.push_back({root, graph.out_offsets[root], order});
    open.push_back(root);
    while (!path.empty()) {
      Frame& frame = path.back();
      if (frame.next < graph.out_offsets[frame.vertex + 1]) {
        const Vertex cited = graph.targets[frame.next++];
        if (low[cited] == unseen) {
          low[cited] = ++order;
          open.push_back(cited);
          path.push_back({cited, graph.out_offsets[cited], order});
        } else if (low[cited] != done) {
          low[frame.vertex] = std::min(low[frame.vertex], low[cited]);
        }
        continue;
      }
      const Frame complete = frame;
      path.pop_back();
      if (low[complete.vertex] == complete.order) {
        Vertex member = 0;
        do {
          member = open.back();
          open.pop_back();
          low[member] = done;
          result.component_of[member] = result.count;
        } while (member != complete.vertex);
        ++result.count;
      } else {
        low[path.back().vertex] = std::min(low[path.back().vertex], low[complete.vertex]);
      }
    }
  }
  return result;
}

Partition numbered_by_size(std::vector<std::uint32_t> labels) {
  Partition partition;
  std::uint32_t highest = 0;
  for (const std::uint32_t label : labels) highest = std::max(highest, label);
  std::vector<std::uint32_t> size(labels.empty() ? 0 : std::size_t{highest} + 1, 0);
  std::vector<std::uint32_t> in_order;  // labels by first vertex
  for (const std::uint32_t label : labels)
    if (size[label]++ == 0) in_order.push_back(label);
  std::stable_sort(in_order.begin(), in_order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return size[a] > size[b]; });
  std::vector<std::uint32_t> number(size.size(), 0);
  for (std::uint32_t i = 0; i < in_order.size(); ++i) number[in_order[i]] = i;
  for (std::uint32_t& label : labels) label = number[label];
  partition.part_of = std::move(labels);
  partition.count = static_cast<std::uint32_t>(in_order.size());
  return partition;
}

namespace {

// Sets named by their lowest member: what hangs from what is never deeper than the members descend.
class LowestRoots {
 public:
  explicit LowestRoots(Vertex size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), Vertex{0}); }

  Vertex root(Vertex v) {
    while (parent_[v] != v) v = parent_[v] = parent_[parent_[v]];
    return v;
  }
  void join(Vertex a, Vertex b) {
    a = root(a);
    b = root(b);
    if (a != b) parent_[std::max(a, b)] = std::min(a, b);
  }
  // Every vertex directly below its root. Parents are lower, so one pass upwards is enough.
  const std::vector<Vertex>& flatten() {
    for (Vertex& parent : parent_) parent = parent_[parent];
    return parent_;
  }

 private:
  std::vector<Vertex> parent_;
};

Vertex most_frequent(const std::vector<Vertex>& labels) {
  std::vector<std::uint32_t> count(labels.size(), 0);
  for (const Vertex label : labels) ++count[label];
  return static_cast<Vertex>(std::max_element(count.begin(), count.end()) - count.begin());
}

}  // namespace

// Two references of every work join nearly all that hangs together; what is in the largest part by then need not be
// looked at again: its other links show from the works outside (Afforest: Sutton, Ben-Nun and Barak 2018,
// doi:10.1109/IPDPS.2018.00023).
Partition weak_components(const GraphStructure& graph) {
  constexpr std::uint64_t sample = 2;
  const auto n = static_cast<Vertex>(graph.out_offsets.size() - 1);
  if (n == 0) return {};
  LowestRoots sets(n);
  const auto join_all = [&](Vertex v, std::span<const Vertex> neighbours, std::uint64_t begin, std::uint64_t end) {
    for (std::uint64_t i = begin; i < end; ++i) sets.join(v, neighbours[i]);
  };
  for (Vertex v = 0; v < n; ++v)
    join_all(v, graph.targets, graph.out_offsets[v], std::min(graph.out_offsets[v] + sample, graph.out_offsets[v + 1]));
  const Vertex largest = most_frequent(sets.flatten());
  for (Vertex v = 0; v < n; ++v) {
    if (sets.root(v) == sets.root(largest)) continue;
    join_all(v, graph.targets, std::min(graph.out_offsets[v] + sample, graph.out_offsets[v + 1]),
             graph.out_offsets[v + 1]);
    join_all(v, graph.sources, graph.in_offsets[v], graph.in_offsets[v + 1]);
  }
  return numbered_by_size(sets.flatten());
}

Partition strong_components(const GraphStructure& graph) { return numbered_by_size(strong_order(graph).component_of); }

}  // namespace citegraph::analysis
