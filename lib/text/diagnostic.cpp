#include "citegraph/diagnostic.hpp"

#include <algorithm>
#include <ostream>
#include <stdexcept>

namespace citegraph {

// Sorted by name. docs/ has a page for every row.
const std::vector<DiagnosticCode>& diagnostic_codes() {
  static const std::vector<DiagnosticCode> codes = {
      {"ambiguous", Severity::warning, "a citation fits several entries of the reference list"},
      {"author-count", Severity::note, "a citation names more or fewer people than its entry has authors"},
      {"author-order", Severity::note, "a citation names the authors in another order than its entry"},
      {"broken-entry", Severity::error, "an entry of a bibliography file could not be read to its end"},
      {"broken-markup", Severity::warning, "markup of the document is broken and was read as well as it could be"},
      {"citation-order", Severity::note, "a number is first cited out of the order of the numbers"},
      {"converted-encoding", Severity::note, "the file is not UTF-8 and was converted"},
      {"duplicate-entry", Severity::warning, "two entries of the reference list denote the same work"},
      {"duplicate-key", Severity::warning, "two entries of a bibliography file have the same key"},
      {"initials-differ", Severity::note, "a citation has other initials than its entry"},
      {"invalid-identifier", Severity::warning,
       "a DOI, ISBN, ISSN or other identifier is malformed or fails its checksum"},
      {"invalid-utf8", Severity::warning, "bytes that are no valid text were read as U+FFFD"},
      {"list-order", Severity::note, "an entry is out of the alphabetical order of the list"},
      {"malformed-entry", Severity::warning, "an entry of a bibliography file is not as its format demands"},
      {"missing", Severity::warning, "a citation has no entry in the reference list"},
      {"missing-file", Severity::warning, "a file that the document names was not read"},
      {"missing-key", Severity::warning, "an entry of a bibliography file has no key"},
      {"missing-parent", Severity::warning, "an entry of a bibliography file takes data from one that is not there"},
      {"missing-value", Severity::warning, "a field of a bibliography file has no value"},
      {"mixed-style", Severity::note, "a citation is written in another way than the rest"},
      {"name-mismatch", Severity::warning, "a citation fits one entry but for the spelling or form of the name"},
      {"never-cited", Severity::note, "an entry of the reference list is never cited"},
      {"no-citations", Severity::note, "the document has no in-text citation"},
      {"no-reference-list", Severity::warning, "the document has no reference list"},
      {"nul-byte", Severity::warning, "a NUL byte was read as U+FFFD"},
      {"repeated-field", Severity::warning, "an entry of a bibliography file has a field twice"},
      {"unclear-reference", Severity::note, "an entry of the reference list could not be read with confidence"},
      {"undefined-string", Severity::warning, "an abbreviation in a bibliography file is not defined"},
      {"year-mismatch", Severity::warning, "a citation fits one entry but for its year"},
      {"year-suffix", Severity::note, "two entries are cited alike and have no letters that tell them apart"},
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
