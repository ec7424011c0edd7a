/// \file
/// What hangs together: components, cores, communities.
///
///     GraphBuilder builder;
///     builder.add(read_paper("paper.md"));
///     const Graph graph = std::move(builder).build();
///     const analysis::Partition fields = analysis::louvain(graph.structure());
///     std::cout << fields.count << " communities, modularity " << analysis::modularity(graph.structure(), fields) <<
///     '\n';
///
/// Parts are numbered by falling size, then by their first vertex.
#pragma once

#include <cstdint>
#include <vector>

#include "citegraph/api.hpp"
#include "citegraph/graph.hpp"

namespace citegraph::analysis {

/// Vertices divided into parts.
struct Partition {
  std::vector<std::uint32_t> part_of;  ///< By vertex: the number of its part, from 0.
  std::uint32_t count = 0;             ///< How many parts there are.
};

/// Works connected by citations, whatever their direction.
[[nodiscard]] CITEGRAPH_API Partition weak_components(const GraphStructure& graph);

/// Works that reach each other along references (Tarjan 1972, doi:10.1137/0201010): circles of citations, most parts
/// are single works.
[[nodiscard]] CITEGRAPH_API Partition strong_components(const GraphStructure& graph);

/// Of each vertex, the largest k such that it lies in the k-core: works with k links or more among themselves (Seidman
/// 1983, doi:10.1016/0378-8733(83)90028-X; Batagelj and Zaversnik 2003, arXiv:cs/0310049). Directions, and links of a
/// work to itself, do not count.
[[nodiscard]] CITEGRAPH_API std::vector<std::uint32_t> core_numbers(const GraphStructure& graph);

/// Communities by Louvain's method (Blondel, Guillaume, Lambiotte and Lefebvre 2008,
/// doi:10.1088/1742-5468/2008/10/P10008), without regard to direction. A higher `resolution` gives smaller ones.
/// Vertices are visited in their order, so the result is always the same.
[[nodiscard]] CITEGRAPH_API Partition louvain(const GraphStructure& graph, double resolution = 1.0);

/// Communities by Leiden's method (Traag, Waltman and van Eck 2019, doi:10.1038/s41598-019-41695-z), without regard to
/// direction: like Louvain's, but each community hangs together. By igraph, which is under the GPL: the library has it
/// where it was built with `CITEGRAPH_WITH_IGRAPH`. The result is the same each time for one version of igraph.
/// \throws Error where the library was built without.
[[nodiscard]] CITEGRAPH_API Partition leiden(const GraphStructure& graph, double resolution = 1.0);
/// True where the library was built with igraph.
[[nodiscard]] CITEGRAPH_API bool has_leiden() noexcept;

/// How much more lies inside the parts than chance would put there (Newman and Girvan 2004,
/// doi:10.1103/PhysRevE.69.026113), without regard to direction.
[[nodiscard]] CITEGRAPH_API double modularity(const GraphStructure& graph, const Partition& partition,
                                              double resolution = 1.0);

}  // namespace citegraph::analysis
