// Small graphs of which the numbers are published.
#include <algorithm>
#include <array>
#include <cstdint>
#include <gtest/gtest.h>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

#include "citegraph/communities.hpp"
#include "citegraph/main_path.hpp"
#include "citegraph/ranking.hpp"

#include "graph/random_structure.hpp"

namespace citegraph::analysis {
namespace {

using test::Structure;

constexpr Vertex named(char letter) { return static_cast<Vertex>(letter - 'A'); }

// "BA" for B cites A.
Structure lettered(Vertex vertices, std::initializer_list<std::string_view> pairs) {
  std::vector<Edge> edges;
  for (const std::string_view pair : pairs) edges.push_back({.from = named(pair[0]), .to = named(pair[1])});
  return {vertices, std::move(edges)};
}

// The eleven pages A to K whose ranks are given as fractions at a damping of 0.85: Wikimedia Commons,
// File:PageRanks-Example.svg.
TEST(PublishedExamples, PageRankOfElevenPages) {
  const Structure pages = lettered(
      11, {"BC", "CB", "DA", "DB", "EB", "ED", "EF", "FB", "FE", "GB", "GE", "HB", "HE", "IB", "IE", "JE", "KE"});
  constexpr std::array<double, 11> numerators = {19002201, 222822800, 198772220, 22657320, 46886400, 22657320,
                                                 9372840,  9372840,   9372840,   9372840,  9372840};
  const std::vector<double> rank = page_rank(pages.view(), {.tolerance = 1e-14, .most_steps = 1000});
  for (std::size_t v = 0; v < numerators.size(); ++v) EXPECT_NEAR(rank[v], numerators[v] / 579662461, 1e-12) << v;
}

double weight_of(const Structure& graph, const std::vector<double>& weights, Edge edge) {
  const auto place = std::lower_bound(graph.edges.begin(), graph.edges.end(), edge);
  return weights[static_cast<std::size_t>(place - graph.edges.begin())];
}

// What Wikipedia ("Main path analysis") says of its sample network, as far as its text names the links that matter: the
// five paths through (B, D), the six through (D, F) that begin at D or before it, and the heaviest path, B-D-F-I-M-N,
// which comes to 15. "DB": D cites B, which is drawn as B leading to D.
TEST(PublishedExamples, MainPathOfASampleNetwork) {
  const Structure network = lettered(14, {"DB", "FD", "ID", "HF", "IF", "KH", "LI", "MI", "NM", "JB", "MJ"});
  const auto between = [](char earlier, char later) { return Edge{.from = named(later), .to = named(earlier)}; };
  const std::vector<double> spc = traversal_weights(network.view(), TraversalWeight::spc);
  EXPECT_EQ(weight_of(network, spc, between('B', 'D')), 5);
  EXPECT_EQ(weight_of(network, traversal_weights(network.view(), TraversalWeight::splc), between('D', 'F')), 6);
  double sum = 0;
  const std::vector<Edge> path = main_path(network.view());
  for (const Edge edge : path) sum += weight_of(network, spc, edge);
  EXPECT_EQ(sum, 15);
  EXPECT_EQ(path, (std::vector<Edge>{between('B', 'D'), between('D', 'F'), between('F', 'I'), between('I', 'M'),
                                     between('M', 'N')}));
}

// The network that CitationNetworks.jl is tested with, and its search path counts.
TEST(PublishedExamples, SearchPathCountsOfElevenWorks) {
  const struct {
    int earlier;
    int later;
    double count;
  } links[] = {{1, 3, 3},  {2, 3, 3},  {2, 4, 4}, {3, 5, 4}, {3, 7, 2}, {4, 6, 2},
               {4, 10, 1}, {4, 11, 1}, {5, 8, 2}, {5, 9, 2}, {6, 9, 1}, {6, 10, 1}};
  std::vector<Edge> edges;
  for (const auto& link : links)
    edges.push_back({.from = static_cast<Vertex>(link.later - 1), .to = static_cast<Vertex>(link.earlier - 1)});
  const Structure network(11, edges);
  const std::vector<double> weights = traversal_weights(network.view(), TraversalWeight::spc);
  for (std::size_t i = 0; i < edges.size(); ++i)
    EXPECT_EQ(weight_of(network, weights, edges[i]), links[i].count) << links[i].earlier << "-" << links[i].later;
}

// The eleven works, with their years, of the example in the documentation of cdindex, the program of those who
// proposed the index (https://github.com/russellfunk/cdindex, README.rst), which gives the fifth of them 1/6 after five
// years: three that cite it alone, two that cite it with a work it cites, one that passes it over.
TEST(PublishedExamples, DisruptionOfTheFifthOfElevenWorks) {
  const std::vector<std::int16_t> years = {1992, 1992, 1993, 1993, 1995, 1997, 1998, 1999, 1999, 1998, 1997};
  const Structure works(
      11, {{4, 0}, {4, 1}, {4, 2}, {4, 3}, {5, 2}, {6, 2}, {6, 4}, {7, 4}, {8, 4}, {9, 1}, {9, 3}, {9, 4}, {10, 4}});
  const Disruption fifth = disruption(works.view(), 4, years, 5);
  EXPECT_EQ(fifth.alone, 3U);
  EXPECT_EQ(fifth.together, 2U);
  EXPECT_EQ(fifth.predecessors, 1U);
  EXPECT_DOUBLE_EQ(fifth.index(), 1.0 / 6);
}

// Who met whom in a karate club (Zachary 1977, doi:10.1086/jar.33.4.3629752). Louvain's method comes to .42 (Blondel
// and others 2008, table 1); no partition passes .4198 (Brandes and others 2008, doi:10.1109/TKDE.2007.190689).
TEST(PublishedExamples, CommunitiesOfAKarateClub) {
  const Structure club(
      34, {{1, 0},   {2, 0},   {2, 1},   {3, 0},   {3, 1},   {3, 2},   {4, 0},   {5, 0},   {6, 0},   {6, 4},
           {6, 5},   {7, 0},   {7, 1},   {7, 2},   {7, 3},   {8, 0},   {8, 2},   {9, 2},   {10, 0},  {10, 4},
           {10, 5},  {11, 0},  {12, 0},  {12, 3},  {13, 0},  {13, 1},  {13, 2},  {13, 3},  {16, 5},  {16, 6},
           {17, 0},  {17, 1},  {19, 0},  {19, 1},  {21, 0},  {21, 1},  {25, 23}, {25, 24}, {27, 2},  {27, 23},
           {27, 24}, {28, 2},  {29, 23}, {29, 26}, {30, 1},  {30, 8},  {31, 0},  {31, 24}, {31, 25}, {31, 28},
           {32, 2},  {32, 8},  {32, 14}, {32, 15}, {32, 18}, {32, 20}, {32, 22}, {32, 23}, {32, 29}, {32, 30},
           {32, 31}, {33, 8},  {33, 9},  {33, 13}, {33, 14}, {33, 15}, {33, 18}, {33, 19}, {33, 20}, {33, 22},
           {33, 23}, {33, 26}, {33, 27}, {33, 28}, {33, 29}, {33, 30}, {33, 31}, {33, 32}});
  ASSERT_EQ(club.edges.size(), 78U);
  const double found = modularity(club.view(), louvain(club.view()));
  EXPECT_GE(found, 0.415);
  EXPECT_LE(found, 0.4198);
  if (has_leiden()) {
    const Partition leiden_parts = leiden(club.view());
    const double by_leiden = modularity(club.view(), leiden_parts);
    EXPECT_GE(by_leiden, 0.415);
    EXPECT_LE(by_leiden, 0.4198);
    EXPECT_EQ(leiden(club.view()).part_of, leiden_parts.part_of);
  }
}

}  // namespace
}  // namespace citegraph::analysis
