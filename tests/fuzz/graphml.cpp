#include <set>
#include <string>

#include "citegraph/error.hpp"
#include "citegraph/records.hpp"

#include "fuzz/memory_file.hpp"
#include "fuzz/require.hpp"
#include "fuzz/targets.hpp"

namespace citegraph::fuzz {

void graphml(std::string_view bytes) {
  const MemoryFile file(bytes);
  std::set<std::string> known;
  std::uint64_t records = 0;
  std::uint64_t errors = 0;
  RecordOptions options;
  options.format = RecordFormat::graphml;
  options.report = [&](const Diagnostic& finding) {
    require(finding.line > 0 && finding.column > 0, "a finding has a line");
    require(is_utf8(finding.message), "a message is UTF-8");
    if (finding.severity == Severity::error) ++errors;
  };
  const RecordSink sink = [&](const WorkRecord& record) {
    ++records;
    require(!record.id.empty() && is_utf8(record.id), "a work has a name");
    for (const auto& [variable, text] : record.work.texts()) require(is_utf8(text), "a text is UTF-8");
    if (record.cited.empty()) known.insert(record.id);
    require(known.contains(record.id), "only a node cites");
    for (const std::string& cited : record.cited) require(known.contains(cited), "what is cited is a node");
  };
  try {
    const RecordCounts counts = read_records(file.path(), sink, options);
    require(counts.records == records && counts.skipped == errors, "what is counted was told");
  } catch (const Error& error) {
    require(error.line() > 0, "an error has a line");
  }
}

}  // namespace citegraph::fuzz
