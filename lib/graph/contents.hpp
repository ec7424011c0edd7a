// What a graph owns. One object, shared by all copies of the graph and never changed once it is built.
#pragma once

#include <cstdint>
#include <vector>

#include "citegraph/graph.hpp"

#include "graph/compact_rows.hpp"

namespace citegraph {

struct Graph::Contents {
  graph::CompactRows out;
  graph::CompactRows in;
  std::vector<Work> works;  // by vertex, as are the next two
  std::vector<VertexRole> roles;
  std::vector<std::vector<Variant>> variants;
  std::vector<Cites> cites;     // by edge number
  std::vector<Vertex> papers;   // ascending
  std::vector<Vertex> by_key;   // all vertices, sorted by key
  std::vector<Vertex> of_work;  // by WorkId
};

}  // namespace citegraph
