/// \file
/// Stores of databases whose citations do not fit into memory.
///
///     StoreBuilder builder({.memory = 256ULL << 20, .directory = "."});
///     read_records("works.jsonl", [&](const WorkRecord& record) { builder.add(record); });
///     {
///       std::ofstream out("works.cgs", std::ios::binary);
///       builder.finish(out);
///     }
///     const Graph graph = open_store("works.cgs");
///
/// What comes out is the store that `RecordLinker`, `GraphBuilder` and `write_store` would write, but for one thing:
/// works are told apart by their identifiers alone, and none is compared with another. Citations and descriptions wait
/// in temporary files, which are divided by work until a part fits into memory and sorted there; held are the
/// identifiers and about a hundred bytes a work.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <memory>
#include <string>

#include "citegraph/api.hpp"
#include "citegraph/records.hpp"

namespace citegraph {

/// What building may use.
struct StoreBuilderOptions {
  std::uint64_t memory = 1ULL << 30;  ///< In bytes, for what is sorted at a time.
  std::string directory;              ///< For temporary files, which have no name in it; empty: that of the system.
};

/// Builds one store from records.
class CITEGRAPH_API StoreBuilder {
 public:
  /// \throws Error where a temporary file cannot be made.
  explicit StoreBuilder(StoreBuilderOptions options = {});
  StoreBuilder(const StoreBuilder&) = delete;
  StoreBuilder& operator=(const StoreBuilder&) = delete;
  ~StoreBuilder();

  /// Adds the work and what it cites. Of several records of one identifier, the first that tells more than identifier
  /// and date describes the work; the citations of all are joined. That a work cites itself is left out.
  /// \throws Error where a temporary file cannot be written.
  void add(const WorkRecord& record);

  /// Writes the store. `out` must be binary; what writing meets shows in its state. To be called once, at the end.
  /// \throws Error where a temporary file cannot be written or read.
  void finish(std::ostream& out);

  /// Works known so far, described or only cited.
  [[nodiscard]] std::uint64_t work_count() const noexcept;
  /// Citations added so far; after `finish`, each pair once.
  [[nodiscard]] std::uint64_t citation_count() const noexcept;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace citegraph
