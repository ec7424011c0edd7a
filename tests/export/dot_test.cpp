#include "citegraph/dot.hpp"

#include <gtest/gtest.h>
#include <random>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "export/programs.hpp"
#include "graph/paper_maker.hpp"

namespace citegraph {
namespace {

using test::make_work;
using test::PaperMaker;

std::string dot_of(const Graph& graph, const DotOptions& options = {}) {
  std::ostringstream out;
  write_dot(out, graph, options);
  return out.str();
}

Graph graph_of(const Paper& paper) {
  GraphBuilder builder;
  builder.add(paper);
  return std::move(builder).build();
}

// One work cited twice, one listed only, one missing, one that does not fit, one without a date.
Graph sample_graph() {
  PaperMaker maker("a.md", "Rivers");
  const auto nile = maker.entry("Ash", "The Nile", 1990);
  maker.entry("Oak", "The Volga", 1980);
  const auto ob = maker.entry("Yew", "The Ob", 1990);
  maker.entry("", "Rivers of the World", 0);
  maker.cite("Ash, 1990", nile);
  maker.cite("Ash, 1990:12", nile, "12");
  maker.cite("Yew, 1991", ob).targets[0].status = LinkStatus::year_mismatch;
  maker.cite_missing({"Elm"}, 2001);
  return graph_of(maker.paper());
}

// The line of the DOT file that holds `text`.
std::string line_with(const std::string& dot, const std::string& text) {
  const std::size_t at = dot.find(text);
  if (at == std::string::npos) return {};
  const std::size_t start = dot.rfind('\n', at) + 1;
  return dot.substr(start, dot.find('\n', at) - start);
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++n;
  return n;
}

TEST(Dot, roles_look_different) {
  const std::string dot = dot_of(sample_graph());
  EXPECT_NE(line_with(dot, "Elm 2001").find("dashed"), std::string::npos);
  EXPECT_NE(line_with(dot, "Oak 1980").find("dotted"), std::string::npos);
  EXPECT_EQ(line_with(dot, "Ash 1990").find("style="), std::string::npos);
  EXPECT_NE(line_with(dot, "label=\"Rivers\"").find("#1f3b57"), std::string::npos);
}

TEST(Dot, edges_show_mentions) {
  const Graph graph = sample_graph();
  const std::string dot = dot_of(graph);
  const auto edge_to = [&](const char* title) {
    for (Vertex v = 0; v < graph.vertex_count(); ++v)
      if (graph[v].get(Variable::title) == title) return line_with(dot, "-> \"n" + std::to_string(v) + "\" [");
    return std::string();
  };
  EXPECT_NE(edge_to("The Nile").find("tooltip=\"Ash, 1990 (line 10)\\nAsh, 1990:12 (line 13)\", penwidth=\"0.8\""),
            std::string::npos)
      << edge_to("The Nile");
  EXPECT_NE(edge_to("The Volga").find("dotted"), std::string::npos);
  EXPECT_NE(edge_to("The Ob").find("#e08e0b"), std::string::npos);
}

TEST(Dot, years_are_a_chain_of_ranks) {
  const std::string dot = dot_of(sample_graph());
  for (const char* year : {"\"1980\"", "\"1990\"", "\"2001\"", "\"n.d.\""})
    EXPECT_NE(line_with(dot, std::string("label=") + year).find("rank=\"same\""), std::string::npos) << year;
  EXPECT_EQ(count(dot, "invis"), 4U);  // five bands: three years, n.d., the paper
}

TEST(Dot, labels_are_as_wide_as_suits_the_layout) {
  GraphBuilder builder;
  builder.add(make_work("Ash", "Rivers of the North and of the South", 1990));
  const Graph graph = std::move(builder).build();
  const auto label = [&](DotLayout layout, std::size_t width) {
    const std::string line = line_with(dot_of(graph, {.layout = layout, .label_width = width}), "Ash 1990");
    return line.substr(0, line.find("\", "));
  };
  EXPECT_TRUE(label(DotLayout::ranked, 0).ends_with("Ash 1990\\nRivers of the\\nNorth and of the…"));
  EXPECT_TRUE(label(DotLayout::none, 0).ends_with("Ash 1990\\nRivers of the North and of\\nthe South"));
  EXPECT_TRUE(label(DotLayout::ranked, 40).ends_with("Ash 1990\\nRivers of the North and of the South"));
}

struct UrlCase {
  const char* trait;
  Variable variable;
  const char* value;
  const char* expected;  // empty: no URL
};

const UrlCase url_cases[] = {
    {"doi", Variable::doi, "10.1/a b", "URL=\"https://doi.org/10.1/a%20b\""},
    {"query", Variable::url, "https://x.org/?a=1&b=\"2\"", "URL=\"https://x.org/?a=1&amp;b=%222%22\""},
    {"www without scheme", Variable::url, "www.x.org", "URL=\"http://www.x.org\""},
    {"script", Variable::url, "javascript:alert(1)", ""},
    {"data", Variable::url, "data:text/html,<script>", ""},
    {"backslash", Variable::url, "http://x.org/\\N", "URL=\"http://x.org/%5CN\""},
    {"not ASCII", Variable::url, "http://x.org/ä", "URL=\"http://x.org/%C3%A4\""},
    {"nothing", Variable::url, "", ""},
};

TEST(Dot, addresses_become_links) {
  for (const UrlCase& c : url_cases) {
    GraphBuilder builder;
    Work work = make_work("Ash", "Nile", 1990);
    work.set(c.variable, c.value);
    builder.add(std::move(work));
    const std::string line = line_with(dot_of(std::move(builder).build()), "Ash 1990");
    if (c.expected[0] == 0)
      EXPECT_EQ(line.find("URL="), std::string::npos) << c.trait;
    else
      EXPECT_NE(line.find(c.expected), std::string::npos) << c.trait << ": " << line;
  }
}

// What DOT, its escapes, XML and UTF-8 give special meaning to.
std::string hostile(std::mt19937& random) {
  static const std::vector<std::string> pieces = {
      "\"",
      "\\",
      "\\N",
      "\\G",
      "\\l",
      "\"]; evil [label=pwned]; //",
      "\"}\n",
      "]",
      "[",
      ";",
      "{",
      "}",
      "|",
      "<",
      ">",
      "&",
      "&amp;",
      "&lt;",
      "&#0;",
      "&copy",
      "&nosuch;",
      "]]>",
      "-->",
      "--",
      "/*",
      "*/",
      "//",
      "#",
      "\n",
      "\r\n",
      "\t",
      "\x01",
      "\x7f",
      std::string(1, '\0'),
      "\xff",
      "\xc3",
      "\xed\xa0\x80",
      "\xef\xbf\xbe",
      "é",
      "語",
      "ﷺ",
      "\u202e",
      "\U0001f4a9",
      "node",
      "edge",
      "digraph",
      "strict",
      "<b>",
      "%s",
      "+",
      "\" + \"",
      ", pos=\"0,0\"",
      " ",
      "a",
      "'",
      "`",
      "$(id)",
  };
  std::string title;
  for (std::size_t n = 1 + random() % 12; n > 0; --n) title += pieces[random() % pieces.size()];
  return title;
}

Graph hostile_graph(std::size_t works, bool with_years) {
  std::mt19937 random(7);
  GraphBuilder builder;
  std::vector<WorkId> ids;
  for (std::size_t i = 0; i < works; ++i) {
    Work work = make_work(hostile(random), std::to_string(i) + hostile(random),
                          with_years ? 1900 + static_cast<int>(i % 25) : 0);
    work.set(Variable::url, "http://" + hostile(random));
    work.set(Variable::doi, i % 2 == 0 ? std::to_string(i) + hostile(random) : "");
    ids.push_back(builder.add(std::move(work)));
    Mention mention;
    mention.text = hostile(random);
    if (i > 0) builder.cite(ids[i], ids[random() % i], {.listed = true, .mentions = {mention}});
  }
  return std::move(builder).build();
}

// Draws with `program` and checks that it has nothing to say, that the SVG is XML, and that each work is one node.
void expect_drawn(const std::string& program, const std::string& dot, std::size_t nodes, std::size_t edges) {
  const test::TemporaryFolder folder;
  const std::string file = folder.write("graph.dot", dot);
  const std::string svg_file = folder.path("graph.svg");
  const test::Ran drawn = test::run(program + " -Tsvg " + file + " -o " + svg_file);
  EXPECT_EQ(drawn.status, 0) << program;
  EXPECT_EQ(drawn.output, "") << program;
  const std::string svg = test::read_all(svg_file);
  EXPECT_EQ(count(svg, "class=\"node\""), nodes) << program;
  EXPECT_EQ(count(svg, "class=\"edge\""), edges) << program;
  if (!test::is_installed("xmllint")) return;
  EXPECT_EQ(test::run("xmllint --noout --nonet " + svg_file).output, "") << program;
}

class DotRendering : public testing::Test {
 protected:
  void SetUp() override {
    if (!test::is_installed("dot") || !test::is_installed("neato")) GTEST_SKIP() << "GraphViz is not installed";
  }
};

TEST_F(DotRendering, ranks) {
  const Graph graph = sample_graph();
  expect_drawn("dot", dot_of(graph), graph.vertex_count() + 5, graph.edge_count());
}

TEST_F(DotRendering, the_empty_graph) { expect_drawn("dot", dot_of(Graph()), 0, 0); }

TEST_F(DotRendering, places) {
  const Graph graph = sample_graph();
  const std::string dot = dot_of(graph, {.layout = DotLayout::placed});
  expect_drawn("dot", dot, graph.vertex_count() + 5, graph.edge_count());
  expect_drawn("neato -n2", dot, graph.vertex_count() + 5, graph.edge_count());
}

TEST_F(DotRendering, without_layout) {
  const Graph graph = sample_graph();
  expect_drawn("sfdp", dot_of(graph, {.layout = DotLayout::none}), graph.vertex_count(), graph.edge_count());
}

TEST_F(DotRendering, hostile_titles_stay_text) {
  const Graph dated = hostile_graph(60, true);
  expect_drawn("dot", dot_of(dated, {.layout = DotLayout::ranked}), 60 + 25, 59);
  const Graph undated = hostile_graph(120, false);
  expect_drawn("sfdp", dot_of(undated, {.layout = DotLayout::none}), 120, 119);
  const Graph many = hostile_graph(10000, true);
  expect_drawn("dot", dot_of(many, {.layout = DotLayout::placed, .labelled = 10000}), 10000 + 25, 9999);
}

TEST_F(DotRendering, labels_show_titles_as_they_are) {
  GraphBuilder builder;
  builder.add(make_work("", "AT&amp;T <b> \\N \"x\" é", 0));
  const test::TemporaryFolder folder;
  const std::string file = folder.write("graph.dot", dot_of(std::move(builder).build(), {.label_width = 40}));
  const std::string svg = test::run("dot -Tsvg " + file).output;
  EXPECT_NE(svg.find(">AT&amp;amp;T &lt;b&gt; \\N &quot;x&quot; é</text>"), std::string::npos) << svg;
}

TEST_F(DotRendering, strings_longer_than_a_token_of_graphviz) {
  GraphBuilder builder;
  builder.add(make_work("Ash", std::string(70000, '"'), 1990));
  builder.add(make_work(
      "Oak",
      [] {
        std::string title;
        while (title.size() < 50000) title += "語&\\";
        return title;
      }(),
      1991));
  expect_drawn("dot", dot_of(std::move(builder).build()), 2 + 2, 0);
}

TEST_F(DotRendering, citations_within_a_year_and_against_time) {
  GraphBuilder builder;
  std::vector<WorkId> works;
  for (int i = 0; i < 12; ++i)
    works.push_back(builder.add(make_work("Ash", "Work " + std::to_string(i), 1990 + i % 3)));
  for (std::size_t i = 0; i < works.size(); ++i)
    for (std::size_t j = 0; j < works.size(); ++j)
      if ((i + 2 * j) % 3 == 0) builder.cite(works[i], works[j]);
  const Graph graph = std::move(builder).build();
  expect_drawn("dot", dot_of(graph), graph.vertex_count() + 3, graph.edge_count());
}

}  // namespace
}  // namespace citegraph
