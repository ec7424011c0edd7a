#include "refs_records.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <citegraph/document.hpp>
#include <citegraph/text_file.hpp>

#include "input.hpp"

namespace command {
namespace {

using citegraph::Reference;

constexpr std::size_t piece = 4096;  // references

std::string read_input(const RefsOptions& options) {
  return options.file == "-" ? read_standard_input(options.reading.limits.bytes)
                             : citegraph::read_bytes(options.file, options.reading);
}

std::string name_of(const RefsOptions& options) { return options.file == "-" ? standard_input_name : options.file; }

std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

void read_lines(const RefsOptions& options, const std::function<void(std::span<Record>)>& sink) {
  const std::string text = citegraph::decode_text(read_input(options), name_of(options), options.reading);
  std::string_view rest = text;
  std::uint32_t line_number = 1;
  std::optional<Reference> above;
  while (!rest.empty()) {
    std::vector<std::string_view> lines;
    while (!rest.empty() && lines.size() < piece) lines.push_back(take_line(rest));
    std::vector<Reference> references = citegraph::parse_references(lines, options.reading, above ? &*above : nullptr);
    above = references.back();
    std::vector<Record> records;
    records.reserve(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i, ++line_number) {
      Record record{std::string(lines[i]), std::move(references[i]), {}};
      record.diagnostics = citegraph::diagnose_reference(record.text, record.reference);
      for (citegraph::Diagnostic& finding : record.diagnostics) finding.line = line_number;
      records.push_back(std::move(record));
    }
    sink(records);
  }
}

// The entry alone, its lines joined by blanks; a blank is as long as a line break, so that offsets stay.
Record entry_of(const citegraph::Document& document, Reference reference) {
  Record record{std::string(slice(document.text, reference.span)), {}, {}};
  std::replace(record.text.begin(), record.text.end(), '\n', ' ');
  const std::uint32_t line = document.line_column(document.map.to_source(reference.span).start).first;
  for (citegraph::Segment& segment : reference.segments)
    segment.span = {segment.span.start - reference.span.start, segment.span.end - reference.span.start};
  reference.span = {0, reference.span.end - reference.span.start};
  record.reference = std::move(reference);
  record.diagnostics = citegraph::diagnose_reference(record.text, record.reference);
  for (citegraph::Diagnostic& finding : record.diagnostics) finding.line = line;
  return record;
}

void read_list(const RefsOptions& options, const std::function<void(std::span<Record>)>& sink) {
  const citegraph::Document document =
      citegraph::parse_document(read_input(options), name_of(options), options.reading);
  citegraph::ReferenceLists lists = citegraph::read_reference_list(document);
  for (std::size_t begin = 0; begin < lists.references.size(); begin += piece) {
    std::vector<Record> records;
    for (std::size_t i = begin; i < std::min(begin + piece, lists.references.size()); ++i)
      records.push_back(entry_of(document, std::move(lists.references[i])));
    sink(records);
  }
}

}  // namespace

bool Record::is_blank() const { return text.find_first_not_of(" \t\f\v") == std::string::npos; }

void read_records(const RefsOptions& options, const std::function<void(std::span<Record>)>& sink) {
  if (options.list) return read_list(options, sink);
  read_lines(options, sink);
}

}  // namespace command
