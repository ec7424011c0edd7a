#include "citegraph/graph.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>
#include <utility>

#include "graph/contents.hpp"

namespace citegraph {
namespace {

constexpr std::uint64_t no_rows[1] = {0};
constexpr GraphStructure empty_structure = {
    .out_offsets = no_rows, .targets = {}, .in_offsets = no_rows, .sources = {}};

}  // namespace

Graph::Graph() noexcept : structure_(empty_structure) {}

Graph::Graph(std::shared_ptr<const graph::Contents> contents) noexcept
    : structure_(contents->structure()), contents_(std::move(contents)) {}

Graph::Graph(Graph&& other) noexcept
    : structure_(std::exchange(other.structure_, empty_structure)), contents_(std::move(other.contents_)) {}

Graph& Graph::operator=(Graph&& other) noexcept {
  Graph taken(std::move(other));
  std::swap(structure_, taken.structure_);
  contents_.swap(taken.contents_);
  return *this;
}

const Work& Graph::operator[](Vertex vertex) const& { return contents_->work(vertex); }

const Cites& Graph::operator[](Edge edge) const& {
  const std::optional<std::uint64_t> number = index(edge);
  if (!number) throw std::out_of_range("citegraph::Graph: no such edge");
  return contents_->cites(*number);
}

std::optional<std::uint64_t> Graph::index(Edge edge) const noexcept {
  if (edge.from >= vertex_count()) return std::nullopt;
  const std::span<const Vertex> row = cited(edge.from);
  const auto place = std::lower_bound(row.begin(), row.end(), edge.to);
  if (place == row.end() || *place != edge.to) return std::nullopt;
  return structure_.out_offsets[edge.from] + static_cast<std::uint64_t>(place - row.begin());
}

VertexRole Graph::role(Vertex vertex) const noexcept { return contents_->role(vertex); }

std::span<const Variant> Graph::variants(Vertex vertex) const& { return contents_->variants(vertex); }

std::span<const Vertex> Graph::papers() const& noexcept {
  if (!contents_) return {};
  return contents_->papers();
}

std::optional<Vertex> Graph::find(std::string_view key) const {
  if (!contents_) return std::nullopt;
  const std::span<const Vertex> by_key = contents_->by_key();
  const auto place = std::lower_bound(by_key.begin(), by_key.end(), key, [&](Vertex v, std::string_view wanted) {
    return contents_->work(v).key < wanted;
  });
  if (place == by_key.end() || contents_->work(*place).key != key) return std::nullopt;
  return *place;
}

Vertex Graph::vertex(WorkId id) const noexcept {
  const auto position = static_cast<std::size_t>(id);
  return contents_ && position < contents_->of_work().size() ? contents_->of_work()[position] : no_vertex;
}

std::span<const WorkVersions> Graph::versions() const& noexcept {
  if (!contents_) return {};
  return contents_->versions();
}

std::span<const WorkConflict> Graph::conflicts() const& noexcept {
  if (!contents_) return {};
  return contents_->conflicts();
}

namespace graph {
namespace {

class HeapContents final : public Contents {
 public:
  explicit HeapContents(Assembled assembled) : a_(std::move(assembled)) {}

  GraphStructure structure() const noexcept override {
    return {.out_offsets = a_.out.offsets,
            .targets = a_.out.neighbours,
            .in_offsets = a_.in.offsets,
            .sources = a_.in.neighbours};
  }
  const Work& work(Vertex vertex) const override { return a_.works[vertex]; }
  const Cites& cites(std::uint64_t edge) const override { return a_.cites.of(edge); }
  VertexRole role(Vertex vertex) const noexcept override { return a_.roles[vertex]; }
  std::span<const Variant> variants(Vertex vertex) const override { return a_.variants[vertex]; }
  std::span<const Vertex> papers() const noexcept override { return a_.papers; }
  std::span<const Vertex> by_key() const noexcept override { return a_.by_key; }
  std::span<const Vertex> of_work() const noexcept override { return a_.of_work; }
  std::span<const WorkVersions> versions() const noexcept override { return a_.versions; }
  std::span<const WorkConflict> conflicts() const noexcept override { return a_.conflicts; }
  std::span<const PrintDecision> decisions() const noexcept override { return a_.decisions; }
  std::string_view packed(Vertex vertex) const override {
    return vertex < a_.packed.size() ? std::string_view(a_.packed[vertex]) : std::string_view();
  }

 private:
  Assembled a_;
};

}  // namespace

Graph make_graph(Assembled assembled) {
  return Access::make_graph(std::make_shared<HeapContents>(std::move(assembled)));
}

}  // namespace graph

std::string_view to_string(VertexRole role) noexcept {
  constexpr std::array<std::string_view, 3> names = {"paper", "listed", "missing"};
  return names[static_cast<std::size_t>(role)];
}

}  // namespace citegraph
