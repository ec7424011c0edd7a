#include "citegraph/paper.hpp"

#include <array>
#include <optional>
#include <sstream>
#include <string>
#include <utility>

#include "citegraph/dot.hpp"
#include "citegraph/graph.hpp"
#include "citegraph/graph_bibtex.hpp"
#include "citegraph/json.hpp"

#include "fuzz/require.hpp"
#include "fuzz/targets.hpp"
#include "soundness.hpp"

namespace citegraph::fuzz {
namespace {

std::optional<Paper> read_or_refuse(std::string_view bytes) {
  try {
    return parse_paper(std::string(bytes), "paper.md");
  } catch (const Error&) {
    return std::nullopt;
  }
}

void require_sound(const Graph& graph, const Paper& paper) {
  require(graph.papers().size() == 1, "one paper is one vertex");
  std::size_t mentions = 0;
  for (const Vertex cited : graph.cited(graph.papers().front()))
    mentions += graph[Edge{graph.papers().front(), cited}].mentions.size();
  std::size_t targets = 0;
  for (const Citation& citation : paper.citations) targets += citation.targets.size();
  require(mentions <= targets, "a target is one mention at most");
}

// Everything that is written of a paper.
std::array<std::string, 3> written(const Paper& paper) {
  GraphBuilder builder;
  builder.add(paper);
  const Graph graph = std::move(builder).build();
  require_sound(graph, paper);
  std::ostringstream json;
  write_json_line(json, paper);
  std::ostringstream bibtex;
  write_bibtex(bibtex, graph, {}, {.papers = true, .missing = true});
  std::ostringstream dot;
  write_dot(dot, graph);
  return {json.str(), bibtex.str(), dot.str()};
}

}  // namespace

void paper(std::string_view bytes) {
  const std::optional<Paper> paper = read_or_refuse(bytes);
  if (!paper) return;
  require_sound(test::unsound(*paper));
  const std::array<std::string, 3> outputs = written(*paper);
  for (const std::string& output : outputs) require(is_utf8(output), "what is written is UTF-8");
  require(outputs == written(*read_or_refuse(bytes)), "two runs are equal");
}

}  // namespace citegraph::fuzz
