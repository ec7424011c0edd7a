#include <algorithm>
#include <fmt/format.h>
#include <ostream>
#include <unistd.h>

#include <citegraph/json.hpp>

#include "commands.hpp"
#include "diagnostics.hpp"
#include "papers.hpp"
#include "terminal.hpp"

namespace command {
namespace {

using citegraph::Diagnostic;
using citegraph::Paper;
using citegraph::Severity;

void raise_never_cited(std::vector<Paper>& papers) {
  for (Paper& paper : papers)
    for (Diagnostic& d : paper.diagnostics)
      if (d.code == "never-cited") d.severity = Severity::warning;
}

void print_text(std::ostream& out, const std::vector<Paper>& papers) {
  const bool colour = wants_colour(STDOUT_FILENO);
  for (const Paper& paper : papers) {
    for (const Diagnostic& d : paper.diagnostics) print_diagnostic(out, d, paper.document, colour);
    out << fmt::format("{}: {} reference{}, {} citation{}: {}\n", printable(paper.document.path),
                       paper.references.size(), paper.references.size() == 1 ? "" : "s", paper.citations.size(),
                       paper.citations.size() == 1 ? "" : "s", count_by_severity(paper.diagnostics));
  }
}

void print_json(std::ostream& out, const std::vector<Paper>& papers) {
  std::vector<Diagnostic> all;
  for (const Paper& paper : papers) all.insert(all.end(), paper.diagnostics.begin(), paper.diagnostics.end());
  citegraph::write_json(out, all);
}

bool has_findings(const Paper& paper) {
  return std::any_of(paper.diagnostics.begin(), paper.diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity != Severity::note; });
}

}  // namespace

int run_check(const CheckOptions& options) {
  ReadPapers read = read_all(options.papers);
  if (options.uncited_warns) raise_never_cited(read.papers);
  write_output({},
               [&](std::ostream& out) { options.json ? print_json(out, read.papers) : print_text(out, read.papers); });
  if (read.failed) return exit_failure;
  return std::any_of(read.papers.begin(), read.papers.end(), has_findings) ? exit_findings : exit_clean;
}

}  // namespace command
