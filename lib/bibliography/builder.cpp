#include "bibliography/builder.hpp"

#include <algorithm>
#include <cstring>
#include <memory>

#include "text/source_lines.hpp"
#include "text/text_file.hpp"
#include "text/utf8.hpp"

namespace citegraph::bibliography {
namespace {

constexpr std::size_t looked_at = 4096;

// Most files are UTF-8 without a mark, and large ones are not to be copied for nothing.
bool is_plain_utf8(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF") || text::find_invalid(bytes) != std::string_view::npos) return false;
  if (!bytes.empty() && std::memchr(bytes.data(), '\0', bytes.size()) != nullptr) return false;
  const std::string_view start = bytes.substr(0, looked_at);
  return std::none_of(start.begin(), start.end(), [](char c) { return static_cast<unsigned char>(c) < 9; });
}

}  // namespace

Builder::Builder(Bibliography& bibliography, const BibliographyOptions& options, const BibliographySink* sink)
    : bibliography_(bibliography), sink_(sink) {
  ReadOptions reading;
  reading.limits = options.limits;
  plain_ = is_plain_utf8(bibliography.source) && bibliography.source.size() <= options.limits.bytes;
  if (plain_) {
    text_ = bibliography.source;
  } else {
    decoded_ = text::decode_checked(bibliography.source, bibliography.path, reading);
    text_ = decoded_.text;
    report_encoding();
  }
}

SourceSpan Builder::to_source(TextSpan span) const noexcept {
  return plain_ ? SourceSpan{span.start, span.end} : decoded_.map.to_source(span);
}

void Builder::add(BibliographyEntry entry, TextSpan span) {
  entry.source = to_source(span);
  if (sink_ != nullptr) return (*sink_)(std::move(entry));
  bibliography_.entries.push_back(std::move(entry));
}

void Builder::skip(TextSpan span, std::string_view reason) {
  bibliography_.skipped.push_back({to_source(span), reason});
}

void Builder::report(std::string_view code, TextSpan span, std::string message) {
  const DiagnosticCode& row = diagnostic_code(code);
  Diagnostic diagnostic;
  diagnostic.code = row.code;
  diagnostic.severity = row.severity;
  diagnostic.path = bibliography_.path;
  diagnostic.span = span;
  diagnostic.source = to_source(span);
  diagnostic.message = std::move(message);
  bibliography_.diagnostics.push_back(std::move(diagnostic));
}

void Builder::report_encoding() {
  using text::Encoding;
  if (decoded_.encoding != Encoding::utf8 && decoded_.encoding != Encoding::utf8_bom)
    report("converted-encoding", {}, "read as " + std::string(text::to_string(decoded_.encoding)));
  for (const SourceSpan& place : decoded_.replaced) {
    const std::string_view bytes = std::string_view(bibliography_.source).substr(place.start, place.size());
    const bool nul = bytes.find_first_not_of('\0') == std::string_view::npos;
    report(nul ? "nul-byte" : "invalid-utf8", {},
           nul ? "a NUL byte, read as U+FFFD" : "ill-formed text, read as U+FFFD");
    bibliography_.diagnostics.back().source = place;
  }
}

void Builder::finish() {
  const auto by_place = [](const auto& a, const auto& b) { return a.source.start < b.source.start; };
  std::stable_sort(bibliography_.skipped.begin(), bibliography_.skipped.end(), by_place);
  std::vector<Diagnostic>& findings = bibliography_.diagnostics;
  std::stable_sort(findings.begin(), findings.end(), by_place);
  if (!findings.empty()) {
    const text::SourceLines lines(bibliography_.source, decoded_);
    for (Diagnostic& finding : findings) {
      const text::Position position = lines.position(bibliography_.source, finding.source.start);
      finding.line = position.line;
      finding.column = position.column;
    }
  }
  bibliography_.index_keys();
}

}  // namespace citegraph::bibliography
