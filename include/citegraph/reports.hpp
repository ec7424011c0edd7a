/// \file
/// Findings for the tools that show them: SARIF 2.1.0 (editors, code scanning) and annotations of GitHub's workflows.
///
///     std::vector<Paper> papers;
///     papers.push_back(read_paper("paper.md"));
///     SarifOptions options;
///     options.documentation = "https://example.org/citegraph/docs/diagnostics/";
///     write_sarif(std::cout, papers, options);
///
///     write_github_annotations(std::cout, papers.front().diagnostics);
#pragma once

#include <iosfwd>
#include <span>
#include <string>

#include "citegraph/api.hpp"
#include "citegraph/diagnostic.hpp"
#include "citegraph/paper.hpp"

namespace citegraph {

/// What a SARIF log says beyond the findings.
struct SarifOptions {
  std::string documentation;  ///< Address of the folder with the pages of the codes, with its final slash: each rule's
                              ///< `helpUri` is the page in it. Empty: the rules have none.
};

/// One SARIF 2.1.0 log with one run: a rule for each code, a result for each finding with its region (lines, columns in
/// code points, bytes), a fix where there is a suggestion.
CITEGRAPH_API void write_sarif(std::ostream& out, std::span<const Paper> papers, const SarifOptions& options = {});

/// One workflow command a finding, on a line of its own: severity, file, line, column, the code as title, the message.
CITEGRAPH_API void write_github_annotations(std::ostream& out, std::span<const Diagnostic> findings);

}  // namespace citegraph
