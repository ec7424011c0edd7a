#include "corrected_copy.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <ostream>
#include <string_view>

#include <citegraph/corrections.hpp>

#include "input.hpp"
#include "output.hpp"
#include "terminal.hpp"

namespace command {
namespace {

using citegraph::Corrected;
using citegraph::Diagnostic;
using citegraph::Paper;

std::string_view part(std::string_view source, citegraph::SourceSpan place) {
  return source.substr(std::min<std::size_t>(place.start, source.size()), place.size());
}

std::string place_of(const Diagnostic& finding) {
  return fmt::format("{}:{}:{}", printable(finding.path), finding.line, finding.column);
}

}  // namespace

std::string corrected_name(const std::string& path) {
  const std::filesystem::path whole(path);
  return (whole.parent_path() / (whole.stem().string() + ".fixed" + whole.extension().string())).string();
}

void write_corrected(const Paper& paper, const FixOptions& options, std::ostream& log) {
  const std::string& path = paper.document.path;
  const bool from_input = path == standard_input_name;
  if (paper.document.format != citegraph::Format::plain_text && paper.document.format != citegraph::Format::markdown)
    throw UsageError(fmt::format("{}: only plain text and Markdown can be corrected", path));
  if (from_input && (options.in_place || options.output.empty()))
    throw UsageError("standard input is corrected into a file: name it with --output");
  const Corrected copy =
      citegraph::apply_suggestions(paper.document.source, paper.diagnostics,
                                   options.likely ? citegraph::Certainty::likely : citegraph::Certainty::certain);
  for (const std::size_t i : copy.applied) {
    const Diagnostic& finding = paper.diagnostics[i];
    log << fmt::format("{}: {} -> {}\n", place_of(finding),
                       printable(part(paper.document.source, finding.suggestion->source)),
                       printable(finding.suggestion->replacement));
  }
  for (const std::size_t i : copy.refused)
    log << fmt::format("{}: not changed, it overlaps another correction: {}\n", place_of(paper.diagnostics[i]),
                       printable(paper.diagnostics[i].suggestion->replacement));
  if (copy.applied.empty()) {
    log << fmt::format("{}: nothing to correct\n", printable(path));
    if (options.output.empty()) return;
  }
  const std::string name = !options.output.empty() ? options.output : options.in_place ? path : corrected_name(path);
  write_output({{}, name}, [&](std::ostream& out) { out << copy.text; });
  log << fmt::format("{}: {} correction{} written to {}\n", printable(path), copy.applied.size(),
                     copy.applied.size() == 1 ? "" : "s", printable(name));
}

}  // namespace command
