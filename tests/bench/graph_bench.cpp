// The graph beside Boost.Graph and, where it was found when this was built, igraph:
//
//     cmake --preset release && cmake --build --preset release --target bench_graph && bench_graph 1000000
//
// The first argument is the number of works; citation_generator.hpp says what they cite. The second is how many
// gigabytes a graph of another library may take (6 unless it is given): what needs more is left out. Ratios are how
// much longer the other one takes, each pair measured in turn in this run; times are processor seconds, the shortest of
// some tries.
#include <algorithm>
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
#include <limits>
#include <span>
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

// What other graphs take for a citation, as measured: adjacency_list of both directions, igraph with its list of pairs.
constexpr double list_bytes = 100;
constexpr double igraph_bytes = 50;

struct Options {
  Vertex works = 1000000;
  double gigabytes = 6;

  bool fits(const Graph& graph, double bytes_a_citation) const {
    return static_cast<double>(graph.edge_count()) * bytes_a_citation <= gigabytes * 1e9;
  }
  // Of what takes seconds at a time, fewer tries; of what takes milliseconds, more.
  int tries(int usual) const {
    return works > 10000000 ? 1 : works > 2000000 ? std::min(usual, 2) : works > 200000 ? usual : 5 * usual;
  }
};

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

void sizes(const Options& options, std::span<const Edge> edges, const Graph& graph) {
  heading("Size and building");
  const Vertex works = options.works;
  const GraphStructure& s = graph.structure();
  const double bytes = static_cast<double>(s.out_offsets.size_bytes() + s.targets.size_bytes() +
                                           s.in_offsets.size_bytes() + s.sources.size_bytes());
  const auto count = static_cast<double>(s.targets.size());
  figure("works", works, "");
  figure("citations", count, "");
  figure("bytes a citation, both directions", bytes / count, "bytes");
  const double before = memory_in_use();
  forget_peak();
  const double seconds = cpu(options.tries(3), [&] { const BareGraph bare(works, edges); });
  figure("citations built a second, by citing work", count / seconds / 1e6, "million");
  figure("memory a citation while it is built, beside the list", (memory_in_use("VmHWM:") - before) / count, "bytes");
  std::vector<Edge> shuffled(edges.begin(), edges.end());
  Random random(2);
  for (std::size_t i = shuffled.size(); i > 1; --i) std::swap(shuffled[i - 1], shuffled[random.below(i)]);
  const double slow = cpu(options.tries(2), [&] { const BareGraph bare(works, shuffled); });
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

void boost_algorithms(const Options& options, const Graph& graph, const Csr& csr, const TwoWayCsr& two_way) {
  heading("Boost's algorithms on this graph, against compressed_sparse_row_graph");
  const auto row = [&](const char* what, const auto& ours, const auto& theirs) {
    ratio(what, side_by_side(options.tries(5), ours, theirs));
  };
  row(
      "breadth_first_search", [&] { search(graph); }, [&] { search(csr); });
  row(
      "strong_components", [&] { strong(graph); }, [&] { strong(csr); });
  row(
      "incremental_components", [&] { weak(graph); }, [&] { weak(csr); });
  row(
      "page_rank, bidirectional as this one is", [&] { rank(graph); }, [&] { rank(two_way); });
  row(
      "page_rank, directed", [&] { rank(graph); }, [&] { rank(csr); });
}

// How much sooner two threads are done than one, by the clock: with something else to do, a machine shows less.
template <class Run>
double speed_up(int tries, const Run& run) {
  double alone = std::numeric_limits<double>::infinity();
  double both = std::numeric_limits<double>::infinity();
  for (int i = 0; i < tries; ++i) {
    alone = std::min(alone, shortest(
                                1, [&] { run(1); }, wall_seconds));
    both = std::min(both, shortest(
                              1, [&] { run(2); }, wall_seconds));
  }
  return alone / both;
}

void own_page_rank(const Options& options, const Graph& graph, const TwoWayCsr& two_way) {
  const GraphStructure& s = graph.structure();
  ratio("page_rank, against compressed_sparse_row_graph<bidirectionalS>",
        side_by_side(
            options.tries(5), [&] { own_rank(s); }, [&] { rank(two_way); }));
  if (options.fits(graph, list_bytes)) {
    List list(graph.vertex_count());
    for (Vertex v = 0; v < graph.vertex_count(); ++v)
      for (const Vertex w : graph.cited(v)) add_edge(v, w, list);
    ratio("page_rank, against adjacency_list", side_by_side(
                                                   1, [&] { own_rank(s); }, [&] { rank(list); }));
  }
  figure("page_rank, two threads against one",
         speed_up(options.tries(5), [&](unsigned threads) { own_rank(s, threads); }), "x");
}

void own_algorithms(const Options& options, const Graph& graph, const Csr& csr, const TwoWayCsr& two_way) {
  heading("Own algorithms against Boost's");
  const GraphStructure& s = graph.structure();
  own_page_rank(options, graph, two_way);
  ratio("weak components", side_by_side(
                               options.tries(5), [&] { (void)analysis::weak_components(s); }, [&] { weak(csr); }));
  ratio("strong components",
        side_by_side(
            options.tries(3), [&] { (void)analysis::strong_components(s); }, [&] { strong(csr); }));
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

// Seconds for one of them, on the average.
template <class Ask>
double seconds_each(int tries, std::span<const Vertex> works, const Ask& ask) {
  const double all = cpu(tries, [&] {
    for (const Vertex v : works) ask(v);
  });
  return all / static_cast<double>(works.size());
}

struct OfOneWork {
  double co_cited;
  double coupled;
};

OfOneWork of_one_work(const Graph& graph, std::span<const Vertex> works) {
  heading("Of one work, the mean of twenty that are cited much");
  const GraphStructure& s = graph.structure();
  const OfOneWork seconds{seconds_each(3, works, [&](Vertex v) { (void)analysis::co_cited(s, v); }),
                          seconds_each(3, works, [&](Vertex v) { (void)analysis::coupled(s, v); })};
  figure("co-citation", seconds.co_cited * 1e3, "ms");
  figure("bibliographic coupling", seconds.coupled * 1e3, "ms");
  return seconds;
}

#ifdef CITEGRAPH_BENCH_IGRAPH
void against_igraph(const Graph& graph, std::span<const Vertex> works, const OfOneWork& ours) {
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
  const auto per_work = [&](const char* what, double own, auto* function) {
    const double theirs = seconds_each(1, works.first(std::min<std::size_t>(3, works.size())), [&](Vertex v) {
      igraph_matrix_t result;
      igraph_matrix_init(&result, 0, 0);
      function(&other, &result, igraph_vss_1(v));
      igraph_matrix_destroy(&result);
    });
    ratio(what, {own, theirs});
  };
  per_work("co-citation of one work", ours.co_cited, igraph_cocitation);
  per_work("bibliographic coupling of one work", ours.coupled, igraph_bibcoupling);
  igraph_destroy(&other);
}
#endif

void run(const Options& options) {
  std::vector<Edge> edges = citation_edges(options.works);
  const Graph graph = graph_of(options.works, edges);
  sizes(options, edges, graph);
  edges = {};
  store(graph);
  {
    std::vector<std::pair<Vertex, Vertex>> pairs = sorted_pairs(graph);
    const Csr csr(boost::edges_are_sorted, pairs.begin(), pairs.end(), options.works, pairs.size());
    const TwoWayCsr two_way(boost::edges_are_unsorted_multi_pass, pairs.begin(), pairs.end(), options.works);
    pairs = {};
    boost_algorithms(options, graph, csr, two_way);
    own_algorithms(options, graph, csr, two_way);
  }
  const std::vector<Vertex> works = probes(graph);
  [[maybe_unused]] const OfOneWork ours = of_one_work(graph, works);
#ifdef CITEGRAPH_BENCH_IGRAPH
  if (options.fits(graph, igraph_bytes)) against_igraph(graph, works, ours);
#endif
  figure("memory in use at the most", peak_memory() / 1e6, "MB");
}

}  // namespace
}  // namespace citegraph::bench

int main(int argc, char** argv) {
  citegraph::bench::Options options;
  const long works = argc > 1 ? std::strtol(argv[1], nullptr, 10) : long{options.works};
  if (argc > 2) options.gigabytes = std::strtod(argv[2], nullptr);
  if (works < 1000 || works > 200000000) {
    std::fprintf(stderr, "usage: bench_graph [WORKS [GIGABYTES]], from 1000\n");
    return 2;
  }
  options.works = static_cast<citegraph::Vertex>(works);
  citegraph::bench::run(options);
}
