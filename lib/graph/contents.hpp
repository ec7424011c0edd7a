// What a graph holds, wherever it is kept. One object, shared by all copies of the graph and never changed.
#pragma once

#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "citegraph/graph.hpp"

#include "graph/compact_rows.hpp"
#include "graph/paper_records.hpp"
#include "graph/record.hpp"

namespace citegraph::graph {

struct Contents {
  Contents() = default;
  Contents(const Contents&) = delete;
  Contents& operator=(const Contents&) = delete;
  virtual ~Contents() = default;

  // The views live as long as this.
  virtual GraphStructure structure() const noexcept = 0;
  virtual const Work& work(Vertex vertex) const = 0;
  virtual const Cites& cites(std::uint64_t edge) const = 0;
  virtual VertexRole role(Vertex vertex) const noexcept = 0;
  virtual std::span<const Variant> variants(Vertex vertex) const = 0;
  virtual std::span<const Vertex> papers() const noexcept = 0;   // ascending
  virtual std::span<const Vertex> by_key() const noexcept = 0;   // all vertices, sorted by key
  virtual std::span<const Vertex> of_work() const noexcept = 0;  // by WorkId
};

struct Access {
  static Graph make_graph(std::shared_ptr<const Contents> contents) { return Graph(std::move(contents)); }
  // Null for the empty graph.
  static const Contents* contents(const Graph& graph) { return graph.contents_.get(); }
};

// In memory.
struct Assembled {
  CompactRows out;
  CompactRows in;
  std::vector<Work> works;  // by vertex, as are the next two
  std::vector<VertexRole> roles;
  std::vector<std::vector<Variant>> variants;
  std::vector<Cites> cites;     // by edge number
  std::vector<Vertex> papers;   // ascending
  std::vector<Vertex> by_key;   // all vertices, sorted by key
  std::vector<Vertex> of_work;  // by record, which is by WorkId
};

// Recognises the works among the records, numbers them, and joins what is said of each pair.
Assembled assemble(std::vector<Record> records, std::vector<RecordedCitation> citations);

// Sorts `by_key` and `papers` out of works and roles.
void index_works(Assembled& assembled);

Graph make_graph(Assembled assembled);

}  // namespace citegraph::graph
