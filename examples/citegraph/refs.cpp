#include <fmt/format.h>
#include <iostream>
#include <span>
#include <string>
#include <utility>

#include <citegraph/bibtex.hpp>
#include <citegraph/citation_key.hpp>
#include <citegraph/csl_json.hpp>
#include <citegraph/identity.hpp>
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

std::vector<ParsedLine> parse_lines(std::string_view text, const citegraph::ReadOptions& reading) {
  std::vector<ParsedLine> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    lines.push_back({std::string(line), citegraph::parse_reference(line, {}, reading)});
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

// Of each line, the first that denotes the same work.
std::vector<std::uint32_t> same_lines(std::span<const ParsedLine> lines) {
  std::vector<Work> works;
  for (const ParsedLine& line : lines)
    works.push_back(is_blank(line.text) || line.reference.works.empty() ? Work{} : line.reference.works.front());
  return citegraph::find_same_works(works).same_as;
}

void write_as(const std::string& format, std::ostream& out, std::span<const ParsedLine> lines,
              std::span<const std::uint32_t> same_as) {
  if (format == "jsonl") {
    for (std::size_t i = 0; i < lines.size(); ++i)
      citegraph::write_json_line(out, lines[i].text, lines[i].reference, {},
                                 same_as.empty() ? std::nullopt : std::optional(same_as[i]));
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
  const std::vector<ParsedLine> lines = parse_lines(read_lines(options), options.reading);
  const std::vector<std::uint32_t> same_as = options.merge ? same_lines(lines) : std::vector<std::uint32_t>();
  for (const Output& output : options.outputs)
    write_output(output, [&](std::ostream& out) { write_as(output.format, out, lines, same_as); });
  return exit_clean;
}

}  // namespace command
