#include <fmt/format.h>
#include <iostream>
#include <span>
#include <string>
#include <utility>

#include <citegraph/bibtex.hpp>
#include <citegraph/citation_key.hpp>
#include <citegraph/csl_json.hpp>
#include <citegraph/json.hpp>
#include <citegraph/reference.hpp>
#include <citegraph/text_file.hpp>

#include "commands.hpp"
#include "input.hpp"
#include "terminal.hpp"

namespace command {
namespace {

using citegraph::Reference;
using citegraph::Work;

struct ParsedLine {
  std::string text;
  Reference reference;
};

std::vector<ParsedLine> parse_lines(std::string_view text) {
  std::vector<ParsedLine> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    lines.push_back({std::string(line), citegraph::parse_reference(line)});
  }
  return lines;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\f\v") == std::string_view::npos; }

// The works of all lines that hold one, keyed.
std::vector<Work> works_of(std::span<const ParsedLine> lines) {
  std::vector<Work> works;
  for (const ParsedLine& line : lines)
    if (!is_blank(line.text)) works.insert(works.end(), line.reference.works.begin(), line.reference.works.end());
  citegraph::assign_keys(works);
  return works;
}

void write_as(const std::string& format, std::ostream& out, std::span<const ParsedLine> lines) {
  if (format == "jsonl") {
    for (const ParsedLine& line : lines) citegraph::write_json_line(out, line.text, line.reference);
    return;
  }
  const std::vector<Work> works = works_of(lines);
  if (format == "csl-json") return citegraph::write_csl_json(out, works);
  if (format == "text") {
    for (const Work& work : works) out << printable(citegraph::summary(work)) << '\n';
    return;
  }
  citegraph::BibtexOptions bibtex;
  bibtex.dialect = format == "bibtex" ? citegraph::BibtexDialect::bibtex : citegraph::BibtexDialect::biblatex;
  citegraph::write_bibtex(out, works, bibtex);
}

std::string read_lines(const RefsOptions& options) {
  const bool standard_input = options.file == "-";
  const std::string bytes = standard_input ? read_standard_input(options.reading.limits.bytes)
                                           : citegraph::read_bytes(options.file, options.reading);
  return citegraph::decode_text(bytes, standard_input ? standard_input_name : options.file, options.reading);
}

}  // namespace

const std::vector<std::string>& refs_formats() {
  static const std::vector<std::string> formats = {"jsonl", "text", "csl-json", "bibtex", "biblatex"};
  return formats;
}

int run_refs(const RefsOptions& options) {
  const std::vector<ParsedLine> lines = parse_lines(read_lines(options));
  for (const Output& output : options.outputs)
    write_output(output, [&](std::ostream& out) { write_as(output.format, out, lines); });
  return exit_clean;
}

}  // namespace command
