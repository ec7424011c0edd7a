// Workflow commands of GitHub Actions: `::warning file=...,line=...::message`.
#include <ostream>
#include <string>

#include "citegraph/reports.hpp"

namespace citegraph {
namespace {

// A value ends at a comma, a colon and a line end; a message only at a line end.
std::string escaped(std::string_view text, std::string_view special) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (special.find(c) == std::string_view::npos) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += digits[byte >> 4U];
    out += digits[byte & 15U];
  }
  return out;
}

std::string_view command(Severity severity) {
  return severity == Severity::note ? "notice" : severity == Severity::warning ? "warning" : "error";
}

}  // namespace

void write_github_annotations(std::ostream& out, std::span<const Diagnostic> findings) {
  for (const Diagnostic& finding : findings) {
    std::string message = finding.message;
    if (finding.suggestion) message += "\nsuggestion: " + finding.suggestion->replacement;
    out << "::" << command(finding.severity) << " file=" << escaped(finding.path, "%\r\n:,")
        << ",line=" << std::to_string(finding.line) << ",col=" << std::to_string(finding.column)
        << ",title=" << escaped(finding.code, "%\r\n:,") << "::" << escaped(message, "%\r\n") << '\n';
  }
}

}  // namespace citegraph
