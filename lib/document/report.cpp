#include "document/report.hpp"

#include <utility>

namespace citegraph::document {

void report(Document& document, std::string_view code, SourceSpan place, std::string message) {
  Diagnostic diagnostic = document.diagnose(code, {}, std::move(message));
  diagnostic.path = document.path_of(place.file);
  diagnostic.source = place;
  const auto [line, column] = document.line_column(place);
  diagnostic.line = line;
  diagnostic.column = column;
  document.diagnostics.push_back(std::move(diagnostic));
}

}  // namespace citegraph::document
