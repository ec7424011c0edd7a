// One format of works to another: bibliographies, and the lists of articles.
#include <algorithm>
#include <iostream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <citegraph/bibliography.hpp>
#include <citegraph/citation_key.hpp>
#include <citegraph/error.hpp>
#include <citegraph/listed_works.hpp>

#include "commands.hpp"
#include "input.hpp"
#include "terminal.hpp"

namespace command {
namespace {

using citegraph::Bibliography;
using citegraph::BibliographyEntry;

Bibliography read(const std::string& file, const citegraph::BibliographyOptions& options) {
  if (file != "-") return citegraph::read_listed_works(file, options);
  return citegraph::parse_listed_works(read_standard_input(options.limits.bytes), standard_input_name, options);
}

void print_findings(const Bibliography& library) {
  for (const citegraph::Diagnostic& finding : library.diagnostics) {
    std::cerr << printable(finding.path) << ':' << finding.line << ':' << finding.column << ": "
              << to_string(finding.severity) << '[' << finding.code << "]: " << printable(finding.message) << '\n';
  }
}

void give_keys(std::vector<BibliographyEntry>& entries, const ConvertOptions& options) {
  if (options.key_pattern.empty()) return;
  std::vector<citegraph::Work> works;
  works.reserve(entries.size());
  for (const BibliographyEntry& entry : entries) works.push_back(entry.work);
  citegraph::assign_keys(works, {.pattern = options.key_pattern, .replace = !options.keep_keys});
  for (std::size_t i = 0; i < entries.size(); ++i) entries[i].work.key = works[i].key;
}

}  // namespace

std::vector<std::string> with_bibliographies(std::vector<std::string> formats) {
  for (std::string& name : citegraph::writable_bibliography_formats()) formats.push_back(std::move(name));
  return formats;
}

int run_convert(const ConvertOptions& options) {
  std::vector<BibliographyEntry> entries;
  bool failed = false;
  bool broken = false;
  for (const std::string& file : options.files) {
    try {
      Bibliography library = read(file, options.reading);
      print_findings(library);
      broken = broken || std::any_of(library.diagnostics.begin(), library.diagnostics.end(), [](const auto& finding) {
                 return finding.severity == citegraph::Severity::error;
               });
      std::move(library.entries.begin(), library.entries.end(), std::back_inserter(entries));
    } catch (const citegraph::Error& error) {
      std::cerr << "citegraph: " << printable(error.what()) << '\n';
      failed = true;
    }
  }
  if (entries.empty() && failed) return exit_failure;
  give_keys(entries, options);
  for (const Output& output : options.outputs) {
    const auto format = citegraph::parse_bibliography_format(output.format);
    write_output(output,
                 [&](std::ostream& out) { citegraph::write_bibliography(out, entries, *format, options.writing); });
  }
  return failed ? exit_failure : broken ? exit_findings : exit_clean;
}

}  // namespace command
