#include "citegraph/main_path.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

#include "graph/analysis/strong_order.hpp"

namespace citegraph::analysis {
namespace {

// The components of a graph and the edges between them, in the order of knowledge: an edge leads from the cited
// component, the lower number, to the citing one.
class Flow {
 public:
  explicit Flow(const GraphStructure& graph) : order_(strong_order(graph)) {
    const auto n = static_cast<Vertex>(graph.out_offsets.size() - 1);
    for (Vertex v = 0; v < n; ++v)
      for (std::uint64_t i = graph.out_offsets[v]; i < graph.out_offsets[v + 1]; ++i) {
        const std::uint32_t cited = order_.component_of[graph.targets[i]];
        const std::uint32_t citing = order_.component_of[v];
        if (cited != citing) arcs_.push_back({cited, citing, i, {.from = v, .to = graph.targets[i]}});
      }
    in_ = starts([](const Arc& arc) { return arc.citing; }, by_citing_);
    out_ = starts([](const Arc& arc) { return arc.cited; }, by_cited_);
  }

  struct Arc {
    std::uint32_t cited;
    std::uint32_t citing;
    std::uint64_t number;  // of the edge
    Edge edge;
  };

  std::uint32_t components() const { return order_.count; }
  const std::vector<Arc>& arcs() const { return arcs_; }
  // Positions in `arcs` of what leads into or out of a component, ascending.
  std::span<const std::uint32_t> into(std::uint32_t c) const { return row(in_, by_citing_, c); }
  std::span<const std::uint32_t> out_of(std::uint32_t c) const { return row(out_, by_cited_, c); }

 private:
  template <class EndOf>
  std::vector<std::size_t> starts(EndOf end_of, std::vector<std::uint32_t>& sorted) const {
    std::vector<std::size_t> start(std::size_t{order_.count} + 1, 0);
    for (const Arc& arc : arcs_) ++start[end_of(arc) + 1];
    std::partial_sum(start.begin(), start.end(), start.begin());
    std::vector<std::size_t> next(start.begin(), start.end() - 1);
    sorted.resize(arcs_.size());
    for (std::uint32_t a = 0; a < arcs_.size(); ++a) sorted[next[end_of(arcs_[a])]++] = a;
    return start;
  }

  static std::span<const std::uint32_t> row(const std::vector<std::size_t>& start,
                                            const std::vector<std::uint32_t>& sorted, std::uint32_t c) {
    return std::span(sorted).subspan(start[c], start[c + 1] - start[c]);
  }

  StrongOrder order_;
  std::vector<Arc> arcs_;
  std::vector<std::size_t> in_, out_;
  std::vector<std::uint32_t> by_citing_, by_cited_;
};

// By arc. Paths are counted before its cited end and after its citing one.
std::vector<double> arc_weights(const Flow& flow, TraversalWeight weight) {
  const bool from_anywhere = weight != TraversalWeight::spc;
  const bool to_anywhere = weight == TraversalWeight::spnp;
  std::vector<double> before(flow.components());
  std::vector<double> after(flow.components());
  for (std::uint32_t c = 0; c < flow.components(); ++c) {
    before[c] = from_anywhere || flow.into(c).empty() ? 1 : 0;
    for (const std::uint32_t a : flow.into(c)) before[c] += before[flow.arcs()[a].cited];
  }
  for (std::uint32_t c = flow.components(); c-- > 0;) {
    after[c] = to_anywhere || flow.out_of(c).empty() ? 1 : 0;
    for (const std::uint32_t a : flow.out_of(c)) after[c] += after[flow.arcs()[a].citing];
  }
  std::vector<double> weights;
  weights.reserve(flow.arcs().size());
  for (const Flow::Arc& arc : flow.arcs()) weights.push_back(before[arc.cited] * after[arc.citing]);
  return weights;
}

class PathFinder {
 public:
  PathFinder(const Flow& flow, const std::vector<double>& weights)
      : flow_(flow), weights_(weights), chosen_(weights.size(), false) {}

