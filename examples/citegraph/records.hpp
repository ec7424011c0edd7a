// Files of records among those that `citegraph graph` is given.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <citegraph/graph.hpp>

namespace command {

// By the ending: .jsonl, .ndjson, .csv, .tsv, .edges, .graphml; also compressed, .gz.
bool holds_records(const std::string& path);

// Adds the works of all files, and what they cite. Lines that cannot be read are told on standard error, so is a file
// that cannot; gives the number of such files.
std::size_t add_records(const std::vector<std::string>& paths, citegraph::GraphBuilder& builder);

struct BulkOptions {
  std::string store;               // --bulk
  std::uint64_t megabytes = 1024;  // --memory
};

// Builds a store of records on disk, works told apart by their identifiers; the exit code. Throws UsageError for files
// that hold no records.
int build_bulk_store(const std::vector<std::string>& paths, const BulkOptions& options);

}  // namespace command
