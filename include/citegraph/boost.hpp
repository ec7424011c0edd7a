/// \file
/// `citegraph::Graph` as a model of Boost.Graph's concepts: VertexListGraph, EdgeListGraph, AdjacencyGraph,
/// IncidenceGraph, BidirectionalGraph and AdjacencyMatrix (whose look-up is logarithmic here). Include this, then any
/// algorithm:
///
///     #include <boost/graph/breadth_first_search.hpp>
///     #include <citegraph/boost.hpp>
///
///     GraphBuilder builder;
///     builder.add(read_paper("paper.md"));
///     const Graph graph = std::move(builder).build();
///     for (auto v : boost::make_iterator_range(vertices(graph)))
///       std::cout << graph[v].key << " is cited " << in_degree(v, graph) << " times\n";
///
///     std::vector<int> distance(num_vertices(graph));
///     auto distances = boost::make_iterator_property_map(distance.begin(), get(boost::vertex_index, graph));
///     auto record = boost::make_bfs_visitor(boost::record_distances(distances, boost::on_tree_edge()));
///     boost::breadth_first_search(graph, graph.papers().front(), boost::visitor(record));
///
/// The graph has the properties vertex_index, edge_index and, for `copy_graph`, vertex_all and edge_all. It has no
/// weights; where all edges count the same, pass `weight_map(boost::static_property_map<int>(1))`.
///
/// To change a graph, copy it to Boost's own structure: `to_adjacency_list` in adjacency_list.hpp.
///
/// This header needs the headers of Boost 1.74 or later. Its functions are plain overloads for `Graph`: no template
/// here can take a call that is meant for another graph.
#pragma once

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>
#include <boost/range/iterator_range_core.hpp>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>

#include "citegraph/graph.hpp"

/// \cond
// The iterators, property maps and traits below are what Boost's concepts ask for, and mean what they say there.
namespace citegraph::bgl {

enum class Direction { out, in };

/// Walks one row of the graph: the edges from a vertex, or those to it.
template <Direction direction>
class RowIterator
    : public boost::iterator_facade<RowIterator<direction>, Edge, boost::random_access_traversal_tag, Edge> {
 public:
  RowIterator() = default;
  RowIterator(Vertex fixed, const Vertex* other) : other_(other), fixed_(fixed) {}

 private:
  friend class boost::iterator_core_access;
  Edge dereference() const {
    return direction == Direction::out ? Edge{.from = fixed_, .to = *other_} : Edge{.from = *other_, .to = fixed_};
  }
  bool equal(const RowIterator& that) const { return other_ == that.other_; }
  void increment() { ++other_; }
  void decrement() { --other_; }
  void advance(std::ptrdiff_t n) { other_ += n; }
  std::ptrdiff_t distance_to(const RowIterator& that) const { return that.other_ - other_; }

  const Vertex* other_ = nullptr;
  Vertex fixed_ = 0;
};

/// Walks all edges, by citing and then by cited work.
class EdgeIterator : public boost::iterator_facade<EdgeIterator, Edge, boost::forward_traversal_tag, Edge> {
 public:
  EdgeIterator() = default;
  EdgeIterator(const Graph& graph, std::uint64_t position)
      : offsets_(graph.structure().out_offsets.data()),
        targets_(graph.structure().targets.data()),
        position_(position),
        vertex_count_(graph.vertex_count()) {
    leave_finished_rows();
  }

 private:
  friend class boost::iterator_core_access;
  Edge dereference() const { return {.from = from_, .to = targets_[position_]}; }
  bool equal(const EdgeIterator& that) const { return position_ == that.position_; }
  void increment() {
    ++position_;
    leave_finished_rows();
  }
  void leave_finished_rows() {
    while (from_ < vertex_count_ && offsets_[from_ + std::size_t{1}] <= position_) ++from_;
  }

  const std::uint64_t* offsets_ = nullptr;
  const Vertex* targets_ = nullptr;
  std::uint64_t position_ = 0;
  Vertex from_ = 0;
  Vertex vertex_count_ = 0;
};

/// Vertices are their own index. The values are std::size_t because boost::transitive_closure compiles with no other
/// type.
struct VertexIndexMap : boost::put_get_helper<std::size_t, VertexIndexMap> {
  using key_type = Vertex;
  using value_type = std::size_t;
  using reference = std::size_t;
  using category = boost::readable_property_map_tag;
  std::size_t operator[](Vertex vertex) const { return vertex; }
};

struct EdgeIndexMap : boost::put_get_helper<std::uint64_t, EdgeIndexMap> {
  using key_type = Edge;
  using value_type = std::uint64_t;
  using reference = std::uint64_t;
  using category = boost::readable_property_map_tag;

  EdgeIndexMap() = default;
  explicit EdgeIndexMap(const Graph& g) : graph(&g) {}
  std::uint64_t operator[](Edge edge) const { return graph->index(edge).value(); }

