// From the files of `citegraph graph` to the graph: papers read and merged, stores opened or added, interrupted runs
// taken up again.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <citegraph/graph.hpp>

#include "commands.hpp"

namespace command {

struct BuildOptions {
  std::string resume;                                         // --resume: a store to go on from, and to save to
  std::vector<std::pair<std::string, std::string>> together;  // --same: places that print one work
  std::vector<std::pair<std::string, std::string>> apart;     // --apart: places that print two
};

struct BuiltGraph {
  citegraph::Graph graph;
  std::size_t papers = 0;
  std::size_t failed = 0;
  bool interrupted = false;
};

// What cannot be read is reported and counted. Throws UsageError for a place where nothing is printed.
BuiltGraph build_graph(const PaperOptions& papers, const BuildOptions& options);

}  // namespace command
