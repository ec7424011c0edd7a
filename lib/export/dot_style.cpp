#include "export/dot_style.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "export/dot_text.hpp"

namespace citegraph::dot {
namespace {

std::string address(const Work& work) {
  const std::string_view doi = work.get(Variable::doi);
  if (!doi.empty()) return quote_url("https://doi.org/" + std::string(doi));
  return quote_url(work.get(Variable::url));
}

// A rounded square root: what is mentioned often stands out without covering the rest.
std::size_t root(std::size_t n) { return static_cast<std::size_t>(std::llround(std::sqrt(static_cast<double>(n)))); }

std::string role_style(const Graph& graph, Vertex vertex) {
  switch (graph.role(vertex)) {
    case VertexRole::paper:
      return R"(, fillcolor="#1f3b57", color="#1f3b57", fontcolor="white", penwidth="2")";
    case VertexRole::missing:
      return R"(, style="rounded,filled,dashed", fillcolor="#fdf0ee", color="#c0392b", fontcolor="#8e2a1e")";
    case VertexRole::listed:
      break;
  }
  if (mention_count(graph, vertex) > 0 || graph.citing(vertex).empty()) return {};
  return R"(, style="rounded,filled,dotted", fillcolor="white", color="#909090", fontcolor="#707070")";
}

// The mentions, a line each; of very many the first.
std::string tooltip(const Cites& cites) {
  constexpr std::size_t shown = 20;
  if (cites.mentions.empty()) return cites.listed ? "listed, not cited in the text" : "cited";
  std::string lines;
  for (std::size_t i = 0; i < std::min(shown, cites.mentions.size()); ++i) {
    const Mention& mention = cites.mentions[i];
    lines += (i > 0 ? "\n" : "") + mention.text + " (line " + std::to_string(mention.line) + ')';
  }
  if (cites.mentions.size() > shown) lines += "\nand " + std::to_string(cites.mentions.size() - shown) + " more";
  return lines;
}

}  // namespace

std::size_t mention_count(const Graph& graph, Vertex vertex) {
  std::size_t count = 0;
  for (const Vertex citing : graph.citing(vertex)) count += graph[Edge{.from = citing, .to = vertex}].mentions.size();
  return count;
}

std::string decimal(std::size_t value, std::size_t places) {
  std::string digits = std::to_string(value);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  return digits.insert(digits.size() - places, 1, '.');
}

std::string work_style(const Graph& graph, Vertex vertex) {
  std::string style = "tooltip=" + quote(summary(graph[vertex]));
  if (const std::string url = address(graph[vertex]); url != quote("")) style += ", URL=" + url;
  return style + role_style(graph, vertex);
}

std::string citation_style(const Graph& graph, Edge edge) {
  const Cites& cites = graph[edge];
  std::string style = "tooltip=" + quote(tooltip(cites));
  if (cites.mentions.empty()) return style + R"(, style="dotted", color="#90909090")";
  style += ", penwidth=\"" + decimal(std::min<std::size_t>(60, 8 * root(cites.mentions.size())), 1) + '"';
  const bool fits = std::all_of(cites.mentions.begin(), cites.mentions.end(),
                                [](const Mention& m) { return m.status == LinkStatus::linked; });
  if (!cites.listed)
    style += R"(, style="dashed", color="#c0392b90")";
  else if (!fits)
    style += R"(, color="#e08e0bc0")";
  return style;
}

}  // namespace citegraph::dot
