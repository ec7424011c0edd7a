#include "citegraph/graph_bibtex.hpp"

#include <algorithm>
#include <vector>

namespace citegraph {
namespace {

bool is_listed(const Graph& graph, Vertex vertex) {
  const auto citing = graph.citing(vertex);
  return std::any_of(citing.begin(), citing.end(),
                     [&](Vertex from) { return graph[Edge{.from = from, .to = vertex}].listed; });
}

bool is_selected(const Graph& graph, Vertex vertex, const GraphSelection& selection) {
  switch (graph.role(vertex)) {
    case VertexRole::paper:
      return selection.papers || is_listed(graph, vertex);
    case VertexRole::missing:
      return selection.missing;
    case VertexRole::listed:
      break;
  }
  return true;
}

}  // namespace

std::vector<Work> selected_works(const Graph& graph, const GraphSelection& selection) {
  std::vector<Work> works;
  for (Vertex v = 0; v < graph.vertex_count(); ++v)
    if (is_selected(graph, v, selection)) works.push_back(graph[v]);
  std::sort(works.begin(), works.end(), [](const Work& a, const Work& b) { return a.key < b.key; });
  return works;
}

void write_bibtex(std::ostream& out, const Graph& graph, const BibtexOptions& options,
                  const GraphSelection& selection) {
  write_bibtex(out, selected_works(graph, selection), options);
}

}  // namespace citegraph
