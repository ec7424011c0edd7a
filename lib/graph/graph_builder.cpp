#include <functional>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "citegraph/graph.hpp"

#include "graph/contents.hpp"
#include "graph/paper_records.hpp"
#include "graph/record.hpp"

namespace citegraph {

struct GraphBuilder::State {
  std::vector<graph::Record> records;  // a WorkId is a position in it
  std::vector<graph::RecordedCitation> citations;
  std::map<std::pair<std::string, std::size_t>, WorkId> papers;  // by path and hash of the source
  std::uint32_t paper_count = 0;
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
  const std::size_t hash = std::hash<std::string>()(paper.document.source);
  const auto [place, is_new] = state_->papers.try_emplace({paper.document.path, hash});
  if (is_new) place->second = add();
  return place->second;
}

WorkId GraphBuilder::add(Work work) {
  state_->records.push_back(
      {.work = std::move(work), .role = VertexRole::listed, .paper = 0, .part = 0, .variants = {}});
  return WorkId{static_cast<std::uint32_t>(state_->records.size() - 1)};
}

void GraphBuilder::cite(WorkId citing, WorkId cited, Cites cites) {
  const auto from = static_cast<std::uint32_t>(citing);
  const auto to = static_cast<std::uint32_t>(cited);
  if (from >= state_->records.size() || to >= state_->records.size())
    throw std::out_of_range("citegraph::GraphBuilder: no such work");
  state_->citations.push_back({from, to, std::move(cites)});
}

Graph GraphBuilder::build() && {
  const std::unique_ptr<State> state = std::exchange(state_, std::make_unique<State>());
  return graph::make_graph(graph::assemble(std::move(state->records), std::move(state->citations)));
}

}  // namespace citegraph
