#include "summary.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <ostream>
#include <string>
#include <vector>

#include "diagnostics.hpp"
#include "terminal.hpp"

namespace command {
namespace {

using citegraph::Graph;
using citegraph::LinkStatus;
using citegraph::Paper;
using citegraph::Vertex;
using citegraph::VertexRole;

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

// "43 linked, 2 with another year, 4 misspelt, 2 missing"
std::string count_by_status(const Paper& paper) {
  constexpr std::array<std::string_view, 5> words = {"linked", "ambiguous", "with a year that differs",
                                                     "with a name that differs", "without an entry"};
  std::array<std::size_t, 5> counts{};
  for (const auto& citation : paper.citations)
    for (const auto& target : citation.targets) ++counts[static_cast<std::size_t>(target.status)];
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (counts[i] > 0) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", counts[i], words[i]);
  return text;
}

void print_paper(std::ostream& out, const Paper& paper) {
  out << printable(paper.document.path) << '\n';
  if (const auto title = paper.document.work.get(citegraph::Variable::title); !title.empty())
    out << "  " << printable(title) << '\n';
  const std::string statuses = count_by_status(paper);
  out << fmt::format("  {}, {}{}{}\n", counted(paper.references.size(), "reference"),
                     counted(paper.citations.size(), "citation"), statuses.empty() ? "" : ": ", statuses);
}

struct CitedWork {
  Vertex vertex;
  std::size_t mentions;
};

// Every work but the papers themselves, the most mentioned first, then by time as the graph numbers them.
std::vector<CitedWork> works_by_mentions(const Graph& graph) {
  std::vector<CitedWork> works;
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    if (graph.role(v) == VertexRole::paper && graph.citing(v).empty()) continue;
    std::size_t mentions = 0;
    for (const Vertex paper : graph.citing(v)) mentions += graph[citegraph::Edge{paper, v}].mentions.size();
    works.push_back({v, mentions});
  }
  std::stable_sort(works.begin(), works.end(),
                   [](const CitedWork& a, const CitedWork& b) { return a.mentions > b.mentions; });
  return works;
}

void print_works(std::ostream& out, const Graph& graph) {
  const std::vector<CitedWork> works = works_by_mentions(graph);
  if (works.empty()) return;
  out << "\nTimes cited\n";
  for (const auto& [v, mentions] : works) {
    const bool missing = graph.role(v) == VertexRole::missing;
    out << fmt::format("  {:>3}  {}{}\n", mentions, printable(citegraph::summary(graph[v])),
                       missing ? "  (not in the list)" : "");
  }
}

void print_findings(std::ostream& out, std::span<const Paper> papers) {
  std::vector<citegraph::Diagnostic> all;
  for (const Paper& paper : papers) all.insert(all.end(), paper.diagnostics.begin(), paper.diagnostics.end());
  out << "\nFindings: " << count_by_severity(all) << '\n';
  for (const citegraph::Diagnostic& d : all) {
    out << fmt::format("  {}:{}:{}: {}[{}]: {}", printable(d.path), d.line, d.column, citegraph::to_string(d.severity),
                       d.code, printable(d.message));
    if (d.suggestion) out << " -> " << printable(d.suggestion->replacement);
    out << '\n';
  }
}

}  // namespace

void print_summary(std::ostream& out, std::span<const Paper> papers, const Graph& graph) {
  for (const Paper& paper : papers) print_paper(out, paper);
  out << fmt::format("\nGraph: {}, {}\n",
                     graph.vertex_count() == 1 ? "1 vertex" : fmt::format("{} vertices", graph.vertex_count()),
                     counted(graph.edge_count(), "edge"));
  print_works(out, graph);
  print_findings(out, papers);
}

}  // namespace command
