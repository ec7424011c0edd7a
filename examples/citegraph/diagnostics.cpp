#include "diagnostics.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <ostream>

#include "terminal.hpp"

namespace command {
namespace {

using citegraph::Diagnostic;
using citegraph::Severity;

// A paragraph of a Markdown file is one line of a thousand columns, so what is shown is a window around the place.
constexpr std::size_t window = 100;
constexpr std::size_t window_before = 40;

Colour colour_of(Severity severity) {
  return severity == Severity::error ? Colour::red : severity == Severity::warning ? Colour::yellow : Colour::blue;
}

// The line of `source` that holds `offset`: its start and its text.
std::pair<std::size_t, std::string_view> line_at(std::string_view source, std::size_t offset) {
  offset = std::min(offset, source.size());
  const std::size_t before = offset == 0 ? std::string_view::npos : source.find_last_of("\r\n", offset - 1);
  const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t end = source.find_first_of("\r\n", offset);
  return {start, source.substr(start, (end == std::string_view::npos ? source.size() : end) - start)};
}

void print_place(std::ostream& out, const Diagnostic& diagnostic, std::string_view source, bool colour) {
  const auto [line_start, line] = line_at(source, diagnostic.source.start);
  const std::size_t in_line = std::min<std::size_t>(diagnostic.source.start - line_start, line.size());
  const std::string before = printable(line.substr(0, in_line));
  const std::string marked = printable(line.substr(in_line, diagnostic.source.size()));
  const std::string after =
      printable(line.substr(in_line + std::min<std::size_t>(diagnostic.source.size(), line.size() - in_line)));

  const std::size_t skipped = width(before) > window_before ? width(before) - window_before : 0;
  const std::string shown_before = (skipped > 0 ? "…" : "") + std::string(columns(before, skipped, window));
  const std::size_t room = window - std::min(window, width(shown_before));
  const std::string_view shown_marked = columns(marked, 0, std::max<std::size_t>(room, 20));
  const std::string_view shown_after = columns(after, 0, room - std::min(room, width(shown_marked)));
  const bool cut = shown_marked.size() < marked.size() || shown_after.size() < after.size();

  const std::string number = std::to_string(diagnostic.line);
  out << fmt::format(" {} | {}{}{}{}\n", number, shown_before, shown_marked, shown_after, cut ? "…" : "");
  out << fmt::format(" {:{}} | {:{}}{}\n", "", number.size(), "", width(shown_before),
                     paint(std::string(std::max<std::size_t>(width(shown_marked), 1), '^'), Colour::green, colour));
}

}  // namespace

void print_diagnostic(std::ostream& out, const Diagnostic& diagnostic, const citegraph::Document& document,
                      bool colour) {
  const std::string label = fmt::format("{}[{}]", citegraph::to_string(diagnostic.severity), diagnostic.code);
  out << paint(fmt::format("{}:{}:{}:", printable(diagnostic.path), diagnostic.line, diagnostic.column), Colour::bold,
               colour)
      << ' ' << paint(label, colour_of(diagnostic.severity), colour) << ": " << printable(diagnostic.message) << '\n';
  if (!diagnostic.span.empty() || !diagnostic.source.empty()) print_place(out, diagnostic, document.source, colour);
  if (diagnostic.suggestion)
    out << fmt::format(" {:{}} = {} suggestion: {}\n", "", std::to_string(diagnostic.line).size(),
                       citegraph::to_string(diagnostic.suggestion->certainty),
                       printable(diagnostic.suggestion->replacement));
}

std::string count_by_severity(std::span<const Diagnostic> diagnostics) {
  std::array<std::size_t, 3> counts{};
  for (const Diagnostic& d : diagnostics) ++counts[static_cast<std::size_t>(d.severity)];
  std::string text;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
    const std::size_t count = counts[static_cast<std::size_t>(severity)];
    if (count == 0) continue;
    text += fmt::format("{}{} {}{}", text.empty() ? "" : ", ", count, citegraph::to_string(severity),
                        count == 1 ? "" : "s");
  }
  return text.empty() ? "no findings" : text;
}

}  // namespace command
