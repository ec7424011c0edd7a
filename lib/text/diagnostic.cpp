#include "citegraph/diagnostic.hpp"

#include <algorithm>
#include <ostream>
#include <stdexcept>

namespace citegraph {

// Sorted by name. docs/ has a page for every row.
const std::vector<DiagnosticCode>& diagnostic_codes() {
  static const std::vector<DiagnosticCode> codes = {
      {"ambiguous", Severity::warning, "a citation fits several entries of the reference list"},
      {"converted-encoding", Severity::note, "the file is not UTF-8 and was converted"},
      {"duplicate-entry", Severity::warning, "two entries of the reference list denote the same work"},
      {"invalid-identifier", Severity::warning,
       "a DOI, ISBN, ISSN or other identifier is malformed or fails its checksum"},
      {"invalid-utf8", Severity::warning, "bytes that are no valid text were read as U+FFFD"},
      {"missing", Severity::warning, "a citation has no entry in the reference list"},
      {"name-mismatch", Severity::warning, "a citation fits one entry but for the spelling or form of the name"},
      {"never-cited", Severity::note, "an entry of the reference list is never cited"},
      {"no-citations", Severity::note, "the document has no in-text citation"},
      {"no-reference-list", Severity::warning, "the document has no reference list"},
      {"nul-byte", Severity::warning, "a NUL byte was read as U+FFFD"},
      {"unclear-reference", Severity::note, "an entry of the reference list could not be read with confidence"},
      {"year-mismatch", Severity::warning, "a citation fits one entry but for its year"},
  };
  return codes;
}

const DiagnosticCode& diagnostic_code(std::string_view code) {
  const auto& codes = diagnostic_codes();
  const auto found = std::lower_bound(codes.begin(), codes.end(), code,
                                      [](const DiagnosticCode& row, std::string_view name) { return row.code < name; });
  if (found == codes.end() || found->code != code) throw std::out_of_range("no diagnostic code " + std::string(code));
  return *found;
}

std::string_view to_string(Severity severity) noexcept {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return {};
}

std::string_view to_string(Certainty certainty) noexcept {
  switch (certainty) {
    case Certainty::possible:
      return "possible";
    case Certainty::likely:
      return "likely";
    case Certainty::certain:
      return "certain";
  }
  return {};
}

std::ostream& operator<<(std::ostream& out, const Diagnostic& diagnostic) {
  if (!diagnostic.path.empty()) out << diagnostic.path << ':';
  return out << std::to_string(diagnostic.line) << ':' << std::to_string(diagnostic.column) << ": "
             << to_string(diagnostic.severity) << '[' << diagnostic.code << "]: " << diagnostic.message;
}

}  // namespace citegraph
