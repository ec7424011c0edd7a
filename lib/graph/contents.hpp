// What a graph holds, wherever it is kept. One object, shared by all copies of the graph and never changed.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "citegraph/graph.hpp"

#include "graph/citations.hpp"
#include "graph/compact_rows.hpp"
#include "graph/identity.hpp"
#include "graph/paper_records.hpp"
#include "graph/record.hpp"

namespace citegraph::graph {

// What somebody decided of two records: each a vertex and a position among its records.
struct PrintDecision {
  Vertex first;
  std::uint32_t first_record;
  Vertex second;
  std::uint32_t second_record;
  std::uint32_t same;  // 1: they are one work, 0: they are not
  friend auto operator<=>(const PrintDecision&, const PrintDecision&) = default;
};

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
  virtual std::span<const WorkVersions> versions() const noexcept = 0;
  virtual std::span<const WorkConflict> conflicts() const noexcept = 0;
  virtual std::span<const PrintDecision> decisions() const noexcept = 0;
  virtual std::string_view packed(Vertex vertex) const = 0;  // its records: prints.hpp
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
  EdgeCites cites;
  std::vector<Vertex> papers;            // ascending
  std::vector<Vertex> by_key;            // all vertices, sorted by key
  std::vector<Vertex> of_work;           // by record, which is by WorkId
  std::vector<std::string> packed;       // by vertex; may be shorter than there are vertices: the rest is empty
  std::vector<WorkVersions> versions;    // sorted
  std::vector<WorkConflict> conflicts;   // sorted
  std::vector<PrintDecision> decisions;  // sorted
};

// Recognises the works among the records, numbers them, and joins what is said of each pair.
Assembled assemble(std::vector<Record> records, RecordedCitations citations, std::span<const Decision> decisions = {});

// Sorts `by_key` and `papers` out of works and roles.
void index_works(Assembled& assembled);

Graph make_graph(Assembled assembled);

}  // namespace citegraph::graph
