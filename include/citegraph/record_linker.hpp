/// \file
/// Graphs from records: the works of a large database, tied by the identifiers they cite.
///
///     GraphBuilder builder;
///     RecordLinker linker(builder);
///     read_records("works.jsonl", [&](const WorkRecord& record) { linker.add(record); });
///     linker.finish();
///     const Graph graph = std::move(builder).build();
///     if (const auto work = graph.find("W2741809807")) std::cout << graph.citing(*work).size() << " works cite it\n";
///
/// Records of one identifier are one work, wherever they stand: in one file, in several, or as citations line by line.
/// What is cited before it is described, or never described, is there all the same. The key of a work in the graph is
/// its identifier. Works of different databases, and those of papers, are recognised by the builder as ever.
#pragma once

#include <cstdint>
#include <memory>

#include "citegraph/api.hpp"
#include "citegraph/graph.hpp"
#include "citegraph/records.hpp"

namespace citegraph {

/// Adds records to a builder, which must live as long.
class CITEGRAPH_API RecordLinker {
 public:
  /// What is added goes to `builder`.
  explicit RecordLinker(GraphBuilder& builder);
  RecordLinker(const RecordLinker&) = delete;
  RecordLinker& operator=(const RecordLinker&) = delete;
  /// Without `finish`, the citations and the works that are only cited are missing from the builder.
  ~RecordLinker();

  /// Adds the work and what it cites. Of several records of one identifier, the first that tells more than identifier
  /// and date describes the work; the citations of all are joined. That a work cites itself is left out.
  void add(const WorkRecord& record);

  /// Adds what has been cited and not described, known by its identifier alone, and all citations. To be called once,
  /// at the end.
  void finish();

  /// Works known so far, described or only cited.
  [[nodiscard]] std::uint64_t work_count() const noexcept;
  /// Citations added so far, repeated ones included.
  [[nodiscard]] std::uint64_t citation_count() const noexcept;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace citegraph
