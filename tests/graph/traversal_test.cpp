#include "citegraph/traversal.hpp"

#include <gtest/gtest.h>
#include <vector>

#include "citegraph/date.hpp"
#include "citegraph/name.hpp"

#include "graph/random_structure.hpp"

namespace citegraph {
namespace {

using test::random_structure;
using test::reachability;
using test::Shape;
using test::Structure;

constexpr unsigned graphs = 300;

TEST(Traversal, between_is_its_definition) {
  for (unsigned seed = 0; seed < graphs; ++seed) {
    const Structure graph = random_structure(seed, Shape::any);
    const auto reach = reachability(graph);
    const auto is_at_or_after = [&](Vertex a, Vertex b) { return a == b || reach[a][b]; };
    for (Vertex a = 0; a < graph.vertices; ++a)
      for (Vertex b = 0; b < graph.vertices; ++b) {
        std::vector<Vertex> expected;
        std::vector<Vertex> ancestors;
        for (Vertex v = 0; v < graph.vertices; ++v) {
          if (is_at_or_after(a, v) && is_at_or_after(v, b)) expected.push_back(v);
          if (reach[a][v] && reach[b][v]) ancestors.push_back(v);
        }
        EXPECT_EQ(between(graph.view(), a, b), expected) << seed;
        EXPECT_EQ(common_ancestors(graph.view(), a, b), ancestors) << seed;
      }
  }
}

TEST(Traversal, the_shortest_path_is_one_and_shortest) {
  for (unsigned seed = 0; seed < graphs; ++seed) {
    const Structure graph = random_structure(seed, Shape::any);
    for (Vertex a = 0; a < graph.vertices; ++a)
      for (Vertex b = 0; b < graph.vertices; ++b) {
        const std::vector<Vertex> path = shortest_path(graph.view(), a, b);
        // The fewest steps are those after which the neighbourhood first holds b.
        std::uint32_t steps = 0;
        const auto holds = [&](std::uint32_t depth) {
          const std::vector<Vertex> near = neighbourhood(graph.view(), std::span(&a, 1), depth, Direction::cited);
          return std::binary_search(near.begin(), near.end(), b);
        };
        while (steps <= graph.vertices && !holds(steps)) ++steps;
        ASSERT_EQ(path.size(), steps > graph.vertices ? 0 : steps + 1) << seed;
        for (std::size_t i = 1; i < path.size(); ++i) EXPECT_TRUE(graph.has(path[i - 1], path[i])) << seed;
      }
  }
}

TEST(Traversal, neighbourhoods) {
  const Structure graph(5, {{1, 0}, {2, 1}, {3, 2}, {4, 2}});
  const Vertex two = 2;
  const auto around = [&](std::uint32_t depth, Direction direction) {
    return neighbourhood(graph.view(), std::span(&two, 1), depth, direction);
  };
  EXPECT_EQ(around(0, Direction::both), (std::vector<Vertex>{2}));
  EXPECT_EQ(around(1, Direction::cited), (std::vector<Vertex>{1, 2}));
  EXPECT_EQ(around(1, Direction::citing), (std::vector<Vertex>{2, 3, 4}));
  EXPECT_EQ(around(any_depth, Direction::both), (std::vector<Vertex>{0, 1, 2, 3, 4}));
}

struct Library {
  Graph graph;
  WorkId nile, ob, review;
};

Library library() {
  GraphBuilder builder;
  const auto add = [&](const char* author, const char* title, const char* year, const char* venue, WorkType type) {
    Work work;
    work.type = type;
    work.set(NameVariable::author, parse_names(author).names);
    work.set(Variable::title, title);
    work.set(DateVariable::issued, parse_date(year));
    work.set(Variable::container_title, venue);
    if (std::string_view(title) == "The Nile") work.set(Variable::doi, "10.1234/nile");
    return builder.add(std::move(work));
  };
  const WorkId nile = add("Ash, J.", "The Nile", "1990", "Journal of Rivers", WorkType::article_journal);
  const WorkId ob = add("Oak, P.", "The Ob", "1995", "", WorkType::book);
  const WorkId review =
      add("Elm, K.", "Rivers: a review", "2001", "Annual Review of Rivers", WorkType::article_journal);
  builder.cite(review, nile);
  builder.cite(review, ob);
  builder.cite(ob, nile);
  return {std::move(builder).build(), nile, ob, review};
}

TEST(Traversal, works_are_found_by_key_doi_and_words) {
  const Library books = library();
  const Vertex nile = books.graph.vertex(books.nile);
  const struct {
    const char* trait;
    std::string words;
    std::vector<Vertex> found;
  } cases[] = {{"key", books.graph[nile].key, {nile}},
               {"DOI", "10.1234/NILE", {nile}},
               {"DOI as a link", "https://doi.org/10.1234/nile", {nile}},
               {"author and year", "ash 1990", {nile}},
               {"the beginning of a word", "nil", {nile}},
               {"several, the most cited first", "the", {nile, books.graph.vertex(books.ob)}},
               {"none", "volga", {}},
               {"nothing", " ", {}}};
  for (const auto& c : cases) EXPECT_EQ(find_works(books.graph, c.words), c.found) << c.trait;
}

TEST(Traversal, filters) {
  const Library books = library();
  const struct {
    const char* trait;
    WorkFilter filter;
    std::size_t kept;
  } cases[] = {{"everything", {}, 3},
               {"since", {.since = 1995}, 2},
               {"until", {.until = 1994}, 1},
               {"type", {.types = {WorkType::book}}, 1},
               {"venue", {.venue = "rivers journal"}, 1},
               {"cited twice", {.least_citations = 2}, 1}};
  for (const auto& c : cases) EXPECT_EQ(select(books.graph, c.filter).size(), c.kept) << c.trait;
}

TEST(Traversal, a_subgraph_keeps_what_is_known) {
  const Library books = library();
  const std::vector<Vertex> kept = {books.graph.vertex(books.review), books.graph.vertex(books.nile)};
  const Graph part = books.graph.subgraph(kept);
  ASSERT_EQ(part.vertex_count(), 2U);
  EXPECT_EQ(part.edge_count(), 1U);
  EXPECT_EQ(part[part.vertex(books.nile)], books.graph[books.graph.vertex(books.nile)]);
  EXPECT_EQ(part.vertex(books.ob), no_vertex);
  const Edge edge{part.vertex(books.review), part.vertex(books.nile)};
  EXPECT_TRUE(part[edge].listed);
  EXPECT_EQ(part.find(part[0].key), Vertex{0});
  EXPECT_EQ(books.graph.subgraph({}).vertex_count(), 0U);
  EXPECT_EQ(Graph().subgraph({}).vertex_count(), 0U);
}

}  // namespace
}  // namespace citegraph