  void local() {
    std::vector<std::uint32_t> first;
    for (std::uint32_t c = 0; c < flow_.components(); ++c)
      if (flow_.into(c).empty()) first.insert(first.end(), flow_.out_of(c).begin(), flow_.out_of(c).end());
    follow(heaviest(first), true);
  }

  void global() {
    std::vector<double> best(flow_.components(), 0);
    std::vector<std::optional<std::uint32_t>> arrived(flow_.components());
    std::uint32_t end = 0;
    for (std::uint32_t c = 0; c < flow_.components(); ++c) {
      for (const std::uint32_t a : flow_.into(c)) {
        const double sum = best[flow_.arcs()[a].cited] + weights_[a];
        if (arrived[c] && sum <= best[c]) continue;
        best[c] = sum;
        arrived[c] = a;
      }
      if (best[c] > best[end]) end = c;
    }
    while (arrived[end]) {
      chosen_[*arrived[end]] = true;
      end = flow_.arcs()[*arrived[end]].cited;
    }
  }

  void key_routes(std::uint32_t count) {
    std::vector<std::uint32_t> arcs(weights_.size());
    std::iota(arcs.begin(), arcs.end(), 0U);
    const std::size_t most = std::min<std::size_t>(count, arcs.size());
    std::partial_sort(arcs.begin(), arcs.begin() + static_cast<std::ptrdiff_t>(most), arcs.end(),
                      [&](std::uint32_t a, std::uint32_t b) {
                        return weights_[a] != weights_[b] ? weights_[a] > weights_[b] : a < b;
                      });
    arcs.resize(most);
    follow(arcs, true);
    follow(arcs, false);
  }

  std::vector<Edge> edges() const {
    std::vector<Edge> edges;
    for (std::size_t a = 0; a < chosen_.size(); ++a)
      if (chosen_[a]) edges.push_back(flow_.arcs()[a].edge);
    std::sort(edges.begin(), edges.end());
    return edges;
  }

 private:
  std::vector<std::uint32_t> heaviest(std::span<const std::uint32_t> arcs) const {
    double most = 0;
    for (const std::uint32_t a : arcs) most = std::max(most, weights_[a]);
    std::vector<std::uint32_t> result;
    for (const std::uint32_t a : arcs)
      if (weights_[a] == most) result.push_back(a);
    return result;
  }

  // From each arc on along the heaviest ones, to the newest works or back to the oldest.
  void follow(std::vector<std::uint32_t> arcs, bool forward) {
    std::vector<bool> visited(flow_.components(), false);
    while (!arcs.empty()) {
      const std::uint32_t a = arcs.back();
      arcs.pop_back();
      chosen_[a] = true;
      const std::uint32_t c = forward ? flow_.arcs()[a].citing : flow_.arcs()[a].cited;
      if (visited[c]) continue;
      visited[c] = true;
      const std::vector<std::uint32_t> next = heaviest(forward ? flow_.out_of(c) : flow_.into(c));
      arcs.insert(arcs.end(), next.begin(), next.end());
    }
  }

  const Flow& flow_;
  const std::vector<double>& weights_;
  std::vector<bool> chosen_;  // by arc
};

}  // namespace

std::vector<double> traversal_weights(const GraphStructure& graph, TraversalWeight weight) {
  const Flow flow(graph);
  const std::vector<double> of_arc = arc_weights(flow, weight);
  std::vector<double> of_edge(graph.targets.size(), 0);
  for (std::size_t a = 0; a < of_arc.size(); ++a) of_edge[flow.arcs()[a].number] = of_arc[a];
  return of_edge;
}

std::vector<Edge> main_path(const GraphStructure& graph, const MainPathOptions& options) {
  if (graph.targets.empty()) return {};
  const Flow flow(graph);
  const std::vector<double> weights = arc_weights(flow, options.weight);
  PathFinder finder(flow, weights);
  switch (options.search) {
    case MainPathSearch::local:
      finder.local();
      break;
    case MainPathSearch::global:
      finder.global();
      break;
    case MainPathSearch::key_route:
      finder.key_routes(options.key_routes);
      break;
  }
  return finder.edges();
}

}  // namespace citegraph::analysis
