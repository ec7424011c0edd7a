#include <cstdint>
#include <sstream>
#include <string>

#include "citegraph/error.hpp"
#include "citegraph/records.hpp"
#include "citegraph/store.hpp"
#include "citegraph/store_builder.hpp"

#include "fuzz/memory_file.hpp"
#include "fuzz/require.hpp"
#include "fuzz/targets.hpp"

namespace citegraph::fuzz {
namespace {

// The store of all records that can be read.
std::string store_of(const std::string& path, std::uint64_t memory) {
  StoreBuilder builder({.memory = memory, .directory = {}});
  try {
    read_records(path, [&](const WorkRecord& record) { builder.add(record); });
  } catch (const Error& error) {
    require(is_utf8(error.what()), "the message of an error is UTF-8");
  }
  std::ostringstream out;
  builder.finish(out);
  require(out.good(), "a store is written");
  return out.str();
}

void walk_all(const Graph& graph) {
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    require(is_utf8(graph[v].key), "a key is UTF-8");
    for (const Vertex cited : graph.cited(v)) {
      require(cited < graph.vertex_count(), "a cited work is in the graph");
      require(cited != v, "no work cites itself");
    }
  }
}

}  // namespace

// Records of a database, whatever their format: the store is whole, and the same however little memory there was.
void bulk(std::string_view bytes) {
  const MemoryFile records(bytes);
  const std::string roomy = store_of(records.path(), 1ULL << 24U);
  require(store_of(records.path(), 1) == roomy, "memory does not show in the store");
  const MemoryFile store(roomy);
  require(verify_store(store.path()).empty(), "the store is whole");
  walk_all(open_store(store.path()));
}

}  // namespace citegraph::fuzz
