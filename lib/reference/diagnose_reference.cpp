#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "citegraph/identifier.hpp"
#include "citegraph/reference.hpp"

#include "reference/confidence.hpp"
#include "reference/findings.hpp"
#include "text/utf8.hpp"

namespace citegraph {

namespace reference {

std::vector<Finding> findings_of(std::string_view text, const Reference& reference) {
  std::vector<Finding> findings;
  for (const Segment& segment : reference.segments) {
    if (segment.label != Label::doi && segment.label != Label::isbn && segment.label != Label::eprint) continue;
    const std::string_view printed = slice(text, segment.span);
    // The label is what tells a wrong ISBN from any other number.
    const std::string labelled = (segment.label == Label::isbn ? "ISBN " : "") + std::string(printed);
    const std::optional<Identifier> identifier = parse_identifier(labelled);
    if (!identifier || identifier->valid) continue;
    findings.push_back({"invalid-identifier", segment.span,
                        "\"" + std::string(printed) + "\" is no valid " + std::string(to_string(identifier->scheme))});
  }
  if (reference.confidence < unclear)
    findings.push_back({"unclear-reference", reference.span, "this entry could not be read with confidence"});
  return findings;
}

namespace {

// The first damaged place: bytes that are no UTF-8, or what a reader put in their place.
std::size_t find_damage(std::string_view text) { return std::min(text::find_invalid(text), text.find("\xEF\xBF\xBD")); }

std::uint32_t code_points_before(std::string_view text, std::size_t offset) {
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < offset && at < text.size(); ++count) at += text::decode_at(text, at).size;
  return count;
}

}  // namespace

}  // namespace reference

std::vector<Diagnostic> diagnose_reference(std::string_view text, const Reference& reference) {
  std::vector<reference::Finding> findings = reference::findings_of(text, reference);
  if (const std::size_t damage = reference::find_damage(text); damage != std::string_view::npos) {
    const auto start = static_cast<std::uint32_t>(damage);
    findings.insert(findings.begin(), {"invalid-utf8", {start, start + 1}, "bytes that are no valid text"});
  }
  std::vector<Diagnostic> diagnostics;
  for (reference::Finding& finding : findings) {
    Diagnostic diagnostic;
    diagnostic.code = diagnostic_code(finding.code).code;
    diagnostic.severity = diagnostic_code(finding.code).severity;
    diagnostic.span = finding.span;
    diagnostic.source.start = finding.span.start;
    diagnostic.source.end = finding.span.end;
    diagnostic.column = reference::code_points_before(text, finding.span.start) + 1;
    diagnostic.message = std::move(finding.message);
    diagnostics.push_back(std::move(diagnostic));
  }
  return diagnostics;
}

}  // namespace citegraph
