#include "citegraph/gexf.hpp"

#include <cstddef>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>

#include "export/graph_attributes.hpp"
#include "export/xml_text.hpp"

namespace citegraph {
namespace {

// The label and the weight are attributes of XML in GEXF.
constexpr std::string_view label_name = "label";
constexpr std::string_view weight_name = "weight";

std::string_view gexf_type(attributes::ValueType type) noexcept {
  switch (type) {
    case attributes::ValueType::int32:
      return "integer";
    case attributes::ValueType::truth:
      return "boolean";
    case attributes::ValueType::text:
      break;
  }
  return "string";
}

template <class Attributes>
std::string declarations(std::string_view kind, const Attributes& of_kind) {
  std::string text = "    <attributes class=\"" + std::string(kind) + "\">\n";
  std::size_t number = 0;
  for (const auto& attribute : of_kind) {
    const std::size_t id = number++;
    if (attribute.name == label_name || attribute.name == weight_name) continue;
    text.append("      <attribute id=\"").append(std::to_string(id)).append("\" title=\"").append(attribute.name);
    text.append("\" type=\"").append(gexf_type(attribute.type)).append("\"/>\n");
  }
  return text + "    </attributes>\n";
}

template <class Attributes, class Value>
void append_values(std::string& text, const Attributes& of_kind, const Value& value_of) {
  text += "<attvalues>";
  std::size_t number = 0;
  for (const auto& attribute : of_kind) {
    const std::size_t id = number++;
    if (attribute.name == label_name || attribute.name == weight_name) continue;
    const std::string value = value_of(attribute);
    if (value.empty()) continue;
    text.append("<attvalue for=\"").append(std::to_string(id)).append("\" value=\"");
    xml::append_escaped(text, value);
    text += "\"/>";
  }
  text += "</attvalues>";
}

std::string gexf_node(const Graph& graph, Vertex v) {
  std::string text = "      <node id=\"n" + std::to_string(v) + "\" label=\"";
  xml::append_escaped(text, attributes::label(graph, v));
  text += "\">";
  append_values(text, attributes::of_works(), [&](const auto& attribute) { return attribute.value(graph, v); });
  return text + "</node>\n";
}

std::string gexf_edge(const Graph& graph, Edge edge, std::uint64_t number) {
  const Cites& cites = graph[edge];
  std::string text = "      <edge id=\"e" + std::to_string(number) + "\" source=\"n" + std::to_string(edge.from) +
                     "\" target=\"n" + std::to_string(edge.to) + "\" weight=\"" +
                     std::to_string(attributes::weight(cites)) + "\">";
  append_values(text, attributes::of_citations(), [&](const auto& attribute) { return attribute.value(cites); });
  return text + "</edge>\n";
}

}  // namespace

void write_gexf(std::ostream& out, const Graph& graph, const GexfOptions& options) {
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      << (options.version == GexfVersion::v1_3 ? "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
                                               : "<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">\n")
      << "  <graph mode=\"static\" defaultedgetype=\"directed\">\n"
      << declarations("node", attributes::of_works()) << declarations("edge", attributes::of_citations())
      << "    <nodes>\n";
  for (Vertex v = 0; v < graph.vertex_count(); ++v) out << gexf_node(graph, v);
  out << "    </nodes>\n    <edges>\n";
  std::uint64_t number = 0;
  for (Vertex v = 0; v < graph.vertex_count(); ++v)
    for (const Vertex cited : graph.cited(v)) out << gexf_edge(graph, {.from = v, .to = cited}, number++);
  out << "    </edges>\n  </graph>\n</gexf>\n";
}

}  // namespace citegraph
