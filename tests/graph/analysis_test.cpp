// Co-citation, main paths, components, communities and history against their definitions, on every one of many small
// graphs.
#include <cmath>
#include <functional>
#include <gtest/gtest.h>
#include <map>
#include <vector>

#include "citegraph/co_citation.hpp"
#include "citegraph/communities.hpp"
#include "citegraph/error.hpp"
#include "citegraph/history.hpp"
#include "citegraph/main_path.hpp"

#include "graph/random_structure.hpp"

namespace citegraph::analysis {
namespace {

using test::random_structure;
using test::reachability;
using test::Shape;
using test::Structure;

constexpr unsigned graphs = 300;

TEST(CoCitation, is_its_definition) {
  for (unsigned seed = 0; seed < graphs; ++seed) {
    const Structure graph = random_structure(seed, Shape::any);
    std::map<std::pair<Vertex, Vertex>, std::uint32_t> cited_together;
    std::map<std::pair<Vertex, Vertex>, std::uint32_t> citing_the_same;
    for (Vertex a = 0; a < graph.vertices; ++a)
      for (Vertex b = 0; b < graph.vertices; ++b)
        for (Vertex c = 0; c < graph.vertices && a != b; ++c) {
          if (graph.has(c, a) && graph.has(c, b)) ++cited_together[{a, b}];
          if (graph.has(a, c) && graph.has(b, c)) ++citing_the_same[{a, b}];
        }
    std::size_t co_cited_met = 0;
    std::size_t coupled_met = 0;
    for (Vertex v = 0; v < graph.vertices; ++v) {
      for (const Related& one : co_cited(graph.view(), v)) {
        EXPECT_EQ(one.count, (cited_together[{v, one.vertex}])) << seed;
        const auto degree = [&](Vertex w) {
          return static_cast<double>(graph.in.offsets[w + 1] - graph.in.offsets[w]);
        };
        EXPECT_NEAR(one.cosine, one.count / std::sqrt(degree(v) * degree(one.vertex)), 1e-12) << seed;
        ++co_cited_met;
      }
      for (const Related& one : coupled(graph.view(), v)) {
        EXPECT_EQ(one.count, (citing_the_same[{v, one.vertex}])) << seed;
        ++coupled_met;
      }
    }
    EXPECT_EQ(co_cited_met, cited_together.size()) << seed;
    EXPECT_EQ(coupled_met, citing_the_same.size()) << seed;
    const std::vector<RelatedPair> pairs = co_cited_pairs(graph.view(), 1);
    EXPECT_EQ(pairs.size() * 2, cited_together.size()) << seed;
    for (const RelatedPair& pair : pairs) EXPECT_EQ(pair.count, (cited_together[{pair.first, pair.second}])) << seed;
    for (const RelatedPair& pair : coupled_pairs(graph.view(), 1))
      EXPECT_EQ(pair.count, (citing_the_same[{pair.first, pair.second}])) << seed;
  }
}

TEST(CoCitation, wide_lists_are_left_out) {
  const Structure graph(4, {{3, 0}, {3, 1}, {3, 2}});
  EXPECT_EQ(co_cited_pairs(graph.view(), 1).size(), 3U);
  EXPECT_TRUE(co_cited_pairs(graph.view(), 1, 2).empty());
  EXPECT_TRUE(co_cited_pairs(graph.view(), 2).empty());
}

TEST(Components, are_their_definition) {
  for (unsigned seed = 0; seed < graphs; ++seed) {
    const Structure graph = random_structure(seed, Shape::any);
    const auto reach = reachability(graph);
    std::vector<Edge> both_ways = graph.edges;
    for (const Edge e : graph.edges) both_ways.push_back({.from = e.to, .to = e.from});
    const auto linked = reachability(Structure(graph.vertices, both_ways));
    const Partition strong = strong_components(graph.view());
    const Partition weak = weak_components(graph.view());
    std::vector<std::size_t> size(strong.count, 0);
    for (Vertex a = 0; a < graph.vertices; ++a) {
      ++size[strong.part_of[a]];
      for (Vertex b = 0; b < graph.vertices; ++b) {
        EXPECT_EQ(strong.part_of[a] == strong.part_of[b], a == b || (reach[a][b] && reach[b][a])) << seed;
        EXPECT_EQ(weak.part_of[a] == weak.part_of[b], a == b || linked[a][b]) << seed;
      }
    }
    EXPECT_TRUE(std::is_sorted(size.rbegin(), size.rend())) << seed;
  }
}

TEST(Components, a_chain_of_a_million_takes_no_stack) {
  std::vector<Edge> edges;
  for (Vertex v = 1; v < 1000000; ++v) edges.push_back({.from = v, .to = v - 1});
  const Structure graph(1000000, std::move(edges));
  EXPECT_EQ(strong_components(graph.view()).count, 1000000U);
  EXPECT_EQ(weak_components(graph.view()).count, 1U);
}

// Peels off works of the lowest degree, again and again.
std::vector<std::uint32_t> cores_by_peeling(const Structure& graph) {
  std::vector<std::uint32_t> core(graph.vertices, 0);
  for (std::uint32_t k = 1; k <= graph.vertices; ++k) {
    std::vector<bool> left(graph.vertices, true);
    for (bool changed = true; changed;) {
      changed = false;
      for (Vertex v = 0; v < graph.vertices; ++v) {
        std::uint32_t degree = 0;
        for (Vertex w = 0; w < graph.vertices; ++w)
          if (w != v && left[w] && (graph.has(v, w) || graph.has(w, v))) ++degree;
        if (left[v] && degree < k) {
          left[v] = false;
          changed = true;
        }
      }
    }
    for (Vertex v = 0; v < graph.vertices; ++v)
      if (left[v]) core[v] = k;
  }
  return core;
}

TEST(Cores, are_what_peeling_leaves) {
  for (unsigned seed = 0; seed < graphs; ++seed) {
    const Structure graph = random_structure(seed, Shape::any);
    EXPECT_EQ(core_numbers(graph.view()), cores_by_peeling(graph)) << seed;
  }
}

// Every path along which knowledge flows, as edges; from a source, or from anywhere.
std::vector<std::vector<Edge>> paths(const Structure& graph, bool from_anywhere, bool to_anywhere) {
  std::vector<std::vector<Edge>> all;
  const auto is_source = [&](Vertex v) { return graph.out.offsets[v] == graph.out.offsets[v + 1]; };
  const auto is_sink = [&](Vertex v) { return graph.in.offsets[v] == graph.in.offsets[v + 1]; };
  std::vector<Edge> path;
  const std::function<void(Vertex)> walk = [&](Vertex v) {
    if (!path.empty() && (to_anywhere || is_sink(v))) all.push_back(path);
    for (Vertex w = 0; w < graph.vertices; ++w) {
      if (!graph.has(w, v)) continue;
      path.push_back({.from = w, .to = v});
      walk(w);
      path.pop_back();
    }
  };
  for (Vertex v = 0; v < graph.vertices; ++v)
    if (from_anywhere || is_source(v)) walk(v);
  return all;
}

TEST(MainPath, weights_count_paths) {
  for (unsigned seed = 0; seed < graphs; ++seed) {
    const Structure graph = random_structure(seed, Shape::acyclic);
    for (const auto& [weight, from, to] :
         {std::tuple(TraversalWeight::spc, false, false), std::tuple(TraversalWeight::splc, true, false),
          std::tuple(TraversalWeight::spnp, true, true)}) {
      std::map<Edge, double> expected;
      for (const std::vector<Edge>& path : paths(graph, from, to))
        for (const Edge edge : path) ++expected[edge];
      const std::vector<double> weights = traversal_weights(graph.view(), weight);
      for (std::size_t e = 0; e < graph.edges.size(); ++e) EXPECT_EQ(weights[e], expected[graph.edges[e]]) << seed;
    }
  }
}

TEST(MainPath, the_global_one_weighs_most) {
  for (unsigned seed = 0; seed < graphs; ++seed) {
    const Structure graph = random_structure(seed, Shape::acyclic);
    const std::vector<double> weights = traversal_weights(graph.view());
    const auto sum = [&](const std::vector<Edge>& path) {
      double all = 0;
      for (const Edge edge : path)
        all += weights[static_cast<std::size_t>(std::lower_bound(graph.edges.begin(), graph.edges.end(), edge) -
                                                graph.edges.begin())];
      return all;
    };
    double most = 0;
    for (const std::vector<Edge>& path : paths(graph, false, false)) most = std::max(most, sum(path));
    EXPECT_EQ(sum(main_path(graph.view())), most) << seed;
  }
}

// 0 <- 1 <- 2 <- 3 with a side line 1 <- 4: the heavier way at each step.
TEST(MainPath, searches) {
  const Structure graph(7, {{1, 0}, {2, 1}, {3, 2}, {4, 1}, {5, 2}, {6, 2}});
  const std::vector<double> weights = traversal_weights(graph.view());
  EXPECT_EQ(weights, (std::vector<double>{4, 3, 1, 1, 1, 1}));
  const auto local = main_path(graph.view(), {.search = MainPathSearch::local});
  EXPECT_EQ(local, (std::vector<Edge>{{1, 0}, {2, 1}, {3, 2}, {5, 2}, {6, 2}}));
  const auto key = main_path(graph.view(), {.search = MainPathSearch::key_route, .key_routes = 1});
  EXPECT_EQ(key, local);
  EXPECT_EQ(main_path(graph.view()).size(), 3U);
}

TEST(MainPath, a_circle_is_one_work) {
  const Structure graph(4, {{1, 0}, {1, 2}, {2, 1}, {3, 2}});
  const std::vector<double> weights = traversal_weights(graph.view());
  EXPECT_EQ(weights, (std::vector<double>{1, 0, 0, 1}));
  EXPECT_EQ(main_path(graph.view()), (std::vector<Edge>{{1, 0}, {3, 2}}));
  EXPECT_TRUE(main_path(Structure(2, {}).view()).empty());
}

TEST(Communities, modularity_is_its_definition) {
  for (unsigned seed = 0; seed < graphs; ++seed) {
    const Structure graph = random_structure(seed, Shape::any);
    if (graph.edges.empty()) continue;
    const Partition parts = louvain(graph.view());
    const auto m = static_cast<double>(graph.edges.size());
    std::vector<double> degree(graph.vertices, 0);
    for (const Edge e : graph.edges) degree[e.from] += 1, degree[e.to] += 1;
    double expected = 0;
    for (Vertex a = 0; a < graph.vertices; ++a)
      for (Vertex b = 0; b < graph.vertices; ++b) {
        if (parts.part_of[a] != parts.part_of[b]) continue;
        const double links = (graph.has(a, b) ? 1 : 0) + (graph.has(b, a) ? 1 : 0);
        expected += links - degree[a] * degree[b] / (2 * m);
      }
    EXPECT_NEAR(modularity(graph.view(), parts), expected / (2 * m), 1e-9) << seed;
  }
}

// The best of all partitions, tried one by one.
TEST(Communities, louvain_comes_near_the_best) {
  double reached = 0;
  double possible = 0;
  for (unsigned seed = 0; seed < 60; ++seed) {
    const Structure graph = random_structure(seed, Shape::any);
    if (graph.edges.empty() || graph.vertices > 7) continue;
    double best = -1;
    Partition parts;
    parts.part_of.assign(graph.vertices, 0);
    parts.count = graph.vertices;
    const std::function<void(Vertex, std::uint32_t)> divide = [&](Vertex v, std::uint32_t used) {
      if (v == graph.vertices) {
        best = std::max(best, modularity(graph.view(), parts));
        return;
      }
      for (std::uint32_t p = 0; p <= used && p < graph.vertices; ++p) {
        parts.part_of[v] = p;
        divide(v + 1, std::max(used, p + 1));
      }
    };
    divide(0, 0);
    const double found = modularity(graph.view(), louvain(graph.view()));
    EXPECT_LE(found, best + 1e-9) << seed;
    reached += found;
    possible += best;
  }
  EXPECT_GT(reached, 0.97 * possible);
}

TEST(Communities, leiden_is_there_by_option) {
  const Structure pairs(5, {{1, 0}, {3, 2}});
  const Structure nothing(3, {});
  if (has_leiden()) {
    EXPECT_EQ(leiden(pairs.view()).count, 3U);
    EXPECT_EQ(leiden(nothing.view()).count, 3U);
    for (unsigned seed = 0; seed < graphs; ++seed) {
      const Structure graph = random_structure(seed, Shape::any);
      const Partition parts = leiden(graph.view());
      ASSERT_EQ(parts.part_of.size(), graph.vertices);
      EXPECT_GE(modularity(graph.view(), parts), modularity(graph.view(), louvain(graph.view())) - 0.05) << seed;
    }
  } else {
    EXPECT_THROW((void)leiden(pairs.view()), Error);
  }
}

TEST(Communities, two_cliques_with_a_bridge) {
  std::vector<Edge> edges = {{5, 4}};
  for (Vertex a = 0; a < 5; ++a)
    for (Vertex b = 0; b < a; ++b) {
      edges.push_back({.from = a, .to = b});
      edges.push_back({.from = a + 5, .to = b + 5});
    }
  const Structure graph(10, edges);
  const Partition parts = louvain(graph.view());
  EXPECT_EQ(parts.count, 2U);
  EXPECT_EQ(parts.part_of, (std::vector<std::uint32_t>{0, 0, 0, 0, 0, 1, 1, 1, 1, 1}));
  EXPECT_EQ(louvain(Structure(3, {}).view()).count, 3U);
}

TEST(History, the_most_cited_and_what_is_between) {
  const Structure graph(5, {{1, 0}, {2, 0}, {2, 1}, {3, 1}, {4, 1}, {4, 3}});
  const std::vector<std::int16_t> years = {1990, 1980, 2000, 0, 2005};
  const Historiograph drawn = historiograph(graph.view(), years, 2);
  EXPECT_EQ(drawn.works, (std::vector<Vertex>{1, 0}));
  EXPECT_EQ(drawn.citations, (std::vector<std::uint32_t>{3, 2}));
  EXPECT_EQ(drawn.edges, (std::vector<Edge>{{1, 0}}));
  EXPECT_EQ(historiograph(graph.view(), years, 99).works, (std::vector<Vertex>{1, 0, 3}));
}

TEST(History, years_that_stand_out) {
  // 1990: three citations, 1991: none, 1992: one.
  const Structure graph(4, {{1, 0}, {2, 0}, {3, 0}, {3, 1}});
  const std::vector<std::int16_t> years = {1990, 1992, 0, 2000};
  EXPECT_EQ(cited_years(graph.view(), years), (std::vector<CitedYear>{{1990, 3, 3.0}, {1991, 0, 0.0}, {1992, 1, 1.0}}));
  EXPECT_TRUE(cited_years(graph.view(), {}).empty());
}

}  // namespace
}  // namespace citegraph::analysis
