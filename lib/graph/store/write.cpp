#include <ostream>
#include <string>
#include <vector>

#include "citegraph/store.hpp"

#include "graph/contents.hpp"
#include "graph/store/records.hpp"
#include "graph/store/writer.hpp"

namespace citegraph {

using namespace graph::store;

void write_store(std::ostream& out, const Graph& graph) {
  const GraphStructure& structure = graph.structure();
  const graph::Contents* contents = graph::Access::contents(graph);
  const std::uint64_t vertices = graph.vertex_count();
  std::vector<VertexRole> roles;
  for (Vertex v = 0; v < vertices; ++v) roles.push_back(graph.role(v));

  StoreWriter writer(out);
  writer.head();
  writer.array(SectionId::out_offsets, structure.out_offsets);
  writer.array(SectionId::targets, structure.targets);
  writer.array(SectionId::in_offsets, structure.in_offsets);
  writer.array(SectionId::sources, structure.sources);
  writer.array<VertexRole>(SectionId::roles, roles);
  writer.array(SectionId::papers, graph.papers());
  writer.array(SectionId::by_key, contents != nullptr ? contents->by_key() : std::span<const Vertex>());
  writer.records(SectionId::work_places, SectionId::works, vertices,
                 [&](std::uint64_t v, std::string& bytes) { graph::append(bytes, graph[static_cast<Vertex>(v)]); });
  writer.records(SectionId::print_places, SectionId::prints, vertices, [&](std::uint64_t v, std::string& bytes) {
    graph::append_prints(bytes, contents->packed(static_cast<Vertex>(v)), contents->variants(static_cast<Vertex>(v)));
  });
  std::vector<std::uint64_t> described;
  const Cites listed{.listed = true, .mentions = {}};
  for (std::uint64_t e = 0; e < graph.edge_count(); ++e)
    if (contents->cites(e) != listed) described.push_back(e);
  writer.array<std::uint64_t>(SectionId::described, described);
  writer.records(SectionId::cites_places, SectionId::cites, described.size(),
                 [&](std::uint64_t i, std::string& bytes) { graph::append(bytes, contents->cites(described[i])); });
  writer.array(SectionId::versions, graph.versions());
  writer.array(SectionId::conflicts, graph.conflicts());
  writer.array(SectionId::decisions,
               contents != nullptr ? contents->decisions() : std::span<const graph::PrintDecision>());
  writer.table();
}

}  // namespace citegraph
