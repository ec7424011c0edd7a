#include "citegraph/graphml.hpp"

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>

#include "export/graph_attributes.hpp"
#include "export/xml_text.hpp"

namespace citegraph {
namespace {

std::string_view graphml_type(attributes::ValueType type) noexcept {
  switch (type) {
    case attributes::ValueType::int32:
      return "int";
    case attributes::ValueType::truth:
      return "boolean";
    case attributes::ValueType::text:
      break;
  }
  return "string";
}

// Attributes are declared under their own names: those of works and of citations have none in common.
void append_keys(std::string& text) {
  const auto declare = [&text](const auto& attribute, std::string_view what) {
    text.append("  <key id=\"").append(attribute.name).append("\" for=\"").append(what);
    text.append("\" attr.name=\"").append(attribute.name).append("\" attr.type=\"");
    text.append(graphml_type(attribute.type)).append("\"/>\n");
  };
  for (const auto& attribute : attributes::of_works()) declare(attribute, "node");
  for (const auto& attribute : attributes::of_citations()) declare(attribute, "edge");
}

void append_data(std::string& text, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  text.append("<data key=\"").append(name).append("\">");
  xml::append_escaped(text, value);
  text.append("</data>");
}

void append_box(std::string& text, std::string_view label) {
  text.append("<data key=\"graphics\"><y:ShapeNode><y:NodeLabel>");
  xml::append_escaped(text, label);
  text.append("</y:NodeLabel></y:ShapeNode></data>");
}

std::string node_of(const Graph& graph, Vertex v, const GraphmlOptions& options) {
  std::string text = "    <node id=\"n" + std::to_string(v) + "\">";
  for (const auto& attribute : attributes::of_works()) append_data(text, attribute.name, attribute.value(graph, v));
  if (options.yed_labels) append_box(text, attributes::label(graph, v));
  return text + "</node>\n";
}

std::string edge_of(const Graph& graph, Edge edge, std::uint64_t number) {
  std::string text = "    <edge id=\"e" + std::to_string(number) + "\" source=\"n" + std::to_string(edge.from) +
                     "\" target=\"n" + std::to_string(edge.to) + "\">";
  const Cites& cites = graph[edge];
  for (const auto& attribute : attributes::of_citations()) append_data(text, attribute.name, attribute.value(cites));
  return text + "</edge>\n";
}

}  // namespace

void write_graphml(std::ostream& out, const Graph& graph, const GraphmlOptions& options) {
  std::string head =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"";
  if (options.yed_labels) head += " xmlns:y=\"http://www.yworks.com/xml/graphml\"";
  head += ">\n";
  append_keys(head);
  if (options.yed_labels) head += "  <key id=\"graphics\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n";
  out << head << "  <graph id=\"citations\" edgedefault=\"directed\">\n";
  for (Vertex v = 0; v < graph.vertex_count(); ++v) out << node_of(graph, v, options);
  std::uint64_t number = 0;
  for (Vertex v = 0; v < graph.vertex_count(); ++v)
    for (const Vertex cited : graph.cited(v)) out << edge_of(graph, {.from = v, .to = cited}, number++);
  out << "  </graph>\n</graphml>\n";
}

}  // namespace citegraph
