#include <algorithm>

#include "citegraph/graph.hpp"

#include "graph/contents.hpp"

namespace citegraph {
namespace {

// What is known of two works that are both kept.
void keep_pairs(const graph::Contents& contents, std::span<const Vertex> renamed, graph::Assembled& part) {
  const auto keep = [&](const auto& pairs, auto& kept) {
    for (auto pair : pairs) {
      pair.first = renamed[pair.first];
      pair.second = renamed[pair.second];
      if (pair.first != no_vertex && pair.second != no_vertex) kept.push_back(pair);
    }
  };
  keep(contents.versions(), part.versions);
  keep(contents.conflicts(), part.conflicts);
  keep(contents.decisions(), part.decisions);
}

}  // namespace

Graph Graph::subgraph(std::span<const Vertex> vertices) const {
  std::vector<Vertex> kept(vertices.begin(), vertices.end());
  std::sort(kept.begin(), kept.end());
  kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
  if (!contents_ || kept.empty()) return {};

  std::vector<Vertex> renamed(vertex_count(), no_vertex);
  for (Vertex v = 0; v < kept.size(); ++v) renamed[kept[v]] = v;
  graph::Assembled part;
  std::vector<Edge> edges;
  for (const Vertex v : kept) {
    part.works.push_back(contents_->work(v));
    part.roles.push_back(role(v));
    const std::span<const Variant> prints = variants(v);
    part.variants.emplace_back(prints.begin(), prints.end());
    part.packed.emplace_back(contents_->packed(v));
    for (std::uint64_t i = structure_.out_offsets[v]; i < structure_.out_offsets[v + 1]; ++i) {
      const Vertex to = renamed[structure_.targets[i]];
      if (to == no_vertex) continue;
      part.cites.add(edges.size(), contents_->cites(i));
      edges.push_back({.from = renamed[v], .to = to});
    }
  }
  part.out = graph::rows_of_cited(kept.size(), edges);
  part.in = graph::rows_of_citing(kept.size(), edges);
  graph::index_works(part);
  keep_pairs(*contents_, renamed, part);
  for (const Vertex v : contents_->of_work()) part.of_work.push_back(renamed[v]);
  return graph::make_graph(std::move(part));
}

}  // namespace citegraph
