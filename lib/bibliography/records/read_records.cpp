#include <optional>
#include <simdjson.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "citegraph/error.hpp"
#include "citegraph/records.hpp"

#include "bibliography/records/columns.hpp"
#include "bibliography/records/crossref.hpp"
#include "bibliography/records/graphml.hpp"
#include "bibliography/records/json_line.hpp"
#include "bibliography/records/line_file.hpp"
#include "bibliography/records/open_alex.hpp"
#include "text/encoding.hpp"
#include "text/utf8.hpp"

namespace citegraph {
namespace {

using namespace bibliography::records;

struct NameRow {
  RecordFormat format;
  std::string_view name;
};

constexpr NameRow names[] = {{RecordFormat::automatic, "automatic"}, {RecordFormat::open_alex, "open-alex"},
                             {RecordFormat::crossref, "crossref"},   {RecordFormat::open_citations, "open-citations"},
                             {RecordFormat::edge_list, "edge-list"}, {RecordFormat::graphml, "graphml"}};

bool is_comment(std::string_view line) { return line.starts_with('#') || line.starts_with('%'); }

// What `line`, the first that is not empty, begins. Throws Error where it is no record.
RecordFormat format_of(const std::string& path, std::string_view line, std::uint64_t number) {
  if (line.starts_with('{')) {
    const bool open_alex = line.find("openalex.org/") != std::string_view::npos;
    return open_alex ? RecordFormat::open_alex : RecordFormat::crossref;
  }
  if (citation_columns(line)) return RecordFormat::open_citations;
  WorkRecord record;
  if (is_comment(line) || read_edge(line, record)) return RecordFormat::edge_list;
  throw Error(path, "this is no file of records: it begins with neither a JSON object nor a pair of identifiers",
              static_cast<std::uint32_t>(number), 1);
}

class RecordReader {
 public:
  RecordReader(const std::string& path, const RecordSink& sink, const RecordOptions& options)
      : path_(path),
        sink_(sink),
        options_(options),
        format_(options.format),
        file_(path, options.longest_line, simdjson::SIMDJSON_PADDING) {}

  RecordCounts read() {
    while (file_.next()) {
      ++counts_.lines;
      if (file_.too_long()) {
        skip("the line is longer than " + std::to_string(options_.longest_line) + " bytes");
        continue;
      }
      std::string_view line = file_.line();
      if (file_.number() == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
      if (text::trim(line).empty()) continue;
      if (tells_format(line)) format_ = format_of(path_, line, file_.number());
      take(line);
    }
    counts_.bytes = file_.bytes();
    return counts_;
  }

 private:
  // The first line does, and of JSON the others too until one could be read: a broken line tells little.
  bool tells_format(std::string_view line) const {
    if (options_.format != RecordFormat::automatic) return false;
    const bool is_json = format_ == RecordFormat::open_alex || format_ == RecordFormat::crossref;
    return format_ == RecordFormat::automatic || (is_json && counts_.records == 0 && line.starts_with('{'));
  }

  void take(std::string_view line) {
    switch (format_) {
      case RecordFormat::open_alex:
        take_json(line, read_open_alex);
        break;
      case RecordFormat::crossref:
        take_json(line, read_crossref);
        break;
      case RecordFormat::open_citations:
        if (!columns_) return read_head(line);
        hand_over(read_citation(*columns_, as_text(line), fields_, begin_record()));
        break;
      default:
        if (is_comment(line) || (!std::exchange(begun_, true) && is_edge_head(line))) return;
        hand_over(read_edge(as_text(line), begin_record()));
    }
  }

  void read_head(std::string_view line) {
    columns_ = citation_columns(line);
    if (columns_) return;
    throw Error(path_, "the head of the table names no columns \"citing\" and \"cited\"",
                static_cast<std::uint32_t>(file_.number()), 1);
  }

  void take_json(std::string_view line, ReadObject* read_object) {
    const JsonLineResult result = json_.read(line, read_object, [this](const WorkRecord& record) { deliver(record); });
    if (result.repaired) report_repair();
    if (!result.error.empty()) return skip(result.error);
    if (result.records == 0) skip("the object is no work: it has no identifier");
  }

  std::string_view as_text(std::string_view line) {
    if (text::find_invalid(line) == std::string_view::npos) return line;
    report_repair();
    repaired_ = text::decode(line).text;
    return repaired_;
  }

  void report_repair() { report("invalid-utf8", "bytes that are no valid text were read as U+FFFD"); }

  WorkRecord& begin_record() {
    record_ = {};
    return record_;
  }

  void hand_over(bool good) {
    if (good) {
      deliver(record_);
    } else {
      skip("the line is no citation: it does not hold two identifiers");
    }
  }

  void deliver(const WorkRecord& record) {
    ++counts_.records;
    sink_(record);
  }

  void skip(std::string message) {
    ++counts_.skipped;
    report("broken-entry", std::move(message));
  }

  void report(std::string_view code, std::string message) {
    if (!options_.report) return;
    Diagnostic finding;
    finding.code = diagnostic_code(code).code;
    finding.severity = diagnostic_code(code).severity;
    finding.path = path_;
    finding.line = static_cast<std::uint32_t>(file_.number());
    finding.message = std::move(message);
    options_.report(finding);
  }

  const std::string& path_;
  const RecordSink& sink_;
  const RecordOptions& options_;
  RecordFormat format_;
  LineFile file_;
  JsonLine json_;
  std::string repaired_;
  WorkRecord record_;
  std::optional<CitationColumns> columns_;
  std::vector<std::string> fields_;
  bool begun_ = false;  // of a list of edges: a line that is no comment was met
  RecordCounts counts_;
};

}  // namespace

RecordCounts read_records(const std::string& path, const RecordSink& sink, const RecordOptions& options) {
  const bool is_graphml = options.format == RecordFormat::graphml ||
                          (options.format == RecordFormat::automatic && looks_like_graphml(path));
  if (is_graphml) return read_graphml(path, sink, options);
  return RecordReader(path, sink, options).read();
}

std::optional<RecordFormat> parse_record_format(std::string_view name) noexcept {
  for (const NameRow& row : names)
    if (row.name == name) return row.format;
  return std::nullopt;
}

std::string_view to_string(RecordFormat format) noexcept {
  for (const NameRow& row : names)
    if (row.format == format) return row.name;
  return "automatic";
}

}  // namespace citegraph
