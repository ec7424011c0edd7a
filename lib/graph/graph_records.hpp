// What a graph brings to a builder: the records its works were merged from, and who cites what.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "citegraph/graph.hpp"

#include "graph/contents.hpp"
#include "graph/identity.hpp"
#include "graph/paper_records.hpp"
#include "graph/record.hpp"

namespace citegraph::graph {

class GraphAdder {
 public:
  using KnownPapers = std::map<std::pair<std::string, std::uint64_t>, WorkId>;  // by path and hash of the source

  GraphAdder(const Graph& graph, std::vector<Record>& records, RecordedCitations& citations,
             std::vector<Decision>& decisions, KnownPapers& papers, std::uint32_t& paper_count)
      : graph_(graph),
        records_(records),
        citations_(citations),
        decisions_(decisions),
        papers_(papers),
        paper_count_(paper_count) {}

  void add();

 private:
  // Which of a paper's records one is.
  using Place = std::tuple<std::uint32_t, VertexRole, SourceSpan, std::uint32_t>;

  void number_papers();
  void add_records(Vertex vertex);
  void add_citations(Vertex citing);
  std::uint32_t number_of(std::uint32_t paper);
  static Place place_of(const Record& record);

  const Graph& graph_;
  std::vector<Record>& records_;
  RecordedCitations& citations_;
  std::vector<Decision>& decisions_;
  KnownPapers& papers_;
  std::uint32_t& paper_count_;
  std::map<std::uint32_t, std::uint32_t> number_;      // in the graph, and in the builder
  std::map<Place, std::uint32_t> known_;               // records of papers that the builder has already
  std::vector<std::vector<std::uint32_t>> record_of_;  // by vertex
};

}  // namespace citegraph::graph
