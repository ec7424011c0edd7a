#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "citegraph/graph.hpp"

#include "graph/contents.hpp"
#include "graph/graph_records.hpp"
#include "graph/paper_records.hpp"
#include "graph/record.hpp"
#include "graph/store/checksum.hpp"

namespace citegraph {

struct GraphBuilder::State {
  std::vector<graph::Record> records;  // a WorkId is a position in it
  graph::RecordedCitations citations;
  std::vector<graph::Decision> decisions;
  std::map<std::pair<std::string, std::uint64_t>, WorkId> papers;  // by path and hash of the source
  std::uint32_t paper_count = 0;

  std::uint32_t position(WorkId id) const {
    if (static_cast<std::size_t>(id) >= records.size())
      throw std::out_of_range("citegraph::GraphBuilder: no such work");
    return static_cast<std::uint32_t>(id);
  }
};

GraphBuilder::GraphBuilder() : state_(std::make_unique<State>()) {}
GraphBuilder::GraphBuilder(GraphBuilder&&) noexcept = default;
GraphBuilder& GraphBuilder::operator=(GraphBuilder&&) noexcept = default;
GraphBuilder::~GraphBuilder() = default;

WorkId GraphBuilder::add(const Paper& paper) {
  const auto add = [&] {
    return WorkId{graph::add_paper(paper, ++state_->paper_count, state_->records, state_->citations)};
  };
  if (paper.document.path.empty()) return add();
  const std::uint64_t hash = graph::store::checksum_of(paper.document.source);
  const auto [place, is_new] = state_->papers.try_emplace({paper.document.path, hash});
  if (is_new) {
    place->second = add();
    state_->records[static_cast<std::size_t>(place->second)].content = hash;
  }
  return place->second;
}

WorkId GraphBuilder::add(Work work) {
  state_->records.push_back(
      {.work = std::move(work), .role = VertexRole::listed, .paper = 0, .part = 0, .content = 0, .variants = {}});
  return WorkId{static_cast<std::uint32_t>(state_->records.size() - 1)};
}

void GraphBuilder::cite(WorkId citing, WorkId cited, Cites cites) {
  state_->citations.add(state_->position(citing), state_->position(cited), std::move(cites));
}

void GraphBuilder::join(WorkId a, WorkId b) {
  state_->decisions.push_back({state_->position(a), state_->position(b), true});
}

void GraphBuilder::keep_apart(WorkId a, WorkId b) {
  state_->decisions.push_back({state_->position(a), state_->position(b), false});
}

std::optional<WorkId> GraphBuilder::find(std::string_view path, std::uint32_t line, std::uint32_t column) const {
  for (std::size_t r = 0; r < state_->records.size(); ++r)
    for (const Variant& variant : state_->records[r].variants)
      if (variant.line == line && variant.path == path && (column == 0 || variant.column == column))
        return WorkId{static_cast<std::uint32_t>(r)};
  return std::nullopt;
}

void GraphBuilder::add(const Graph& graph) {
  graph::GraphAdder(graph, state_->records, state_->citations, state_->decisions, state_->papers, state_->paper_count)
      .add();
}

Graph GraphBuilder::build() && {
  const std::unique_ptr<State> state = std::exchange(state_, std::make_unique<State>());
  return graph::make_graph(graph::assemble(std::move(state->records), std::move(state->citations), state->decisions));
}

}  // namespace citegraph
