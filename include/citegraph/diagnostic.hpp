/// \file
/// One finding about a document: what, how bad, where, and where there is one the text that would mend it.
///
///     paper.md:69:120: warning[year-mismatch]: "Salin 2021" fits an entry of another year: Salin 2016
///
/// That is how one is printed; this prints those that matter:
///
///     const Paper paper = read_paper("paper.md");
///     for (const Diagnostic& finding : paper.diagnostics)
///       if (finding.severity >= Severity::warning) std::cerr << finding << '\n';
///
/// A `Diagnostic` never changes anything by itself: a correction is a suggestion with its certainty.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/api.hpp"
#include "citegraph/span.hpp"

namespace citegraph {

/// How bad a finding is, in rising order.
enum class Severity : std::uint8_t { note, warning, error };

/// How sure a suggestion is: `certain` ones may be applied by a program, the others are for a reader to judge.
enum class Certainty : std::uint8_t { possible, likely, certain };

/// Text that would mend a finding, replacing the bytes of `source`.
struct Suggestion {
  SourceSpan source;                          ///< What would be replaced.
  std::string replacement;                    ///< What would stand there.
  Certainty certainty = Certainty::possible;  ///< How sure it is.
};

/// One finding.
struct Diagnostic {
  std::string_view code;                  ///< One of `diagnostic_codes()`; a literal, so the view never dangles.
  Severity severity = Severity::warning;  ///< That of its code.
  std::string path;                       ///< The file, as it was named by the caller; empty for text without a file.
  TextSpan span;             ///< The place in the document's text; empty where the finding is about the whole.
  SourceSpan source;         ///< The place in the file.
  std::uint32_t line = 1;    ///< 1-based.
  std::uint32_t column = 1;  ///< 1-based, in code points.
  std::string message;       ///< One sentence, without a full stop.
  std::optional<Suggestion> suggestion;  ///< What would mend it, where that is known.
};

/// What a code stands for.
struct DiagnosticCode {
  std::string_view code;     ///< As it stands in brackets behind the severity: "year-mismatch".
  Severity severity;         ///< The severity findings of this code have.
  std::string_view summary;  ///< One line, as in the documentation.
};

/// Every code the library can emit, sorted by name.
[[nodiscard]] CITEGRAPH_API const std::vector<DiagnosticCode>& diagnostic_codes();

/// The entry of `code`; throws std::out_of_range for an unknown one.
[[nodiscard]] CITEGRAPH_API const DiagnosticCode& diagnostic_code(std::string_view code);

/// "note", "warning" or "error".
[[nodiscard]] CITEGRAPH_API std::string_view to_string(Severity severity) noexcept;
/// "possible", "likely" or "certain".
[[nodiscard]] CITEGRAPH_API std::string_view to_string(Certainty certainty) noexcept;

/// `path:line:column: severity[code]: message`, without a line end.
CITEGRAPH_API std::ostream& operator<<(std::ostream& out, const Diagnostic& diagnostic);

}  // namespace citegraph
