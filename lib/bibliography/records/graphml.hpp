// GraphML as records: a node is one, and the edges of one source that stand together are one.
#pragma once

#include <string>

#include "citegraph/records.hpp"

namespace citegraph::bibliography::records {

// By the name, else by the first bytes of a file that can be read twice.
bool looks_like_graphml(const std::string& path);

// Streamed. What is held are the identifiers of the nodes, and edges that came before their nodes.
RecordCounts read_graphml(const std::string& path, const RecordSink& sink, const RecordOptions& options);

}  // namespace citegraph::bibliography::records
