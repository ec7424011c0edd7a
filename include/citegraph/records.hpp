/// \file
/// Records: works as the large databases hand them out, one a line, each with what it cites.
///
///     std::uint64_t citations = 0;
///     const RecordCounts counts = read_records("works.jsonl", [&](const WorkRecord& record) {
///       citations += record.cited.size();
///     });
///     std::cout << counts.records << " works, " << citations << " citations\n";
///
/// Read are the works of OpenAlex and of Crossref as JSON lines, the citations of OpenCitations (COCI and Index) as
/// CSV, plain lists of edges, and graphs in GraphML; all of them also compressed by gzip. A file is read once from its
/// beginning to its end and never held: memory does not depend on its size, but for GraphML, of which the names of the
/// nodes are kept. A line, node or edge that cannot be read is reported, counted and passed over.
///
/// A database names works by identifiers of its own; `cited` holds identifiers of the same kind as `id`. To make a
/// graph of records, see `RecordLinker` (record_linker.hpp).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/api.hpp"
#include "citegraph/diagnostic.hpp"
#include "citegraph/work.hpp"

namespace citegraph {

/// How records are written.
enum class RecordFormat : std::uint8_t {
  automatic,       ///< From the first line.
  open_alex,       ///< Works of OpenAlex, one JSON object a line.
  crossref,        ///< Works of Crossref, one JSON object a line; a line may hold several as `items`.
  open_citations,  ///< CSV whose head names the columns `citing` and `cited`, and it may be `creation`.
  edge_list,       ///< Two identifiers a line, citing and cited, divided by a tab, comma, semicolon or blanks.
  graphml,         ///< A graph of any program in GraphML: its nodes, and its edges as citing and cited.
};

/// A work, what names it, and what it cites.
struct WorkRecord {
  std::string id;                  ///< As the database names it: "W2741809807", or a DOI in lower case. Never empty.
  Work work;                       ///< As far as the record tells; of a citation alone, its identifier and date.
  std::vector<std::string> cited;  ///< The identifiers of the works it cites, in the order of the record.
};

/// How records are read.
struct RecordOptions {
  RecordFormat format = RecordFormat::automatic;  ///< How they are written.
  std::uint64_t longest_line =
      64ULL << 20;  ///< In bytes; a longer one is reported and passed over. A longer value of GraphML ends the file.
  std::function<void(const Diagnostic&)> report = {};  ///< Told of each line that could not be read; may be empty.
};

/// What was read.
struct RecordCounts {
  std::uint64_t lines = 0;    ///< Of the file.
  std::uint64_t records = 0;  ///< Handed over.
  std::uint64_t skipped = 0;  ///< Lines, nodes and edges that could not be read.
  std::uint64_t bytes = 0;    ///< Of the file, uncompressed.
  friend bool operator==(const RecordCounts&, const RecordCounts&) = default;
};

/// Takes a record; it is valid during the call.
using RecordSink = std::function<void(const WorkRecord&)>;

/// Reads the records of a file, in its order. Citations of an edge list or of OpenCitations come as one record a line.
/// \throws Error for a file that cannot be read, that is compressed and damaged (after what could be read of it was
/// handed over; the same for GraphML that is cut or no XML), or whose first line is none of these formats. What `sink`
/// throws ends the reading.
CITEGRAPH_API RecordCounts read_records(const std::string& path, const RecordSink& sink,
                                        const RecordOptions& options = {});

/// "open-alex", "crossref", "open-citations", "edge-list", "graphml" to the format; nothing for an unknown name.
[[nodiscard]] CITEGRAPH_API std::optional<RecordFormat> parse_record_format(std::string_view name) noexcept;
/// "open-alex", "crossref" ...
[[nodiscard]] CITEGRAPH_API std::string_view to_string(RecordFormat format) noexcept;

}  // namespace citegraph
