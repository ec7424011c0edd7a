#include "citegraph/graph.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "graph/contents.hpp"

namespace citegraph {
namespace {

constexpr std::uint64_t no_rows[1] = {0};
constexpr GraphStructure empty_structure = {
    .out_offsets = no_rows, .targets = {}, .in_offsets = no_rows, .sources = {}};

}  // namespace

Graph::Graph() noexcept : structure_(empty_structure) {}

Graph::Graph(std::shared_ptr<const Contents> contents) noexcept
    : structure_{.out_offsets = contents->out.offsets,
                 .targets = contents->out.neighbours,
                 .in_offsets = contents->in.offsets,
                 .sources = contents->in.neighbours},
      contents_(std::move(contents)) {}

Graph::Graph(Graph&& other) noexcept
    : structure_(std::exchange(other.structure_, empty_structure)), contents_(std::move(other.contents_)) {}

Graph& Graph::operator=(Graph&& other) noexcept {
  Graph taken(std::move(other));
  std::swap(structure_, taken.structure_);
  contents_.swap(taken.contents_);
  return *this;
}

const Work& Graph::operator[](Vertex vertex) const& noexcept { return contents_->works[vertex]; }

const Cites& Graph::operator[](Edge edge) const& {
  const std::optional<std::uint64_t> number = index(edge);
  if (!number) throw std::out_of_range("citegraph::Graph: no such edge");
  return contents_->cites[*number];
}

std::optional<std::uint64_t> Graph::index(Edge edge) const noexcept {
  if (edge.from >= vertex_count()) return std::nullopt;
  const std::span<const Vertex> row = cited(edge.from);
  const auto place = std::lower_bound(row.begin(), row.end(), edge.to);
  if (place == row.end() || *place != edge.to) return std::nullopt;
  return structure_.out_offsets[edge.from] + static_cast<std::uint64_t>(place - row.begin());
}

VertexRole Graph::role(Vertex vertex) const noexcept { return contents_->roles[vertex]; }

std::span<const Variant> Graph::variants(Vertex vertex) const& noexcept { return contents_->variants[vertex]; }

std::span<const Vertex> Graph::papers() const& noexcept {
  if (!contents_) return {};
  return contents_->papers;
}

std::optional<Vertex> Graph::find(std::string_view key) const noexcept {
  if (!contents_) return std::nullopt;
  const auto& [works, by_key] = std::tie(contents_->works, contents_->by_key);
  const auto place = std::lower_bound(by_key.begin(), by_key.end(), key,
                                      [&works = works](Vertex v, std::string_view k) { return works[v].key < k; });
  if (place == by_key.end() || works[*place].key != key) return std::nullopt;
  return *place;
}

Vertex Graph::vertex(WorkId id) const noexcept { return contents_->of_work[static_cast<std::size_t>(id)]; }

std::string_view to_string(VertexRole role) noexcept {
  constexpr std::array<std::string_view, 3> names = {"paper", "listed", "missing"};
  return names[static_cast<std::size_t>(role)];
}

}  // namespace citegraph
