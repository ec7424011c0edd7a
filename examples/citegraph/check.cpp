#include <algorithm>
#include <fmt/format.h>
#include <iostream>
#include <map>
#include <ostream>
#include <set>
#include <unistd.h>
#include <utility>
#include <vector>

#include <citegraph/corrections.hpp>
#include <citegraph/json.hpp>
#include <citegraph/reports.hpp>

#include "commands.hpp"
#include "diagnostics.hpp"
#include "papers.hpp"
#include "project_file.hpp"
#include "terminal.hpp"

namespace command {
namespace {

using citegraph::Diagnostic;
using citegraph::Paper;
using citegraph::Severity;

// "missing 4, never-cited 1": the most frequent first.
std::string count_by_code(const std::vector<Diagnostic>& findings) {
  std::map<std::string_view, std::size_t> counts;
  for (const Diagnostic& d : findings) ++counts[d.code];
  std::vector<std::pair<std::string_view, std::size_t>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string text;
  for (const auto& [code, count] : sorted) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", code, count);
  return text;
}

// One line a paper: "paper.md: 36 references, 54 citations: 3 warnings (missing 2, year-mismatch 1)".
void print_counts(std::ostream& out, const Paper& paper) {
  const std::string codes = count_by_code(paper.diagnostics);
  out << fmt::format("{}: {} reference{}, {} citation{}: {}{}\n", printable(paper.document.path),
                     paper.references.size(), paper.references.size() == 1 ? "" : "s", paper.citations.size(),
                     paper.citations.size() == 1 ? "" : "s", count_by_severity(paper.diagnostics),
                     codes.empty() ? "" : " (" + codes + ")");
}

// What there is first, of all papers, then where.
void print_text(std::ostream& out, const std::vector<Paper>& papers) {
  const bool colour = wants_colour(STDOUT_FILENO);
  for (const Paper& paper : papers) print_counts(out, paper);
  for (const Paper& paper : papers)
    for (const Diagnostic& d : paper.diagnostics) print_diagnostic(out, d, paper.document, colour);
}

citegraph::SarifOptions sarif_options(std::string documentation) {
  if (!documentation.empty() && !documentation.ends_with('/')) documentation += '/';
  return {.documentation = std::move(documentation)};
}

void print(std::ostream& out, const CheckOptions& options, const std::vector<Paper>& papers) {
  const std::string& format = options.format;
  if (format == "text") return print_text(out, papers);
  if (format == "sarif") return citegraph::write_sarif(out, papers, sarif_options(options.documentation));
  std::vector<Diagnostic> all;
  for (const Paper& paper : papers) all.insert(all.end(), paper.diagnostics.begin(), paper.diagnostics.end());
  format == "github" ? citegraph::write_github_annotations(out, all) : citegraph::write_json(out, all);
}

// What the command line and the project file say of a paper's findings.
class Selection {
 public:
  explicit Selection(const CheckOptions& options) : options_(options) {
    for (const std::string& code : options.ignored) require_code(code, "--ignore");
    least_ = options.severity.empty() ? Severity::note : parse_severity(options.severity, "--severity");
    if (!options.config.empty()) named_ = read_project_file(options.config);
  }

  void apply(Paper& paper) {
    const ProjectFile file = named_ ? *named_ : beside(paper.document.path);
    std::vector<Diagnostic>& findings = paper.diagnostics;
    citegraph::remove_suppressed(paper.document.source, findings);
    std::erase_if(findings, [&](const Diagnostic& d) {
      const std::string code(d.code);
      return file.ignored.contains(code) || options_.ignored.contains(code);
    });
    for (Diagnostic& d : findings) {
      if (d.code == "never-cited" && (options_.uncited_warns || file.uncited_warns)) d.severity = Severity::warning;
      if (const auto found = file.severity.find(std::string(d.code)); found != file.severity.end())
        d.severity = found->second;
    }
    std::erase_if(findings, [&](const Diagnostic& d) { return d.severity < least_; });
  }

 private:
  ProjectFile beside(const std::string& paper) {
    const auto found = options_.no_config ? std::nullopt : find_project_file(paper);
    if (!found) return {};
    const auto [known, fresh] = files_.try_emplace(*found);
    if (fresh) known->second = read_project_file(*found);
    return known->second;
  }

  const CheckOptions& options_;
  Severity least_ = Severity::note;
  std::optional<ProjectFile> named_;
  std::map<std::string, ProjectFile> files_;
};

bool has_findings(const Paper& paper) {
  return std::any_of(paper.diagnostics.begin(), paper.diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity != Severity::note; });
}

}  // namespace

const std::vector<std::string>& check_formats() {
  static const std::vector<std::string> formats = {"text", "json", "sarif", "github"};
  return formats;
}

int run_check(const CheckOptions& options) {
  if (!options.fix.output.empty() && options.papers.files.size() > 1) throw UsageError("--output is for one paper");
  if (!options.fix.output.empty() && options.fix.in_place)
    throw UsageError("--output and --in-place exclude each other");
  if (!options.documentation.empty() && options.format != "sarif")
    throw UsageError("--documentation is for --diagnostics=sarif");
  Selection selection(options);
  ReadPapers read = read_all(options.papers);
  for (Paper& paper : read.papers) selection.apply(paper);
  write_output({}, [&](std::ostream& out) { print(out, options, read.papers); });
  if (options.fix.wanted)
    for (const Paper& paper : read.papers) write_corrected(paper, options.fix, std::cerr);
  if (read.failed) return exit_failure;
  return std::any_of(read.papers.begin(), read.papers.end(), has_findings) ? exit_findings : exit_clean;
}

}  // namespace command
