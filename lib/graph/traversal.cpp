#include "citegraph/traversal.hpp"

#include <algorithm>
#include <utility>

#include "citegraph/identifier.hpp"

#include "text/fold.hpp"

namespace citegraph {
namespace {

std::size_t size(const GraphStructure& graph) { return graph.out_offsets.size() - 1; }

// Calls `visit` for every work one step from `v`.
template <class Visit>
void for_each_step(const GraphStructure& graph, Vertex v, Direction direction, const Visit& visit) {
  if (direction != Direction::citing)
    for (std::uint64_t i = graph.out_offsets[v]; i < graph.out_offsets[v + 1]; ++i) visit(graph.targets[i]);
  if (direction != Direction::cited)
    for (std::uint64_t i = graph.in_offsets[v]; i < graph.in_offsets[v + 1]; ++i) visit(graph.sources[i]);
}

// By vertex, true if it is reached.
std::vector<bool> reached(const GraphStructure& graph, std::span<const Vertex> from, std::uint32_t depth,
                          Direction direction) {
  std::vector<bool> seen(size(graph), false);
  std::vector<Vertex> front;
  for (const Vertex v : from)
    if (!seen[v]) {
      seen[v] = true;
      front.push_back(v);
    }
  std::vector<Vertex> next;
  for (std::uint32_t step = 0; step < depth && !front.empty(); ++step) {
    next.clear();
    for (const Vertex v : front)
      for_each_step(graph, v, direction, [&](Vertex w) {
        if (seen[w]) return;
        seen[w] = true;
        next.push_back(w);
      });
    front.swap(next);
  }
  return seen;
}

// What `vertex` reaches by at least one step.
std::vector<bool> beyond(const GraphStructure& graph, Vertex vertex, Direction direction) {
  std::vector<Vertex> first;
  for_each_step(graph, vertex, direction, [&](Vertex w) { first.push_back(w); });
  return reached(graph, first, any_depth, direction);
}

std::vector<Vertex> in_both(const std::vector<bool>& a, const std::vector<bool>& b) {
  std::vector<Vertex> both;
  for (Vertex v = 0; v < a.size(); ++v)
    if (a[v] && b[v]) both.push_back(v);
  return both;
}

std::string words_of(const Work& work) {
  std::string all = text::fold_words(work.get(Variable::title));
  for (const Name& name : work.get(NameVariable::author)) all += ' ' + text::fold_words(to_string(name));
  if (work.year() != 0) all += ' ' + std::to_string(work.year());
  return all;
}

bool has_all_words(std::string_view text, std::string_view words) {
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(' '));
    words.remove_prefix(std::min(word.size() + 1, words.size()));
    std::size_t at = text.find(word);
    while (at != std::string_view::npos && at != 0 && text[at - 1] != ' ') at = text.find(word, at + 1);
    if (at == std::string_view::npos) return false;
  }
  return true;
}

}  // namespace

std::vector<Vertex> find_works(const Graph& graph, std::string_view words) {
  if (const std::optional<Vertex> vertex = graph.find(words)) return {*vertex};
  if (const std::optional<Identifier> doi = parse_identifier(words); doi && doi->scheme == IdentifierScheme::doi)
    for (Vertex v = 0; v < graph.vertex_count(); ++v)
      if (text::fold(graph[v].get(Variable::doi)) == doi->value) return {v};
  const std::string wanted = text::fold_words(words);
  std::vector<Vertex> found;
  if (wanted.empty()) return found;
  for (Vertex v = 0; v < graph.vertex_count(); ++v)
    if (has_all_words(words_of(graph[v]), wanted)) found.push_back(v);
  std::stable_sort(found.begin(), found.end(),
                   [&](Vertex a, Vertex b) { return graph.citing(a).size() > graph.citing(b).size(); });
  return found;
}

std::vector<Vertex> neighbourhood(const GraphStructure& graph, std::span<const Vertex> from, std::uint32_t depth,
                                  Direction direction) {
  const std::vector<bool> seen = reached(graph, from, depth, direction);
  return in_both(seen, seen);
}

std::vector<Vertex> shortest_path(const GraphStructure& graph, Vertex from, Vertex to, Direction direction) {
  std::vector<Vertex> came_from(size(graph), no_vertex);
  came_from[from] = from;
  std::vector<Vertex> front = {from};
  std::vector<Vertex> next;
  while (!front.empty() && came_from[to] == no_vertex) {
    next.clear();
    for (const Vertex v : front)
      for_each_step(graph, v, direction, [&](Vertex w) {
        if (came_from[w] != no_vertex) return;
        came_from[w] = v;
        next.push_back(w);
      });
    std::sort(next.begin(), next.end());
    front.swap(next);
  }
  if (came_from[to] == no_vertex) return {};
  std::vector<Vertex> path = {to};
  while (path.back() != from) path.push_back(came_from[path.back()]);
  std::reverse(path.begin(), path.end());
  return path;
}

std::vector<Vertex> between(const GraphStructure& graph, Vertex citing, Vertex cited) {
  const std::vector<bool> after = reached(graph, std::span(&citing, 1), any_depth, Direction::cited);
  if (!after[cited]) return {};
  return in_both(after, reached(graph, std::span(&cited, 1), any_depth, Direction::citing));
}

std::vector<Vertex> common_ancestors(const GraphStructure& graph, Vertex a, Vertex b) {
  return in_both(beyond(graph, a, Direction::cited), beyond(graph, b, Direction::cited));
}

bool WorkFilter::keeps(const Graph& graph, Vertex vertex) const {
  const Work& work = graph[vertex];
  const int year = work.year();
  const bool any_year = since == std::numeric_limits<int>::min() && until == std::numeric_limits<int>::max();
  if (!any_year && (year == 0 || year < since || year > until)) return false;
  if (!types.empty() && std::find(types.begin(), types.end(), work.type) == types.end()) return false;
  if (!missing && graph.role(vertex) == VertexRole::missing) return false;
  if (graph.citing(vertex).size() < least_citations) return false;
  return venue.empty() || has_all_words(text::fold_words(work.get(Variable::container_title)), text::fold_words(venue));
}

std::vector<Vertex> select(const Graph& graph, const WorkFilter& filter) {
  std::vector<Vertex> kept;
  for (Vertex v = 0; v < graph.vertex_count(); ++v)
    if (filter.keeps(graph, v)) kept.push_back(v);
  return kept;
}

}  // namespace citegraph
