// Findings as people read them, and as programs do.
#pragma once

#include <iosfwd>
#include <span>
#include <string>

#include <citegraph/diagnostic.hpp>
#include <citegraph/document.hpp>

namespace command {

// `path:line:column: severity[code]: message`, the line with a caret under the place, and the suggestion.
void print_diagnostic(std::ostream& out, const citegraph::Diagnostic& diagnostic, const citegraph::Document& document,
                      bool colour);

// "3 warnings, 2 notes", or "nothing".
std::string count_by_severity(std::span<const citegraph::Diagnostic> diagnostics);

}  // namespace command
