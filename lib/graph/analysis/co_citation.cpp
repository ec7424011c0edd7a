#include "citegraph/co_citation.hpp"

#include <algorithm>
#include <cmath>
#include <span>

namespace citegraph::analysis {
namespace {

// One side of a graph: rows of neighbours.
struct Rows {
  std::span<const std::uint64_t> offsets;
  std::span<const Vertex> neighbours;

  std::size_t size() const { return offsets.size() - 1; }
  std::span<const Vertex> operator[](Vertex v) const {
    return neighbours.subspan(offsets[v], offsets[v + 1] - offsets[v]);
  }
};

double cosine(std::uint32_t count, std::size_t a, std::size_t b) {
  return count / std::sqrt(static_cast<double>(a) * static_cast<double>(b));
}

// Works met in the `there` row of a neighbour of `vertex`: through `back` the way to the neighbours, through `there`
// on.
std::vector<Related> related(const Rows& back, const Rows& there, Vertex vertex) {
  std::vector<Vertex> met;
  for (const Vertex between : back[vertex])
    for (const Vertex other : there[between])
      if (other != vertex) met.push_back(other);
  std::sort(met.begin(), met.end());
  std::vector<Related> result;
  for (const Vertex other : met) {
    if (result.empty() || result.back().vertex != other) result.push_back({other, 0, 0.0});
    ++result.back().count;
  }
  for (Related& one : result) one.cosine = cosine(one.count, back[vertex].size(), back[one.vertex].size());
  std::stable_sort(result.begin(), result.end(), [](const Related& a, const Related& b) { return a.count > b.count; });
  return result;
}

// Vertex by vertex, with one counter for each other vertex: no table of all pairs.
std::vector<RelatedPair> pairs(const Rows& back, const Rows& there, std::uint32_t least, std::uint32_t widest) {
  std::vector<RelatedPair> result;
  std::vector<std::uint32_t> count(back.size(), 0);
  std::vector<Vertex> met;
  for (Vertex v = 0; v < back.size(); ++v) {
    met.clear();
    for (const Vertex between : back[v]) {
      if (there[between].size() > widest) continue;
      const std::span<const Vertex> row = there[between];
      for (auto other = std::upper_bound(row.begin(), row.end(), v); other != row.end(); ++other)
        if (count[*other]++ == 0) met.push_back(*other);
    }
    std::sort(met.begin(), met.end());
    for (const Vertex other : met) {
      if (count[other] >= least)
        result.push_back({v, other, count[other], cosine(count[other], back[v].size(), back[other].size())});
      count[other] = 0;
    }
  }
  std::stable_sort(result.begin(), result.end(),
                   [](const RelatedPair& a, const RelatedPair& b) { return a.count > b.count; });
  return result;
}

Rows citing(const GraphStructure& graph) { return {graph.in_offsets, graph.sources}; }
Rows cited(const GraphStructure& graph) { return {graph.out_offsets, graph.targets}; }

}  // namespace

std::vector<Related> co_cited(const GraphStructure& graph, Vertex vertex) {
  return related(citing(graph), cited(graph), vertex);
}

std::vector<Related> coupled(const GraphStructure& graph, Vertex vertex) {
  return related(cited(graph), citing(graph), vertex);
}

std::vector<RelatedPair> co_cited_pairs(const GraphStructure& graph, std::uint32_t least, std::uint32_t widest) {
  return pairs(citing(graph), cited(graph), least, widest);
}

std::vector<RelatedPair> coupled_pairs(const GraphStructure& graph, std::uint32_t least, std::uint32_t widest) {
  return pairs(cited(graph), citing(graph), least, widest);
}

}  // namespace citegraph::analysis