  const Graph* graph = nullptr;
};

/// `graph[descriptor]` as a property map.
template <class Descriptor, class Value>
struct BundleMap : boost::put_get_helper<const Value&, BundleMap<Descriptor, Value>> {
  using key_type = Descriptor;
  using value_type = Value;
  using reference = const Value&;
  using category = boost::readable_property_map_tag;

  BundleMap() = default;
  explicit BundleMap(const Graph& g) : graph(&g) {}
  const Value& operator[](Descriptor descriptor) const { return (*graph)[descriptor]; }

  const Graph* graph = nullptr;
};

struct TraversalCategory : virtual boost::vertex_list_graph_tag,
                           virtual boost::edge_list_graph_tag,
                           virtual boost::adjacency_graph_tag,
                           virtual boost::bidirectional_graph_tag,
                           virtual boost::adjacency_matrix_tag {};

}  // namespace citegraph::bgl

namespace boost {

template <>
struct graph_traits<citegraph::Graph> {
  using vertex_descriptor = citegraph::Vertex;
  using edge_descriptor = citegraph::Edge;
  using directed_category = bidirectional_tag;
  using edge_parallel_category = disallow_parallel_edge_tag;
  using traversal_category = citegraph::bgl::TraversalCategory;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::uint64_t;
  using degree_size_type = std::uint32_t;  // no pair twice, so none has more edges than there are vertices
  using vertex_iterator = counting_iterator<citegraph::Vertex, random_access_traversal_tag, std::ptrdiff_t>;
  using edge_iterator = citegraph::bgl::EdgeIterator;
  using out_edge_iterator = citegraph::bgl::RowIterator<citegraph::bgl::Direction::out>;
  using in_edge_iterator = citegraph::bgl::RowIterator<citegraph::bgl::Direction::in>;
  using adjacency_iterator = const citegraph::Vertex*;
  using inv_adjacency_iterator = const citegraph::Vertex*;
  static constexpr vertex_descriptor null_vertex() noexcept { return std::numeric_limits<vertex_descriptor>::max(); }
};
template <>
struct graph_traits<const citegraph::Graph> : graph_traits<citegraph::Graph> {};

template <>
struct vertex_bundle_type<citegraph::Graph> {
  using type = const citegraph::Work;
};
template <>
struct edge_bundle_type<citegraph::Graph> {
  using type = const citegraph::Cites;
};
template <>
struct vertex_property_type<citegraph::Graph> {
  using type = citegraph::Work;
};
template <>
struct edge_property_type<citegraph::Graph> {
  using type = citegraph::Cites;
};

template <>
struct property_map<citegraph::Graph, vertex_index_t> {
  using type = citegraph::bgl::VertexIndexMap;
  using const_type = type;
};
template <>
struct property_map<citegraph::Graph, edge_index_t> {
  using type = citegraph::bgl::EdgeIndexMap;
  using const_type = type;
};
template <>
struct property_map<citegraph::Graph, vertex_all_t> {
  using type = citegraph::bgl::BundleMap<citegraph::Vertex, citegraph::Work>;
  using const_type = type;
};
template <>
struct property_map<citegraph::Graph, edge_all_t> {
  using type = citegraph::bgl::BundleMap<citegraph::Edge, citegraph::Cites>;
  using const_type = type;
};
template <>
struct property_map<citegraph::Graph, vertex_bundle_t> : property_map<citegraph::Graph, vertex_all_t> {};
template <>
struct property_map<citegraph::Graph, edge_bundle_t> : property_map<citegraph::Graph, edge_all_t> {};
template <class Property>
struct property_map<const citegraph::Graph, Property> : property_map<citegraph::Graph, Property> {};

}  // namespace boost

