// Graphs added to builders, and what people decide of works: the same graph comes out whichever way papers went in.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <gtest/gtest.h>
#include <sstream>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

#include "citegraph/graph.hpp"
#include "citegraph/store.hpp"

#include "graph/paper_maker.hpp"

namespace citegraph {
namespace {

using test::make_work;
using test::PaperMaker;

// Four papers that list each other's works and each other, one entry twice, and works that are missing.
std::vector<Paper> papers() {
  std::vector<Paper> all;
  for (int i = 0; i < 4; ++i) {
    PaperMaker maker("paper" + std::to_string(i) + ".md",
                     "Rivers of the World, Volume and Change " + std::to_string(i));
    Work nile = make_work("Ash", "The Nile and its long history", 1990);
    if (i % 2 == 0) nile.set(Variable::doi, "10.1000/nile");
    if (i == 3) nile.set(Variable::title, "The Nile and its long histroy");
    maker.cite("Ash, 1990", maker.entry(nile));
    maker.entry("Oak", "The Volga in winter " + std::to_string(i / 2), 1980);
    maker.entry("Oak", "The Volga in winter " + std::to_string(i / 2), 1980);
    maker.cite_missing({"Elm"}, 2000 + i);
    maker.cite_missing({"Elm"}, 2000 + i);
    Work earlier = make_work("", "Rivers of the World, Volume and Change " + std::to_string(i - 1), 0);
    if (i > 0) maker.entry(earlier);
    all.push_back(maker.paper());
  }
  return all;
}

std::string bytes_of(const Graph& graph) {
  std::ostringstream out;
  write_store(out, graph);
  return std::move(out).str();
}

Graph build(std::span<const Paper> papers) {
  GraphBuilder builder;
  for (const Paper& paper : papers) builder.add(paper);
  return std::move(builder).build();
}

class GraphUnion : public testing::Test {
 protected:
  ~GraphUnion() override { std::filesystem::remove(path_); }
  Graph stored(const Graph& graph) {
    std::ofstream(path_, std::ios::binary) << bytes_of(graph);
    return open_store(path_);
  }
  const std::string path_ =
      (std::filesystem::temp_directory_path() / ("citegraph_union." + std::to_string(::getpid()))).string();
};

TEST_F(GraphUnion, a_graph_added_is_its_papers_added) {
  const std::vector<Paper> all = papers();
  const std::string expected = bytes_of(build(all));
  std::vector<std::size_t> order = {0, 1, 2, 3};
  do {
    const std::vector<Paper> shuffled = {all[order[0]], all[order[1]], all[order[2]], all[order[3]]};
    EXPECT_EQ(bytes_of(build(shuffled)), expected);
    GraphBuilder two_graphs;
    two_graphs.add(build(std::span(shuffled).first(2)));
    two_graphs.add(build(std::span(shuffled).subspan(2)));
    EXPECT_EQ(bytes_of(std::move(two_graphs).build()), expected);
    GraphBuilder overlap;  // papers that are in already count once
    overlap.add(shuffled[1]);
    overlap.add(build(std::span(shuffled).first(3)));
    overlap.add(build(std::span(shuffled).subspan(1)));
    EXPECT_EQ(bytes_of(std::move(overlap).build()), expected);
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST_F(GraphUnion, a_store_added_is_its_papers_added) {
  const std::vector<Paper> all = papers();
  GraphBuilder builder;
  builder.add(stored(build(std::span(all).first(3))));
  builder.add(all[3]);
  EXPECT_EQ(bytes_of(std::move(builder).build()), bytes_of(build(all)));
}

TEST_F(GraphUnion, works_and_citations_by_hand_are_added) {
  const auto by_hand = [] {
    GraphBuilder builder;
    const WorkId nile = builder.add(make_work("Ash", "The Nile and its long history", 1990));
    const WorkId ob = builder.add(make_work("Birch", "The Ob", 1970));
    builder.cite(nile, ob);
    return std::move(builder).build();
  }();
  GraphBuilder builder;
  builder.add(by_hand);
  builder.add(by_hand);
  const Graph graph = std::move(builder).build();
  ASSERT_EQ(graph.vertex_count(), 2U);
  EXPECT_TRUE(graph.index({.from = 1, .to = 0}));
  GraphBuilder nothing;
  nothing.add(Graph());
  EXPECT_EQ(std::move(nothing).build().vertex_count(), 0U);
}

TEST_F(GraphUnion, a_part_of_a_graph_is_added) {
  const Graph whole = build(papers());
  std::vector<Vertex> kept;
  for (Vertex v = 0; v < whole.vertex_count(); v += 2) kept.push_back(v);
  const Graph part = whole.subgraph(kept);
  GraphBuilder builder;
  builder.add(part);
  EXPECT_LE(std::move(builder).build().vertex_count(), part.vertex_count());
  GraphBuilder both;
  both.add(part);
  both.add(whole);
  EXPECT_EQ(std::move(both).build().vertex_count(), whole.vertex_count());
}

// ---- decisions

Graph two_works(bool alike, const std::function<void(GraphBuilder&, WorkId, WorkId)>& decide) {
  GraphBuilder builder;
  const WorkId a = builder.add(make_work("Ash", "The Nile and its long history", 1990));
  const WorkId b =
      builder.add(alike ? make_work("Ash", "The Nile and its long history", 1990) : make_work("Birch", "The Ob", 1970));
  decide(builder, a, b);
  return std::move(builder).build();
}

TEST_F(GraphUnion, decisions_hold) {
  using Decide = std::function<void(GraphBuilder&, WorkId, WorkId)>;
  const Decide none = [](GraphBuilder&, WorkId, WorkId) {};
  const Decide join = [](GraphBuilder& g, WorkId a, WorkId b) { g.join(a, b); };
  const Decide apart = [](GraphBuilder& g, WorkId a, WorkId b) { g.keep_apart(b, a); };
  const Decide both = [](GraphBuilder& g, WorkId a, WorkId b) { g.keep_apart(a, b), g.join(a, b); };
  const struct {
    const char* trait;
    bool alike;
    Decide decide;
    Vertex works;
  } cases[] = {
      {"alike", true, none, 1},
      {"alike, kept apart", true, apart, 2},
      {"different", false, none, 2},
      {"different, joined", false, join, 1},
      {"apart before same", true, both, 2},
  };
  for (const auto& c : cases) {
    const Graph graph = two_works(c.alike, c.decide);
    EXPECT_EQ(graph.vertex_count(), c.works) << c.trait;
    GraphBuilder again;  // what was decided goes with the graph
    again.add(stored(graph));
    EXPECT_EQ(bytes_of(std::move(again).build()), bytes_of(graph)) << c.trait;
  }
}

TEST_F(GraphUnion, a_merge_is_undone_when_the_graph_is_added) {
  const std::vector<Paper> all = papers();
  const Graph merged = build(all);
  GraphBuilder builder;
  builder.add(merged);
  EXPECT_TRUE(builder.find("paper0.md", 1));
  EXPECT_FALSE(builder.find("paper9.md", 1));
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places;  // of the Nile
  for (Vertex v = 0; v < merged.vertex_count(); ++v)
    if (merged[v].get(Variable::doi) == "10.1000/nile")
      for (const Variant& variant : merged.variants(v)) places.emplace_back(variant.line, variant.column);
  ASSERT_EQ(places.size(), 3U);
  const auto a = builder.find("paper0.md", places[0].first, places[0].second);
  const auto d = builder.find("paper2.md", places[2].first, places[2].second);
  ASSERT_TRUE(a && d);
  builder.keep_apart(*a, *d);
  const Graph divided = std::move(builder).build();
  EXPECT_GT(divided.vertex_count(), merged.vertex_count());
  EXPECT_NE(divided.vertex(*a), divided.vertex(*d));
}

TEST_F(GraphUnion, a_missing_work_can_be_joined_to_a_listed_one) {
  PaperMaker maker("a.md", "Rivers");
  maker.entry("Elm", "The Danube", 2001);
  maker.cite_missing({"Elms"}, 2001);
  const Paper paper = maker.paper();
  GraphBuilder builder;
  builder.add(paper);
  builder.join(WorkId{1}, WorkId{2});
  const Graph graph = std::move(builder).build();
  ASSERT_EQ(graph.vertex_count(), 2U);
  EXPECT_EQ(graph.role(graph.vertex(WorkId{1})), VertexRole::listed);
  EXPECT_EQ((graph[Edge{graph.vertex(WorkId{0}), graph.vertex(WorkId{1})}].mentions.size()), 1U);
  GraphBuilder wrong;
  EXPECT_THROW(wrong.join(WorkId{0}, WorkId{1}), std::out_of_range);
  EXPECT_THROW(wrong.keep_apart(WorkId{0}, WorkId{1}), std::out_of_range);
}

TEST_F(GraphUnion, versions_and_conflicts_are_kept) {
  GraphBuilder builder;
  Work preprint = make_work("Ash", "The Nile and its long history", 1989);
  preprint.type = WorkType::article;
  Work article = make_work("Ash", "The Nile and its long history", 1990);
  article.type = WorkType::article_journal;
  article.set(Variable::container_title, "Rivers");
  builder.add(preprint);
  builder.add(article);
  Work one = make_work("Oak", "The Volga in winter and in spring", 1980);
  one.set(Variable::pmid, "123");
  Work other = make_work("Birch", "A wholly different matter of lakes", 1999);
  other.set(Variable::pmid, "123");
  other.set(Variable::doi, "10.1000/lakes");
  one.set(Variable::doi, "10.1000/volga");
  builder.add(one);
  builder.add(other);
  const Graph graph = std::move(builder).build();
  for (const Graph& g : {graph, stored(graph), graph.subgraph(std::vector<Vertex>{0, 1, 2, 3})}) {
    ASSERT_EQ(g.versions().size(), 1U);
    EXPECT_EQ(g[g.versions()[0].first].type, WorkType::article);
    EXPECT_EQ(g[g.versions()[0].second].type, WorkType::article_journal);
    ASSERT_EQ(g.conflicts().size(), 1U);
    EXPECT_TRUE(g.conflicts()[0].agree.contains(Trait::pmid));
    EXPECT_TRUE(g.conflicts()[0].differ.contains(Trait::doi));
  }
  const Graph part = graph.subgraph(std::vector<Vertex>{0});
  EXPECT_TRUE(part.conflicts().empty());
}

}  // namespace
}  // namespace citegraph
