#include "graph/graph_records.hpp"

#include <set>
#include <span>

#include "graph/prints.hpp"

namespace citegraph::graph {

void GraphAdder::add() {
  const Contents* contents = Access::contents(graph_);
  if (contents == nullptr) return;
  number_papers();
  record_of_.resize(graph_.vertex_count());
  for (Vertex v = 0; v < graph_.vertex_count(); ++v) add_records(v);
  for (Vertex v = 0; v < graph_.vertex_count(); ++v) add_citations(v);
  const auto record = [&](Vertex v, std::uint32_t i) {
    return record_of_[v][std::min<std::size_t>(i, record_of_[v].size() - 1)];
  };
  for (const PrintDecision& decision : contents->decisions())
    decisions_.push_back({record(decision.first, decision.first_record),
                          record(decision.second, decision.second_record), decision.same != 0});
}

// Papers get the next numbers; those that the builder has already keep theirs.
void GraphAdder::number_papers() {
  const Contents& contents = *Access::contents(graph_);
  std::set<std::uint32_t> met_again;
  for (const Vertex v : graph_.papers())
    for (const Record& record : unpack(contents.packed(v), graph_[v], graph_.role(v), graph_.variants(v))) {
      if (record.role != VertexRole::paper || record.paper == 0 || record.variants.empty()) continue;
      const auto known = papers_.find({record.variants.front().path, record.content});
      if (known == papers_.end()) continue;
      number_[record.paper] = records_[static_cast<std::size_t>(known->second)].paper;
      met_again.insert(number_[record.paper]);
    }
  if (met_again.empty()) return;
  for (std::uint32_t r = 0; r < records_.size(); ++r)
    if (met_again.contains(records_[r].paper)) known_.emplace(place_of(records_[r]), r);
}

std::uint32_t GraphAdder::number_of(std::uint32_t paper) {
  if (paper == 0) return 0;
  const auto [place, is_new] = number_.try_emplace(paper, 0);
  if (is_new) place->second = ++paper_count_;
  return place->second;
}

GraphAdder::Place GraphAdder::place_of(const Record& record) {
  return {record.paper, record.role, record.variants.empty() ? SourceSpan{} : record.variants.front().source,
          record.part};
}

void GraphAdder::add_records(Vertex vertex) {
  const Contents& contents = *Access::contents(graph_);
  for (Record& record : unpack(contents.packed(vertex), graph_[vertex], graph_.role(vertex), graph_.variants(vertex))) {
    record.paper = number_of(record.paper);
    if (const auto known = known_.find(place_of(record)); record.paper != 0 && known != known_.end()) {
      record_of_[vertex].push_back(known->second);
      continue;
    }
    const auto position = static_cast<std::uint32_t>(records_.size());
    record_of_[vertex].push_back(position);
    if (record.role == VertexRole::paper && !record.variants.empty() && !record.variants.front().path.empty())
      papers_.try_emplace({record.variants.front().path, record.content}, WorkId{position});
    records_.push_back(std::move(record));
  }
}

// A paper cites its own entries and missing works; where no paper is known, the works cite each other as they stand.
void GraphAdder::add_citations(Vertex citing) {
  const Contents& contents = *Access::contents(graph_);
  const std::uint64_t row = graph_.structure().out_offsets[citing];
  const std::span<const Vertex> cited = graph_.cited(citing);
  for (std::size_t i = 0; i < cited.size(); ++i) {
    const Cites& cites = contents.cites(row + i);
    bool found = false;
    for (const std::uint32_t from : record_of_[citing]) {
      if (records_[from].role != VertexRole::paper || records_[from].paper == 0) continue;
      for (const std::uint32_t to : record_of_[cited[i]]) {
        if (records_[to].role == VertexRole::paper || records_[to].paper != records_[from].paper) continue;
        citations_.add(from, to, cites);
        found = true;
      }
    }
    if (!found) citations_.add(record_of_[citing].front(), record_of_[cited[i]].front(), cites);
  }
}

}  // namespace citegraph::graph
