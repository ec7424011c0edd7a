#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "citegraph/graph.hpp"

#include "graph/paper_maker.hpp"

namespace citegraph {
namespace {

using test::make_work;
using test::PaperMaker;

Graph graph_of(const std::vector<Paper>& papers) {
  GraphBuilder builder;
  for (const Paper& paper : papers) builder.add(paper);
  return std::move(builder).build();
}

// "paper>listed 2, >missing 1": from, to, number of mentions, in the order of edges.
std::string edges_of(const Graph& graph) {
  std::string all;
  for (Vertex v = 0; v < graph.vertex_count(); ++v)
    for (const Vertex cited : graph.cited(v)) {
      const Cites& cites = graph[Edge{v, cited}];
      all += std::string(graph[v].get(Variable::title)) + '>' + std::string(graph[cited].get(Variable::title)) +
             (cites.listed ? "" : "?") + ' ' + std::to_string(cites.mentions.size()) + '\n';
    }
  return all;
}

TEST(GraphBuilder, an_empty_builder_gives_the_empty_graph) {
  const Graph graph = GraphBuilder().build();
  EXPECT_EQ(graph.vertex_count(), 0U);
  EXPECT_EQ(graph.edge_count(), 0U);
  EXPECT_TRUE(graph.papers().empty());
  EXPECT_FALSE(graph.find("x"));
}

TEST(GraphBuilder, every_entry_and_every_missing_work_has_an_edge) {
  PaperMaker maker("a.md", "Rivers");
  const auto nile = maker.entry("Ash", "Nile", 1990);
  maker.entry("Oak", "Volga", 1980);
  maker.cite("Ash, 1990", nile);
  maker.cite("Ash, 1990:12", nile, "12");
  maker.cite_missing({"Elm"}, 2001);
  maker.cite_missing({"Elm"}, 2002);
  const Graph graph = graph_of({maker.paper()});
  EXPECT_EQ(edges_of(graph), "Rivers>Volga 0\nRivers>Nile 2\nRivers>? 1\nRivers>? 1\n");
  ASSERT_EQ(graph.vertex_count(), 5U);
  EXPECT_EQ(graph.role(0), VertexRole::listed);
  EXPECT_EQ(graph.role(2), VertexRole::missing);
  EXPECT_EQ(graph.role(4), VertexRole::paper);
  EXPECT_EQ(graph.papers().size(), 1U);
  EXPECT_EQ(graph.papers()[0], 4U);
}

TEST(GraphBuilder, vertices_follow_the_years_then_the_keys_and_those_without_a_year_come_last) {
  GraphBuilder builder;
  const WorkId undated = builder.add(make_work("Ash", "Undated", 0));
  const WorkId late = builder.add(make_work("Oak", "Late", 2001));
  const WorkId b = builder.add(make_work("Beech", "B", 1950));
  const WorkId a = builder.add(make_work("Ash", "A", 1950));
  const Graph graph = std::move(builder).build();
  EXPECT_EQ(graph.vertex(a), 0U);
  EXPECT_EQ(graph.vertex(b), 1U);
  EXPECT_EQ(graph.vertex(late), 2U);
  EXPECT_EQ(graph.vertex(undated), 3U);
  for (Vertex v = 0; v < 4; ++v) EXPECT_EQ(graph.find(graph[v].key), v) << graph[v].key;
}

TEST(GraphBuilder, a_mention_keeps_its_sentence_place_and_locator) {
  Graph graph;
  {
    PaperMaker maker("a.md", "Rivers");
    const auto nile = maker.entry("Ash", "Nile", 1990);
    Citation& citation = maker.cite("Ash, 1990:12", nile, "12");
    citation.prefix = "see";
    citation.suffix = "emphasis added";
    citation.form = CitationForm::narrative;
    citation.targets[0].status = LinkStatus::year_mismatch;
    graph = graph_of({maker.paper()});
  }
  const Cites& cites = graph[Edge{1, 0}];
  ASSERT_EQ(cites.mentions.size(), 1U);
  const Mention& mention = cites.mentions[0];
  EXPECT_EQ(mention.path, "a.md");
  EXPECT_EQ(mention.text, "Ash, 1990:12");
  EXPECT_EQ(mention.sentence, "It was shown so (Ash, 1990:12).");
  EXPECT_EQ(mention.section, "Findings");
  EXPECT_EQ(mention.prefix, "see");
  EXPECT_EQ(mention.suffix, "emphasis added");
  EXPECT_EQ(mention.locator, "12");
  EXPECT_EQ(mention.locator_label, "page");
  EXPECT_EQ(mention.form, CitationForm::narrative);
  EXPECT_EQ(mention.status, LinkStatus::year_mismatch);
  EXPECT_EQ(mention.line, 4U);
  EXPECT_EQ(mention.column, 5U);
  EXPECT_EQ(mention.source.end - mention.source.start, 12U);
}

struct MissingCase {
  const char* trait;
  std::vector<std::vector<std::string>> names;
  std::vector<int> years;
  std::size_t works;
};

TEST(GraphBuilder, missing_works_are_told_apart_by_name_and_year) {
  const MissingCase cases[] = {
      {"same name and year", {{"Elm"}, {"Elm"}}, {2001, 2001}, 1},
      {"other year", {{"Elm"}, {"Elm"}}, {2001, 2002}, 2},
      {"case and diacritics", {{"SIPRI"}, {"Sipri"}, {"Müller"}, {"MULLER"}}, {2009, 2009, 2009, 2009}, 2},
      {"a second author", {{"Elm"}, {"Elm", "Oak"}}, {2001, 2001}, 2},
      {"typographic and plain apostrophe", {{"O’Elm"}, {"O'Elm"}}, {2001, 2001}, 1},
      {"no letter at all", {{"§"}, {"¶"}}, {2001, 2001}, 1},
  };
  for (const MissingCase& c : cases) {
    PaperMaker maker("a.md", "Rivers");
    for (std::size_t i = 0; i < c.names.size(); ++i) maker.cite_missing(c.names[i], c.years[i]);
    const Graph graph = graph_of({maker.paper()});
    EXPECT_EQ(graph.vertex_count() - 1, c.works) << c.trait;
    EXPECT_EQ(graph.edge_count(), c.works) << c.trait;
  }
}

TEST(GraphBuilder, missing_works_of_one_author_and_year_are_told_apart_by_title) {
  PaperMaker maker("a.md", "Rivers");
  for (const char* title : {"Nile", "Ob", "NILE"}) maker.cite_missing({"Elm"}, 2001).title = title;
  EXPECT_EQ(graph_of({maker.paper()}).vertex_count(), 3U);
}

TEST(GraphBuilder, numbers_without_an_entry_are_missing_works) {
  PaperMaker maker("a.md", "Rivers");
  for (int turn = 0; turn < 2; ++turn) {
    Citation& range = maker.cite_missing({}, 0);
    range.date = {};
    range.form = CitationForm::numeric;
    range.numbers = {8, 9};
    range.targets.resize(2);
  }
  EXPECT_EQ(edges_of(graph_of({maker.paper()})), "Rivers>[8]? 2\nRivers>[9]? 2\n");
}

TEST(GraphBuilder, et_al_stands_for_the_one_full_list_of_names) {
  PaperMaker maker("a.md", "Rivers");
  maker.cite_missing({"Elm", "Oak", "Ash"}, 2001);
  maker.cite_missing({"Elm"}, 2001).others = true;
  maker.cite_missing({"Fir", "Oak", "Ash"}, 2001);
  maker.cite_missing({"Fir", "Yew", "Ash"}, 2001);
  maker.cite_missing({"Fir"}, 2001).others = true;
  const Graph graph = graph_of({maker.paper()});
  EXPECT_EQ(graph.vertex_count(), 5U);
  std::map<std::size_t, int> mentions;
  for (const Vertex v : graph.cited(graph.papers()[0])) ++mentions[graph[Edge{graph.papers()[0], v}].mentions.size()];
  EXPECT_EQ(mentions, (std::map<std::size_t, int>{{1, 3}, {2, 1}}));
}

struct PrintedNameCase {
  const char* trait;
  std::vector<std::string> names;
  const char* first;  // family name, or the literal in brackets
};

TEST(GraphBuilder, a_missing_work_has_the_names_that_are_printed) {
  const PrintedNameCase cases[] = {
      {"a word", {"Elm"}, "Elm"},
      {"an abbreviation", {"WHO"}, "[WHO]"},
      {"several words", {"World News"}, "[World News]"},
      {"several authors", {"van Elm", "Oak"}, "van Elm"},
  };
  for (const PrintedNameCase& c : cases) {
    PaperMaker maker("a.md");
    maker.cite_missing(c.names, 2010);
    const Graph graph = graph_of({maker.paper()});
    const auto authors = graph[0].get(NameVariable::author);
    ASSERT_EQ(authors.size(), c.names.size()) << c.trait;
    EXPECT_EQ(authors[0].is_literal() ? '[' + authors[0].literal + ']' : authors[0].family, c.first) << c.trait;
    EXPECT_EQ(graph[0].year(), 2010) << c.trait;
    ASSERT_EQ(graph.variants(0).size(), 1U) << c.trait;
    EXPECT_EQ(graph.variants(0)[0].path, "a.md") << c.trait;
  }
}

TEST(GraphBuilder, a_missing_work_may_have_a_title_only) {
  PaperMaker maker("a.md");
  Citation& citation = maker.cite_missing({}, 0);
  citation.title = "Report on Trees";
  citation.date = {};
  const Graph graph = graph_of({maker.paper()});
  const std::optional<Vertex> report = graph.find("reporttrees");
  ASSERT_TRUE(report);
  EXPECT_EQ(graph[*report].get(Variable::title), "Report on Trees");
}

TEST(GraphBuilder, an_entry_of_several_works_gives_a_vertex_to_each_and_the_mention_to_all) {
  PaperMaker maker("a.md", "Rivers");
  const auto both = maker.entry("Ash", "Nile", 1990);
  maker.cite("1", both);
  Paper paper = maker.paper();
  paper.references[0].works.push_back(make_work("Oak", "Volga", 1991));
  const Graph graph = graph_of({paper});
  EXPECT_EQ(edges_of(graph), "Rivers>Nile 1\nRivers>Volga 1\n");
}

TEST(GraphBuilder, an_entry_of_which_nothing_was_read_is_its_own_text) {
  PaperMaker maker("a.md", "Rivers");
  maker.cite("1", maker.entry("Ash", "Nile", 1990));
  Paper paper = maker.paper();
  paper.references[0].works.clear();
  EXPECT_EQ(edges_of(graph_of({paper})), "Rivers>Ash, 1990. Nile. 1\n");
}

// What no linker should give must still not lead outside of any array.
TEST(GraphBuilder, targets_beyond_the_list_are_left_out) {
  PaperMaker maker("a.md", "Rivers");
  maker.cite("1", maker.entry("Ash", "Nile", 1990)).targets[0].reference = 7;
  Citation& undecided = maker.cite("2", 0);
  undecided.targets[0].reference.reset();
  undecided.targets[0].status = LinkStatus::ambiguous;
  undecided.targets[0].candidates = {0, 9};
  maker.cite("3", 0).targets.clear();
  EXPECT_EQ(edges_of(graph_of({maker.paper()})), "Rivers>Nile 1\n");
}

TEST(GraphBuilder, citing_a_work_that_was_not_added_throws) {
  GraphBuilder builder;
  const WorkId work = builder.add(make_work("Ash", "Nile", 1990));
  EXPECT_THROW(builder.cite(work, WorkId{1}), std::out_of_range);
}

TEST(GraphBuilder, the_same_file_added_twice_counts_once) {
  PaperMaker maker("a.md");
  maker.cite("Ash, 1990", maker.entry("Ash", "Nile", 1990));
  maker.cite_missing({"Elm"}, 2001);
  GraphBuilder builder;
  const WorkId first = builder.add(maker.paper());
  EXPECT_EQ(builder.add(maker.paper()), first);
  EXPECT_EQ(std::move(builder).build().vertex_count(), 3U);
}

TEST(GraphBuilder, a_cited_paper_of_the_set_is_one_vertex_with_both_roles_edges) {
  PaperMaker older("old.md", "Lakes of the North");
  older.entry("Ash", "Nile", 1990);
  Paper old_paper = older.paper();
  old_paper.document.work = make_work("Yew", "Lakes of the North", 2005);
  PaperMaker newer("new.md", "Seas");
  newer.cite("Yew, 2005", newer.entry("Yew", "Lakes of the north", 2005));
  const Graph graph = graph_of({newer.paper(), old_paper});
  EXPECT_EQ(edges_of(graph), "Lakes of the North>Nile 0\nSeas>Lakes of the North 1\n");
  EXPECT_EQ(graph.papers().size(), 2U);
}

TEST(GraphBuilder, citations_between_works_added_by_hand_are_joined) {
  GraphBuilder builder;
  const WorkId a = builder.add(make_work("Ash", "A", 2000));
  const WorkId b = builder.add(make_work("Oak", "B", 1990));
  builder.cite(a, b, {.listed = false, .mentions = {Mention{}}});
  builder.cite(a, b);
  const Graph graph = std::move(builder).build();
  ASSERT_EQ(graph.edge_count(), 1U);
  const Cites& cites = graph[Edge{1, 0}];
  EXPECT_TRUE(cites.listed);
  EXPECT_EQ(cites.mentions.size(), 1U);
}

TEST(GraphBuilder, the_order_of_adding_does_not_matter) {
  std::vector<Paper> papers;
  for (int p = 0; p < 6; ++p) {
    PaperMaker maker("paper" + std::to_string(p) + ".md", "Paper " + std::to_string(p));
    for (int e = 0; e < 8; ++e) {
      const int work = (p * 5 + e * 3) % 12;
      const auto entry = maker.entry("Author" + std::to_string(work), "Title " + std::to_string(work), 1990 + work % 4);
      if (e % 2 == 0) maker.cite("x", entry);
    }
    maker.cite_missing({"Elm"}, 1991);
    papers.push_back(maker.paper());
  }
  const auto dump = [](const Graph& graph) {
    std::string all;
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
      all += graph[v].key + ' ' + std::string(to_string(graph.role(v)));
      for (const Variant& variant : graph.variants(v)) all += " | " + variant.path + ' ' + variant.text;
      all += '\n';
    }
    return all + edges_of(graph);
  };
  const std::string expected = dump(graph_of(papers));
  for (int turn = 0; turn < 5; ++turn) {
    std::rotate(papers.begin(), papers.begin() + 1, papers.end());
    if (turn == 2) std::reverse(papers.begin(), papers.end());
    EXPECT_EQ(dump(graph_of(papers)), expected) << turn;
  }
}

}  // namespace
}  // namespace citegraph
