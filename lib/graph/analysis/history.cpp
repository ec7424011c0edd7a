#include "citegraph/history.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

#include "citegraph/ranking.hpp"

namespace citegraph::analysis {
namespace {

int year_of(std::span<const std::int16_t> years, Vertex v) { return v < years.size() ? years[v] : 0; }

}  // namespace

Historiograph historiograph(const GraphStructure& graph, std::span<const std::int16_t> years, std::uint32_t most) {
  const std::vector<std::uint32_t> counts = citation_counts(graph);
  std::vector<Vertex> works(counts.size());
  std::iota(works.begin(), works.end(), Vertex{0});
  const auto age = [&](Vertex v) { return std::make_tuple(year_of(years, v) == 0, year_of(years, v), v); };
  const std::size_t kept = std::min<std::size_t>(most, works.size());
  std::partial_sort(
      works.begin(), works.begin() + static_cast<std::ptrdiff_t>(kept), works.end(),
      [&](Vertex a, Vertex b) { return counts[a] != counts[b] ? counts[a] > counts[b] : age(a) < age(b); });
  works.resize(kept);
  std::erase_if(works, [&](Vertex v) { return counts[v] == 0; });
  std::sort(works.begin(), works.end(), [&](Vertex a, Vertex b) { return age(a) < age(b); });

  Historiograph result;
  std::vector<Vertex> sorted = works;
  std::sort(sorted.begin(), sorted.end());
  for (const Vertex v : works) result.citations.push_back(counts[v]);
  for (const Vertex v : sorted)
    for (std::uint64_t i = graph.out_offsets[v]; i < graph.out_offsets[v + 1]; ++i)
      if (std::binary_search(sorted.begin(), sorted.end(), graph.targets[i]))
        result.edges.push_back({.from = v, .to = graph.targets[i]});
  result.works = std::move(works);
  return result;
}

std::vector<CitedYear> cited_years(const GraphStructure& graph, std::span<const std::int16_t> years) {
  const std::vector<std::uint32_t> counts = citation_counts(graph);
  int first = 0;
  int last = 0;
  bool any = false;
  for (Vertex v = 0; v < counts.size(); ++v) {
    const int year = year_of(years, v);
    if (year == 0 || counts[v] == 0) continue;
    first = any ? std::min(first, year) : year;
    last = any ? std::max(last, year) : year;
    any = true;
  }
  if (!any) return {};
  std::vector<CitedYear> result;
  for (int year = first; year <= last; ++year) result.push_back({year, 0, 0.0});
  for (Vertex v = 0; v < counts.size(); ++v)
    if (const int year = year_of(years, v); year != 0 && counts[v] != 0)
      result[static_cast<std::size_t>(year - first)].citations += counts[v];
  // The years beyond either end have no citations.
  const auto citations = [&](std::ptrdiff_t i) {
    return i < 0 || i >= std::ssize(result) ? 0.0 : result[static_cast<std::size_t>(i)].citations;
  };
  for (std::ptrdiff_t i = 0; i < std::ssize(result); ++i) {
    std::array<double, 5> around = {citations(i - 2), citations(i - 1), citations(i), citations(i + 1),
                                    citations(i + 2)};
    std::nth_element(around.begin(), around.begin() + 2, around.end());
    result[static_cast<std::size_t>(i)].deviation = citations(i) - around[2];
  }
  return result;
}

}  // namespace citegraph::analysis