namespace citegraph {

using GraphTraits = boost::graph_traits<Graph>;

// Vertices and edges

inline GraphTraits::vertices_size_type num_vertices(const Graph& graph) { return graph.vertex_count(); }
inline GraphTraits::edges_size_type num_edges(const Graph& graph) { return graph.edge_count(); }

inline std::pair<GraphTraits::vertex_iterator, GraphTraits::vertex_iterator> vertices(const Graph& graph) {
  return {GraphTraits::vertex_iterator(0), GraphTraits::vertex_iterator(graph.vertex_count())};
}
inline std::pair<GraphTraits::edge_iterator, GraphTraits::edge_iterator> edges(const Graph& graph) {
  return {GraphTraits::edge_iterator(graph, 0), GraphTraits::edge_iterator(graph, graph.edge_count())};
}
inline Vertex vertex(GraphTraits::vertices_size_type n, const Graph&) { return static_cast<Vertex>(n); }

// From a vertex to its edges and neighbours

inline Vertex source(Edge edge, const Graph&) { return edge.from; }
inline Vertex target(Edge edge, const Graph&) { return edge.to; }

inline GraphTraits::degree_size_type out_degree(Vertex v, const Graph& graph) {
  const auto offsets = graph.structure().out_offsets;
  return static_cast<GraphTraits::degree_size_type>(offsets[v + std::size_t{1}] - offsets[v]);
}
inline GraphTraits::degree_size_type in_degree(Vertex v, const Graph& graph) {
  const auto offsets = graph.structure().in_offsets;
  return static_cast<GraphTraits::degree_size_type>(offsets[v + std::size_t{1}] - offsets[v]);
}
inline GraphTraits::degree_size_type degree(Vertex v, const Graph& graph) {
  return out_degree(v, graph) + in_degree(v, graph);
}
inline std::pair<const Vertex*, const Vertex*> adjacent_vertices(Vertex v, const Graph& graph) {
  const auto row = graph.cited(v);
  return {row.data(), row.data() + row.size()};
}
inline std::pair<const Vertex*, const Vertex*> inv_adjacent_vertices(Vertex v, const Graph& graph) {
  const auto row = graph.citing(v);
  return {row.data(), row.data() + row.size()};
}
inline std::pair<GraphTraits::out_edge_iterator, GraphTraits::out_edge_iterator> out_edges(Vertex v,
                                                                                           const Graph& graph) {
  const auto [first, last] = adjacent_vertices(v, graph);
  return {{v, first}, {v, last}};
}
inline std::pair<GraphTraits::in_edge_iterator, GraphTraits::in_edge_iterator> in_edges(Vertex v, const Graph& graph) {
  const auto [first, last] = inv_adjacent_vertices(v, graph);
  return {{v, first}, {v, last}};
}
inline std::pair<Edge, bool> edge(Vertex from, Vertex to, const Graph& graph) {
  const Edge between{.from = from, .to = to};
  return {between, graph.index(between).has_value()};
}

// Property maps

inline bgl::VertexIndexMap get(boost::vertex_index_t, const Graph&) { return {}; }
inline std::size_t get(boost::vertex_index_t, const Graph&, Vertex v) { return v; }
inline bgl::EdgeIndexMap get(boost::edge_index_t, const Graph& graph) { return bgl::EdgeIndexMap(graph); }
inline std::uint64_t get(boost::edge_index_t, const Graph& graph, Edge e) { return bgl::EdgeIndexMap(graph)[e]; }
inline bgl::BundleMap<Vertex, Work> get(boost::vertex_all_t, const Graph& graph) {
  return bgl::BundleMap<Vertex, Work>(graph);
}
inline const Work& get(boost::vertex_all_t, const Graph& graph, Vertex v) { return graph[v]; }
inline bgl::BundleMap<Edge, Cites> get(boost::edge_all_t, const Graph& graph) {
  return bgl::BundleMap<Edge, Cites>(graph);
}
inline const Cites& get(boost::edge_all_t, const Graph& graph, Edge e) { return graph[e]; }
inline bgl::BundleMap<Vertex, Work> get(boost::vertex_bundle_t, const Graph& graph) {
  return bgl::BundleMap<Vertex, Work>(graph);
}
inline bgl::BundleMap<Edge, Cites> get(boost::edge_bundle_t, const Graph& graph) {
  return bgl::BundleMap<Edge, Cites>(graph);
}

// Iterators and maps into a graph that is about to go do not compile.

std::pair<GraphTraits::edge_iterator, GraphTraits::edge_iterator> edges(const Graph&&) = delete;
std::pair<const Vertex*, const Vertex*> adjacent_vertices(Vertex, const Graph&&) = delete;
std::pair<const Vertex*, const Vertex*> inv_adjacent_vertices(Vertex, const Graph&&) = delete;
std::pair<GraphTraits::out_edge_iterator, GraphTraits::out_edge_iterator> out_edges(Vertex, const Graph&&) = delete;
std::pair<GraphTraits::in_edge_iterator, GraphTraits::in_edge_iterator> in_edges(Vertex, const Graph&&) = delete;
bgl::EdgeIndexMap get(boost::edge_index_t, const Graph&&) = delete;
bgl::BundleMap<Vertex, Work> get(boost::vertex_all_t, const Graph&&) = delete;
const Work& get(boost::vertex_all_t, const Graph&&, Vertex) = delete;
bgl::BundleMap<Edge, Cites> get(boost::edge_all_t, const Graph&&) = delete;
const Cites& get(boost::edge_all_t, const Graph&&, Edge) = delete;
bgl::BundleMap<Vertex, Work> get(boost::vertex_bundle_t, const Graph&&) = delete;
bgl::BundleMap<Edge, Cites> get(boost::edge_bundle_t, const Graph&&) = delete;

}  // namespace citegraph
/// \endcond
