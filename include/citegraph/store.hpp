/// \file
/// A graph in a file, opened without reading it.
///
///     GraphBuilder builder;
///     builder.add(read_paper("paper.md"));
///     {
///       std::ofstream out("field.cgs", std::ios::binary);
///       write_store(out, std::move(builder).build());
///     }
///     const Graph graph = open_store("field.cgs");  // maps the file: takes the same time for any size
///     std::cout << graph.vertex_count() << " works\n";
///
/// An opened graph is like any other: Boost's algorithms, the analyses and the writers take it. Its arrays are those of
/// the file; works, citations and prints are decoded when they are first asked for, and kept. Any number of threads may
/// read it. The file must not be changed while it is open.
///
/// The file is little-endian. It begins with "CITEGRPH", the version and the byte order; sections follow, each at a
/// multiple of 64; a table of them, with a checksum each (XXH3), stands at the end. docs/store.md describes it.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "citegraph/api.hpp"
#include "citegraph/graph.hpp"

namespace citegraph {

/// How much is checked when a store is opened.
enum class StoreCheck : bool {
  frame,       ///< Version, byte order, table of sections and their bounds: at once, whatever the size. For files that
               ///< are known to be whole.
  everything,  ///< Also every checksum, and that offsets and vertices lie in their arrays: reads the file once.
};

/// Writes a store. `out` must be binary; what writing meets shows in its state.
CITEGRAPH_API void write_store(std::ostream& out, const Graph& graph);

/// Opens a store.
/// \throws Error for a file that cannot be read, is no store, is one of another version or byte order, is cut short, or
/// fails a check.
[[nodiscard]] CITEGRAPH_API Graph open_store(const std::string& path, StoreCheck check = StoreCheck::everything);

/// Everything that is damaged in a store, by section, in words; nothing for one that is whole.
/// \throws Error for a file that cannot be read or has not even the frame of a store.
[[nodiscard]] CITEGRAPH_API std::vector<std::string> verify_store(const std::string& path);

}  // namespace citegraph
