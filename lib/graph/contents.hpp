// What a graph owns. One object, shared by all copies of the graph and never changed once it is built.
#pragma once

#include <vector>

#include "citegraph/graph.hpp"

#include "graph/compact_rows.hpp"
#include "graph/identity.hpp"
#include "graph/paper_records.hpp"
#include "graph/record.hpp"

namespace citegraph::graph {

struct Contents {
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
Contents assemble(std::vector<Record> records, std::vector<RecordedCitation> citations);

}  // namespace citegraph::graph

namespace citegraph {

struct Graph::Contents : graph::Contents {};

}  // namespace citegraph
