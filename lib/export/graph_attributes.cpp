#include "export/graph_attributes.hpp"

#include <algorithm>
#include <array>

#include "export/work_label.hpp"

namespace citegraph::attributes {
namespace {

template <Variable variable>
std::string text_of(const Graph& graph, Vertex vertex) {
  return std::string(graph[vertex].get(variable));
}

template <NameVariable variable>
std::string names_of(const Graph& graph, Vertex vertex) {
  std::string joined;
  for (const Name& name : graph[vertex].get(variable)) joined += (joined.empty() ? "" : "; ") + to_string(name);
  return joined;
}

std::string key_of(const Graph& graph, Vertex vertex) { return graph[vertex].key; }

std::string year_of(const Graph& graph, Vertex vertex) {
  const int year = graph[vertex].year();
  return year == 0 ? std::string() : std::to_string(year);
}

std::string type_of(const Graph& graph, Vertex vertex) { return std::string(to_string(graph[vertex].type)); }

std::string role_of(const Graph& graph, Vertex vertex) { return std::string(to_string(graph.role(vertex))); }

std::string citations_of(const Graph& graph, Vertex vertex) { return std::to_string(graph.citing(vertex).size()); }

using V = Variable;
using N = NameVariable;

constexpr std::array work_rows = {
    WorkAttribute{"id", ValueType::text, key_of},
    WorkAttribute{"label", ValueType::text, label},
    WorkAttribute{"title", ValueType::text, text_of<V::title>},
    WorkAttribute{"authors", ValueType::text, names_of<N::author>},
    WorkAttribute{"editors", ValueType::text, names_of<N::editor>},
    WorkAttribute{"year", ValueType::int32, year_of},
    WorkAttribute{"type", ValueType::text, type_of},
    WorkAttribute{"doi", ValueType::text, text_of<V::doi>},
    WorkAttribute{"url", ValueType::text, text_of<V::url>},
    WorkAttribute{"container-title", ValueType::text, text_of<V::container_title>},
    WorkAttribute{"volume", ValueType::text, text_of<V::volume>},
    WorkAttribute{"issue", ValueType::text, text_of<V::issue>},
    WorkAttribute{"page", ValueType::text, text_of<V::page>},
    WorkAttribute{"publisher", ValueType::text, text_of<V::publisher>},
    WorkAttribute{"role", ValueType::text, role_of},
    WorkAttribute{"citations", ValueType::int32, citations_of},
};

constexpr std::array citation_rows = {
    CitationAttribute{"weight", ValueType::int32, [](const Cites& cites) { return std::to_string(weight(cites)); }},
    CitationAttribute{"mentions", ValueType::int32,
                      [](const Cites& cites) { return std::to_string(cites.mentions.size()); }},
    CitationAttribute{"listed", ValueType::truth,
                      [](const Cites& cites) { return std::string(cites.listed ? "true" : "false"); }},
};

}  // namespace

std::span<const WorkAttribute> of_works() noexcept { return work_rows; }
std::span<const CitationAttribute> of_citations() noexcept { return citation_rows; }

std::string label(const Graph& graph, Vertex vertex) {
  const Work& work = graph[vertex];
  std::string words = dot::cited_as(work);
  if (words.empty()) words = work.get(Variable::title);
  return words.empty() ? work.key : words;
}

std::uint64_t weight(const Cites& cites) noexcept { return std::max<std::uint64_t>(1, cites.mentions.size()); }

}  // namespace citegraph::attributes
