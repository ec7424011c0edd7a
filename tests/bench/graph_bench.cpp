// The graph beside Boost.Graph and, where it was found when this was built, igraph:
//
//     cmake --preset release && cmake --build --preset release --target bench_graph && bench_graph 1000000
//
// The argument is the number of works; citation_generator.hpp says what they cite. Ratios are how much longer the other
// one takes, each pair measured in turn in this run; times are processor seconds, the shortest of some tries.
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/incremental_components.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/pending/disjoint_sets.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>
#include <vector>
#ifdef CITEGRAPH_BENCH_IGRAPH
#include <igraph/igraph.h>
#endif

#include "citegraph/bare_graph.hpp"
#include "citegraph/boost.hpp"
#include "citegraph/co_citation.hpp"
#include "citegraph/communities.hpp"
#include "citegraph/ranking.hpp"
#include "citegraph/store.hpp"

#include "bench/citation_generator.hpp"
#include "bench/figures.hpp"
#include "graph/contents.hpp"

namespace citegraph::bench {
namespace {

using boost::no_property;
using Csr =
    boost::compressed_sparse_row_graph<boost::directedS, no_property, no_property, no_property, Vertex, std::uint64_t>;
using TwoWayCsr = boost::compressed_sparse_row_graph<boost::bidirectionalS, no_property, no_property, no_property,
                                                     Vertex, std::uint64_t>;
using List = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;

constexpr int rank_steps = 20;

// Works that say nothing: only the structure is measured.
Graph graph_of(Vertex works, std::span<const Edge> edges) {
  graph::Assembled assembled;
  graph::TwoWayRows rows = graph::two_way_rows(works, edges);
  assembled.out = std::move(rows.cited);
  assembled.in = std::move(rows.citing);
  assembled.works.resize(works);
  assembled.roles.assign(works, VertexRole::listed);
  assembled.variants.resize(works);
  graph::index_works(assembled);
  return graph::make_graph(std::move(assembled));
}

std::vector<std::pair<Vertex, Vertex>> sorted_pairs(const Graph& graph) {
  std::vector<std::pair<Vertex, Vertex>> pairs;
  pairs.reserve(graph.edge_count());
  for (Vertex v = 0; v < graph.vertex_count(); ++v)
    for (const Vertex w : graph.cited(v)) pairs.emplace_back(v, w);
  return pairs;
}

// ---- Boost's algorithms, on any graph

template <class BoostGraph>
void search(const BoostGraph& graph) {
  const std::size_t n = num_vertices(graph);
  std::vector<std::uint32_t> distance(n);
  const auto index = get(boost::vertex_index, graph);
  const auto distances = boost::make_iterator_property_map(distance.begin(), index);
  boost::breadth_first_search(
      graph, static_cast<Vertex>(n - 1),
      boost::visitor(boost::make_bfs_visitor(boost::record_distances(distances, boost::on_tree_edge()))));
}

template <class BoostGraph>
void strong(const BoostGraph& graph) {
  std::vector<Vertex> component(num_vertices(graph));
  const auto index = get(boost::vertex_index, graph);
  boost::strong_components(graph, boost::make_iterator_property_map(component.begin(), index));
}

template <class BoostGraph>
void weak(const BoostGraph& graph) {
  const std::size_t n = num_vertices(graph);
  std::vector<Vertex> rank(n);
  std::vector<Vertex> parent(n);
  const auto ranks = boost::make_iterator_property_map(rank.begin(), boost::typed_identity_property_map<Vertex>());
  const auto parents = boost::make_iterator_property_map(parent.begin(), boost::typed_identity_property_map<Vertex>());
  boost::disjoint_sets sets(ranks, parents);
  boost::initialize_incremental_components(graph, sets);
  boost::incremental_components(graph, sets);
  std::vector<Vertex> component(n);
  for (Vertex v = 0; v < n; ++v) component[v] = sets.find_set(v);
}

template <class BoostGraph>
void rank(const BoostGraph& graph) {
  std::vector<double> rank(num_vertices(graph));
  std::vector<double> next(num_vertices(graph));
  const auto index = get(boost::vertex_index, graph);
  boost::graph::page_rank(graph, boost::make_iterator_property_map(rank.begin(), index),
                          boost::graph::n_iterations(rank_steps), 0.85, num_vertices(graph),
                          boost::make_iterator_property_map(next.begin(), index));
}

void own_rank(const GraphStructure& graph, unsigned threads = 1) {
  (void)analysis::page_rank(graph, {.tolerance = 0, .most_steps = rank_steps, .threads = threads});
}

// ---- sections of the report

void sizes(Vertex works, std::span<const Edge> edges, const Graph& graph) {
  heading("Size and building");
  const GraphStructure& s = graph.structure();
  const double bytes = static_cast<double>(s.out_offsets.size_bytes() + s.targets.size_bytes() +
                                           s.in_offsets.size_bytes() + s.sources.size_bytes());
  const auto count = static_cast<double>(s.targets.size());
  figure("works", works, "");
  figure("citations", count, "");
  figure("bytes a citation, both directions", bytes / count, "bytes");
  const double seconds = cpu(3, [&] { const BareGraph bare(works, edges); });
  figure("citations built a second, by citing work", count / seconds / 1e6, "million");
  std::vector<Edge> shuffled(edges.begin(), edges.end());
  Random random(2);
  for (std::size_t i = shuffled.size(); i > 1; --i) std::swap(shuffled[i - 1], shuffled[random.below(i)]);
  const double slow = cpu(2, [&] { const BareGraph bare(works, shuffled); });
  figure("citations built a second, in no order", count / slow / 1e6, "million");
}

void store(const Graph& graph) {
  heading("The store");
  const std::string path =
      (std::filesystem::temp_directory_path() / ("bench_graph." + std::to_string(::getpid()))).string();
  const double written = cpu(1, [&] {
    std::ofstream out(path, std::ios::binary);
    write_store(out, graph);
  });
  figure("written in", written, "s");
  figure("its size", static_cast<double>(std::filesystem::file_size(path)) / 1e6, "MB");
  figure("opened in",
         shortest(
             5, [&] { (void)open_store(path, StoreCheck::frame); }, wall_seconds) *
             1e3,
         "ms");
  figure("opened in, everything checked",
         shortest(
             2, [&] { (void)open_store(path); }, wall_seconds) *
             1e3,
         "ms");
  const Graph mapped = open_store(path, StoreCheck::frame);
  ratio("breadth-first search, in memory against mapped", side_by_side(
                                                              3, [&] { search(mapped); }, [&] { search(graph); }));
  std::filesystem::remove(path);
}

void boost_algorithms(const Graph& graph, const Csr& csr, const TwoWayCsr& two_way) {
  heading("Boost's algorithms on this graph, against compressed_sparse_row_graph");
  ratio("breadth_first_search", side_by_side(
                                    5, [&] { search(graph); }, [&] { search(csr); }));
  ratio("strong_components", side_by_side(
                                 5, [&] { strong(graph); }, [&] { strong(csr); }));
  ratio("incremental_components", side_by_side(
                                      5, [&] { weak(graph); }, [&] { weak(csr); }));
  ratio("page_rank, bidirectional as this one is", side_by_side(
                                                       3, [&] { rank(graph); }, [&] { rank(two_way); }));
  ratio("page_rank, directed", side_by_side(
                                   3, [&] { rank(graph); }, [&] { rank(csr); }));
}

// How much sooner two threads are done than one, by the processor time of the one that works longer: what the clock
// would show on a machine that does nothing else.
template <class Run>
double speed_up(const Run& run) {
  double best = 0;
  for (int i = 0; i < 5; ++i) {
    const double alone = cpu(1, [&] { run(1); });
    double first = 0;
    const double both = cpu(1, [&] {
      first = shortest(
          1, [&] { run(2); }, thread_seconds);
    });
    best = std::max(best, alone / std::max(first, both - first));
  }
  return best;
}

void own_algorithms(const Graph& graph, const Csr& csr, const TwoWayCsr& two_way) {
  heading("Own algorithms against Boost's");
  const GraphStructure& s = graph.structure();
  ratio("page_rank, against compressed_sparse_row_graph<bidirectionalS>",
        side_by_side(
            3, [&] { own_rank(s); }, [&] { rank(two_way); }));
  {
    List list(graph.vertex_count());
    for (Vertex v = 0; v < graph.vertex_count(); ++v)
      for (const Vertex w : graph.cited(v)) add_edge(v, w, list);
    ratio("page_rank, against adjacency_list", side_by_side(
                                                   1, [&] { own_rank(s); }, [&] { rank(list); }));
  }
  figure("page_rank, two threads against one", speed_up([&](unsigned threads) { own_rank(s, threads); }), "x");
  ratio("weak components", side_by_side(
                               5, [&] { (void)analysis::weak_components(s); }, [&] { weak(csr); }));
  ratio("strong components", side_by_side(
                                 3, [&] { (void)analysis::strong_components(s); }, [&] { strong(csr); }));
}

// The works that are cited 100th, 200th ... most: neither stars nor unknown.
std::vector<Vertex> probes(const Graph& graph) {
  std::vector<Vertex> order(graph.vertex_count());
  for (Vertex v = 0; v < order.size(); ++v) order[v] = v;
  std::sort(order.begin(), order.end(),
            [&](Vertex a, Vertex b) { return graph.citing(a).size() > graph.citing(b).size(); });
  std::vector<Vertex> chosen;
  for (std::size_t i = 100; i < order.size() && chosen.size() < 20; i += 100) chosen.push_back(order[i]);
  return chosen;
}

#ifdef CITEGRAPH_BENCH_IGRAPH
void against_igraph(const Graph& graph) {
  heading("Against igraph");
  igraph_vector_int_t edges;
  igraph_vector_int_init(&edges, 0);
  igraph_vector_int_reserve(&edges, static_cast<igraph_integer_t>(2 * graph.edge_count()));
  for (const auto& [from, to] : sorted_pairs(graph)) {
    igraph_vector_int_push_back(&edges, from);
    igraph_vector_int_push_back(&edges, to);
  }
  igraph_t other;
  const double built = cpu(1, [&] { igraph_create(&other, &edges, graph.vertex_count(), IGRAPH_DIRECTED); });
  igraph_vector_int_destroy(&edges);
  figure("igraph builds the graph in", built, "s");
  const std::vector<Vertex> works = probes(graph);
  const auto ask = [&](auto* function, Vertex v) {
    igraph_matrix_t result;
    igraph_matrix_init(&result, 0, 0);
    function(&other, &result, igraph_vss_1(v));
    igraph_matrix_destroy(&result);
  };
  const auto per_work = [&](const char* what, const auto& ours, auto* theirs) {
    Pair pair{};
    pair.ours = cpu(3,
                    [&] {
                      for (const Vertex v : works) ours(v);
                    }) /
                static_cast<double>(works.size());
    pair.theirs = cpu(1,
                      [&] {
                        for (std::size_t i = 0; i < 3; ++i) ask(theirs, works[i]);
                      }) /
                  3;
    ratio(what, pair);
  };
  per_work(
      "co-citation of one work", [&](Vertex v) { (void)analysis::co_cited(graph.structure(), v); }, igraph_cocitation);
  per_work(
      "bibliographic coupling of one work", [&](Vertex v) { (void)analysis::coupled(graph.structure(), v); },
      igraph_bibcoupling);
  igraph_destroy(&other);
}
#endif

void run(Vertex works) {
  const std::vector<Edge> edges = citation_edges(works);
  const Graph graph = graph_of(works, edges);
  sizes(works, edges, graph);
  store(graph);
  {
    const std::vector<std::pair<Vertex, Vertex>> pairs = sorted_pairs(graph);
    const Csr csr(boost::edges_are_sorted, pairs.begin(), pairs.end(), works, pairs.size());
    const TwoWayCsr two_way(boost::edges_are_unsorted_multi_pass, pairs.begin(), pairs.end(), works);
    boost_algorithms(graph, csr, two_way);
    own_algorithms(graph, csr, two_way);
  }
#ifdef CITEGRAPH_BENCH_IGRAPH
  against_igraph(graph);
#endif
  figure("memory in use at the most", memory_in_use("VmHWM:") / 1e6, "MB");
}

}  // namespace
}  // namespace citegraph::bench

int main(int argc, char** argv) {
  const long works = argc > 1 ? std::strtol(argv[1], nullptr, 10) : 1000000;
  if (works < 1000 || works > 200000000) {
    std::fprintf(stderr, "usage: bench_graph [WORKS], from 1000\n");
    return 2;
  }
  citegraph::bench::run(static_cast<citegraph::Vertex>(works));
}
