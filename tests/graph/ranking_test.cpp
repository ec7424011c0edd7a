#include "citegraph/ranking.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <numeric>
#include <vector>

#include "graph/random_structure.hpp"

namespace citegraph::analysis {
namespace {

using test::random_structure;
using test::Shape;
using test::Structure;

constexpr unsigned ranked_graphs = 300;

std::vector<std::int16_t> some_years(unsigned seed, Vertex n) {
  std::mt19937 random(seed);
  std::vector<std::int16_t> years(n);
  for (std::int16_t& year : years) year = static_cast<std::int16_t>(random() % 5 == 0 ? 0 : 1990 + random() % 6);
  return years;
}

TEST(Ranking, h_index) {
  const struct {
    const char* trait;
    std::vector<std::uint32_t> counts;
    std::uint32_t h;
  } cases[] = {{"none", {}, 0},
               {"uncited", {0, 0}, 0},
               {"one work cited often", {100}, 1},
               {"Hirsch's square", {3, 3, 3}, 3},
               {"unsorted", {1, 10, 4, 8, 5, 3}, 4}};
  for (const auto& c : cases) EXPECT_EQ(h_index(c.counts), c.h) << c.trait;
}

// The power method on the whole matrix.
std::vector<double> page_rank_by_matrix(const Structure& graph, double damping) {
  const auto n = static_cast<double>(graph.vertices);
  std::vector<double> rank(graph.vertices, 1 / n);
  for (int step = 0; step < 400; ++step) {
    std::vector<double> next(graph.vertices, (1 - damping) / n);
    for (Vertex u = 0; u < graph.vertices; ++u) {
      const auto cited = static_cast<double>(graph.out.offsets[u + 1] - graph.out.offsets[u]);
      for (Vertex v = 0; v < graph.vertices; ++v)
        next[v] += damping * rank[u] * (cited == 0 ? 1 / n : graph.has(u, v) ? 1 / cited : 0);
    }
    rank = next;
  }
  return rank;
}

TEST(Ranking, page_rank_is_that_of_the_matrix) {
  for (unsigned seed = 0; seed < ranked_graphs; ++seed) {
    const Structure graph = random_structure(seed, Shape::any);
    const std::vector<double> expected = page_rank_by_matrix(graph, 0.85);
    const std::vector<double> rank = page_rank(graph.view());
    ASSERT_EQ(rank.size(), expected.size());
    for (Vertex v = 0; v < graph.vertices; ++v) EXPECT_NEAR(rank[v], expected[v], 1e-8) << seed << ' ' << v;
    EXPECT_NEAR(std::accumulate(rank.begin(), rank.end(), 0.0), 1.0, 1e-9) << seed;
  }
}

// Each rank is what those who cite give, and what comes from anywhere: on works that are many, one cited by most.
TEST(Ranking, page_rank_of_many_works_is_its_own_next_step) {
  constexpr Vertex works = 5003;
  std::vector<Edge> edges;
  std::mt19937 random(11);
  for (Vertex v = 1; v < works; ++v) {
    const auto references = static_cast<int>(random() % 12);  // some cite nothing
    for (int i = 0; i < references; ++i)
      edges.push_back({.from = v, .to = i == 0 ? 0 : static_cast<Vertex>(random() % v)});
  }
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  const Structure graph(works, edges);
  const std::vector<double> rank = page_rank(graph.view(), {.tolerance = 1e-14});
  std::vector<std::uint32_t> references(works, 0);
  for (const Edge& edge : edges) ++references[edge.from];
  double anywhere = 0.15 / works;
  for (Vertex v = 0; v < works; ++v)
    if (references[v] == 0) anywhere += 0.85 * rank[v] / works;
  std::vector<double> next(works, anywhere);
  for (const Edge& edge : edges) next[edge.to] += 0.85 * rank[edge.from] / references[edge.from];
  for (Vertex v = 0; v < works; ++v) EXPECT_NEAR(rank[v], next[v], 1e-13) << v;
  EXPECT_NEAR(std::accumulate(rank.begin(), rank.end(), 0.0), 1, 1e-12);
}

TEST(Ranking, threads_do_not_change_a_bit) {
  std::vector<Edge> edges;
  std::mt19937 random(7);
  for (Vertex v = 1; v < 30000; ++v)
    for (int i = 0; i < 5; ++i) edges.push_back({.from = v, .to = static_cast<Vertex>(random() % v)});
  const Structure graph(30000, edges);
  const std::vector<double> one = page_rank(graph.view(), {.threads = 1});
  EXPECT_EQ(page_rank(graph.view(), {.threads = 2}), one);
  EXPECT_EQ(page_rank(graph.view(), {.threads = 7}), one);
  EXPECT_EQ(page_rank(graph.view(), {.threads = std::numeric_limits<unsigned>::max()}), one);
  EXPECT_EQ(hits(graph.view(), {.threads = 3}).hubs, hits(graph.view(), {.threads = 1}).hubs);
}

// T = rho + a W rho + a^2 W^2 rho + ..., term by term.
TEST(Ranking, cite_rank_is_its_series) {
  for (unsigned seed = 0; seed < ranked_graphs; ++seed) {
    const Structure graph = random_structure(seed, Shape::acyclic);
    const std::vector<std::int16_t> years = some_years(seed, graph.vertices);
    const auto known = [](std::int16_t y) { return y != 0; };
    int first = 3000;
    int last = 0;
    for (const std::int16_t y : years)
      if (known(y)) first = std::min<int>(first, y), last = std::max<int>(last, y);
    if (last == 0) continue;
    std::vector<double> readers(graph.vertices);
    for (Vertex v = 0; v < graph.vertices; ++v)
      readers[v] = std::exp(-(last - (known(years[v]) ? years[v] : first)) / 2.6);
    std::vector<double> sum = readers;
    for (int step = 0; step < 60; ++step) {
      std::vector<double> next(graph.vertices, 0);
      for (const Edge e : graph.edges)
        next[e.to] +=
            0.5 * readers[e.from] / static_cast<double>(graph.out.offsets[e.from + 1] - graph.out.offsets[e.from]);
      readers = next;
      for (Vertex v = 0; v < graph.vertices; ++v) sum[v] += readers[v];
    }
    const double all = std::accumulate(sum.begin(), sum.end(), 0.0);
    const std::vector<double> rank = cite_rank(graph.view(), years);
    for (Vertex v = 0; v < graph.vertices; ++v) EXPECT_NEAR(rank[v], sum[v] / all, 1e-8) << seed << ' ' << v;
  }
}

// Kleinberg's example of a bipartite core: hubs that cite the same works are alike, and authorities the more the more
// hubs cite them.
TEST(Ranking, hits_of_a_bipartite_core) {
  const Structure graph(5, {{2, 0}, {2, 1}, {3, 0}, {3, 1}, {4, 0}});
  const Hits scores = hits(graph.view());
  EXPECT_NEAR(scores.hubs[2], scores.hubs[3], 1e-9);
  EXPECT_GT(scores.hubs[2], scores.hubs[4]);
  EXPECT_GT(scores.authorities[0], scores.authorities[1]);
  EXPECT_EQ(scores.authorities[4], 0);
  // The principal eigenvector of [[3, 2], [2, 2]].
  const double ratio = (1 + std::sqrt(17.0)) / 4;
  EXPECT_NEAR(scores.authorities[0] / scores.authorities[1], ratio, 1e-6);
}

Disruption disruption_by_definition(const Structure& graph, Vertex focal, const std::vector<std::int16_t>& years,
                                    int window) {
  Disruption result;
  for (Vertex w = 0; w < graph.vertices; ++w) {
    if (w == focal) continue;
    if (years[focal] != 0) {
      if (years[w] <= years[focal]) continue;
      if (window > 0 && years[w] > years[focal] + window) continue;
    }
    bool cites_a_predecessor = false;
    for (Vertex r = 0; r < graph.vertices; ++r)
      if (r != focal && graph.has(focal, r) && graph.has(w, r)) cites_a_predecessor = true;
    if (graph.has(w, focal))
      cites_a_predecessor ? ++result.together : ++result.alone;
    else if (cites_a_predecessor)
      ++result.predecessors;
  }
  return result;
}

TEST(Ranking, disruption_is_its_definition) {
  for (unsigned seed = 0; seed < ranked_graphs; ++seed) {
    const Structure graph = random_structure(seed, Shape::any);
    const std::vector<std::int16_t> years = some_years(seed, graph.vertices);
    for (const int window : {0, 2}) {
      const std::vector<Disruption> all = disruptions(graph.view(), years, window);
      for (Vertex v = 0; v < graph.vertices; ++v) {
        const Disruption expected = disruption_by_definition(graph, v, years, window);
        EXPECT_EQ(all[v].alone, expected.alone) << seed << ' ' << v;
        EXPECT_EQ(all[v].together, expected.together) << seed << ' ' << v;
        EXPECT_EQ(all[v].predecessors, expected.predecessors) << seed << ' ' << v;
        EXPECT_EQ(disruption(graph.view(), v, years, window).index(), all[v].index()) << seed << ' ' << v;
      }
    }
  }
}

TEST(Ranking, disruption_from_one_end_to_the_other) {
  // 0 is cited by 1; 2 and 3 come after.
  EXPECT_EQ(disruption(Structure(4, {{1, 0}, {2, 1}, {3, 1}}).view(), 1).index(), 1.0);
  EXPECT_EQ(disruption(Structure(4, {{1, 0}, {2, 1}, {2, 0}, {3, 1}, {3, 0}}).view(), 1).index(), -1.0);
  EXPECT_EQ(disruption(Structure(4, {{1, 0}}).view(), 1).index(), 0.0);
}

TEST(Ranking, nothing_of_nothing) {
  const Structure graph(0, {});
  EXPECT_TRUE(page_rank(graph.view()).empty());
  EXPECT_TRUE(hits(graph.view()).hubs.empty());
  EXPECT_TRUE(cite_rank(graph.view(), {}).empty());
  EXPECT_TRUE(citation_counts(graph.view()).empty());
}

}  // namespace
}  // namespace citegraph::analysis
