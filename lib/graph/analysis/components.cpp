#include <algorithm>
#include <numeric>

#include "citegraph/communities.hpp"

#include "graph/analysis/partition.hpp"
#include "graph/analysis/strong_order.hpp"
#include "graph/disjoint_sets.hpp"

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

Partition weak_components(const GraphStructure& graph) {
  const auto n = static_cast<Vertex>(graph.out_offsets.size() - 1);
  graph::DisjointSets sets(n);
  for (Vertex v = 0; v < n; ++v)
    for (std::uint64_t i = graph.out_offsets[v]; i < graph.out_offsets[v + 1]; ++i) sets.join(v, graph.targets[i]);
  std::vector<std::uint32_t> labels(n);
  for (Vertex v = 0; v < n; ++v) labels[v] = sets.root(v);
  return numbered_by_size(std::move(labels));
}

Partition strong_components(const GraphStructure& graph) { return numbered_by_size(strong_order(graph).component_of); }

}  // namespace citegraph::analysis
