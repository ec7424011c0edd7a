#include <gtest/gtest.h>
#include <pugixml.hpp>
#include <sstream>
#include <string>
#include <utility>

#include "citegraph/gexf.hpp"
#include "citegraph/graphml.hpp"

#include "export/programs.hpp"
#include "export/xml_text.hpp"
#include "graph/paper_maker.hpp"

namespace citegraph {
namespace {

using test::make_work;
using test::PaperMaker;

std::string graphml_of(const Graph& graph, const GraphmlOptions& options = {}) {
  std::ostringstream out;
  write_graphml(out, graph, options);
  return out.str();
}

std::string gexf_of(const Graph& graph, const GexfOptions& options = {}) {
  std::ostringstream out;
  write_gexf(out, graph, options);
  return out.str();
}

// One work cited twice, one that is only listed.
Graph rivers() {
  PaperMaker maker("a.md", "Rivers");
  const auto nile = maker.entry("Ash", "The Nile", 1990);
  maker.entry("Oak", "The Volga", 1980);
  maker.cite("Ash, 1990", nile);
  maker.cite("Ash, 1990:12", nile, "12");
  GraphBuilder builder;
  builder.add(maker.paper());
  return std::move(builder).build();
}

Graph graph_of_title(const std::string& title) {
  Work work = make_work("Ash", title, 1990);
  work.key = "ash";
  GraphBuilder builder;
  builder.add(std::move(work));
  return std::move(builder).build();
}

std::string data(const pugi::xml_node& element, const char* key) {
  return element.find_child_by_attribute("data", "key", key).text().get();
}

struct TextCase {
  const char* trait;
  std::string text;
  const char* expected;
};

const TextCase text_cases[] = {
    {"plain", "The Nile", "The Nile"},
    {"markup", "a < b & \"c\" > 'd'", "a &lt; b &amp; &quot;c&quot; &gt; 'd'"},
    {"end of CDATA", "]]>", "]]&gt;"},
    {"lines and tabs", "a\tb\nc\rd", "a&#9;b&#10;c&#13;d"},
    {"control characters", std::string("a\0b\x01\x1F", 5), "ab"},
    {"no characters", "a\xEF\xBF\xBE\xEF\xBF\xBF", "a"},
    {"surrogate as bytes", "\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
    {"ill-formed", "a\xFF", "a\xEF\xBF\xBD"},
    {"beyond the first plane", "\xF0\x9F\x93\x9A", "\xF0\x9F\x93\x9A"},
};

TEST(XmlText, HoldsAnything) {
  for (const TextCase& row : text_cases) EXPECT_EQ(xml::escaped(row.text), row.expected) << row.trait;
}

TEST(Graphml, SaysWhatIsKnown) {
  pugi::xml_document document;
  ASSERT_TRUE(document.load_string(graphml_of(rivers()).c_str()));
  const pugi::xml_node root = document.child("graphml");
  const pugi::xml_node year = root.find_child_by_attribute("key", "id", "year");
  EXPECT_STREQ(year.attribute("attr.type").value(), "int");
  EXPECT_STREQ(year.attribute("for").value(), "node");
  const pugi::xml_node graph = root.child("graph");
  EXPECT_STREQ(graph.previous_sibling().name(), "key") << "keys stand before the graph";
  EXPECT_STREQ(graph.attribute("edgedefault").value(), "directed");
  const pugi::xml_node node = graph.find_child_by_attribute("node", "id", "n1");
  EXPECT_EQ(data(node, "label"), "Ash 1990");
  EXPECT_EQ(data(node, "title"), "The Nile");
  EXPECT_EQ(data(node, "year"), "1990");
  EXPECT_EQ(data(node, "role"), "listed");
  EXPECT_EQ(data(node, "citations"), "1");
  EXPECT_FALSE(node.find_child_by_attribute("data", "key", "doi")) << "what is not known is not said";
  const pugi::xml_node edge = graph.find_child_by_attribute("edge", "target", "n1");
  EXPECT_STREQ(edge.attribute("source").value(), "n2");
  EXPECT_EQ(data(edge, "weight"), "2");
  EXPECT_EQ(data(edge, "listed"), "true");
  const pugi::xml_node listed = graph.find_child_by_attribute("edge", "target", "n0");
  EXPECT_EQ(data(listed, "weight"), "1");
  EXPECT_EQ(data(listed, "mentions"), "0");
}

TEST(Graphml, LabelsForYed) {
  pugi::xml_document document;
  ASSERT_TRUE(document.load_string(graphml_of(rivers(), {.yed_labels = true}).c_str()));
  const pugi::xml_node node = document.child("graphml").child("graph").child("node");
  EXPECT_STREQ(
      node.find_child_by_attribute("data", "key", "graphics").child("y:ShapeNode").child("y:NodeLabel").text().get(),
      "Oak 1980");
}

TEST(Gexf, SaysWhatIsKnown) {
  pugi::xml_document document;
  ASSERT_TRUE(document.load_string(gexf_of(rivers()).c_str()));
  const pugi::xml_node root = document.child("gexf");
  EXPECT_STREQ(root.attribute("version").value(), "1.2");
  const pugi::xml_node graph = root.child("graph");
  const pugi::xml_node declared = graph.find_child_by_attribute("attributes", "class", "node");
  const std::string year = declared.find_child_by_attribute("attribute", "title", "year").attribute("id").value();
  EXPECT_FALSE(declared.find_child_by_attribute("attribute", "title", "label")) << "the label is no attribute";
  const pugi::xml_node node = graph.child("nodes").find_child_by_attribute("node", "id", "n1");
  EXPECT_STREQ(node.attribute("label").value(), "Ash 1990");
  EXPECT_STREQ(
      node.child("attvalues").find_child_by_attribute("attvalue", "for", year.c_str()).attribute("value").value(),
      "1990");
  const pugi::xml_node edge = graph.child("edges").find_child_by_attribute("edge", "target", "n1");
  EXPECT_STREQ(edge.attribute("weight").value(), "2");
  EXPECT_NE(gexf_of(rivers(), {.version = GexfVersion::v1_3}).find("version=\"1.3\""), std::string::npos);
}

// Whatever a title holds, it stays one text: no node, no attribute, no edge comes out of it.
TEST(GraphFormats, TitlesStayText) {
  const std::string hostile[] = {
      "</data></node><node id=\"x\"/>", "\"/><attvalue for=\"0\" value=\"x", "]]>", "&bomb;", "<!-- ", "a\nb"};
  for (const std::string& title : hostile) {
    pugi::xml_document graphml;
    ASSERT_TRUE(graphml.load_string(graphml_of(graph_of_title(title)).c_str())) << title;
    const pugi::xml_node nodes = graphml.child("graphml").child("graph");
    EXPECT_EQ(std::distance(nodes.begin(), nodes.end()), 1) << title;
    EXPECT_EQ(data(nodes.child("node"), "title"), title);
    pugi::xml_document gexf;
    ASSERT_TRUE(gexf.load_string(gexf_of(graph_of_title(title)).c_str())) << title;
    EXPECT_TRUE(gexf.child("gexf")
                    .child("graph")
                    .child("nodes")
                    .child("node")
                    .child("attvalues")
                    .find_child_by_attribute("attvalue", "value", title.c_str()))
        << title;
  }
}

TEST(GraphFormats, OfTheEmptyGraph) {
  pugi::xml_document document;
  EXPECT_TRUE(document.load_string(graphml_of(Graph()).c_str()));
  EXPECT_TRUE(document.load_string(gexf_of(Graph()).c_str()));
}

TEST(GraphFormats, AreXmlToXmllint) {
  if (!test::is_installed("xmllint")) GTEST_SKIP() << "xmllint (libxml2-utils) is not installed";
  const test::TemporaryFolder folder;
  std::string every_character;
  for (int c = 0; c < 0x100; ++c) every_character += static_cast<char>(c);
  const Graph graph = graph_of_title("Title " + every_character);
  const std::string files = "'" + folder.write("a.graphml", graphml_of(graph, {.yed_labels = true})) + "' '" +
                            folder.write("a.gexf", gexf_of(graph)) + "'";
  const test::Ran ran = test::run("xmllint --noout " + files);
  EXPECT_EQ(ran.status, 0) << ran.output;
}

}  // namespace
}  // namespace citegraph
