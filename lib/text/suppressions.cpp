// Comments that ask to leave findings out.
#include <algorithm>
#include <string>

#include "citegraph/corrections.hpp"

namespace citegraph {
namespace {

constexpr std::string_view mark = "citegraph-ignore";
constexpr std::string_view whole_file = "-file";
constexpr std::string_view blank = " \t\r\f\v";

struct Suppression {
  std::size_t start = 0;  // bytes of the source in which findings begin that are left out
  std::size_t end = 0;
  std::vector<std::string_view> codes;  // none: all
};

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(blank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

std::size_t line_end(std::string_view source, std::size_t offset) {
  return std::min(source.find('\n', offset), source.size());
}

std::vector<std::string_view> split_codes(std::string_view text) {
  std::vector<std::string_view> codes;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find_first_of(", \t\r", start), text.size());
    if (end > start) codes.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return codes;
}

// The end of the next line that is not blank, behind the line that ends at `end`.
std::size_t next_line_end(std::string_view source, std::size_t end) {
  while (end < source.size()) {
    const std::size_t next = line_end(source, end + 1);
    if (!trimmed(source.substr(end + 1, next - end - 1)).empty()) return next;
    end = next;
  }
  return end;
}

std::vector<Suppression> suppressions(std::string_view source) {
  std::vector<Suppression> found;
  for (std::size_t at = source.find(mark); at != std::string_view::npos; at = source.find(mark, at)) {
    const std::size_t newline = at == 0 ? std::string_view::npos : source.rfind('\n', at - 1);
    const std::size_t start = newline == std::string_view::npos ? 0 : newline + 1;
    const std::size_t end = line_end(source, at);
    const std::string_view before = trimmed(source.substr(start, at - start));
    std::string_view rest = source.substr(at + mark.size(), end - at - mark.size());
    at += mark.size();
    const bool file = rest.starts_with(whole_file);
    if (file) rest.remove_prefix(whole_file.size());
    const bool closed_comment = before.ends_with("<!--") && rest.find("-->") != std::string_view::npos;
    if (!closed_comment && before != "%") continue;
    Suppression one{start, end, {}};
    if (closed_comment) {
      const std::size_t close = rest.find("-->");
      const bool alone = before == "<!--" && trimmed(rest.substr(close + 3)).empty();
      rest = rest.substr(0, close);
      if (alone) one.end = next_line_end(source, end);
    } else {
      one.end = next_line_end(source, end);
    }
    if (file) one = {0, source.size(), {}};
    one.codes = split_codes(rest);
    found.push_back(std::move(one));
  }
  return found;
}

}  // namespace

std::size_t remove_suppressed(std::string_view source, std::vector<Diagnostic>& findings) {
  const std::vector<Suppression> all = suppressions(source);
  if (all.empty()) return 0;
  const auto suppressed = [&](const Diagnostic& finding) {
    return std::any_of(all.begin(), all.end(), [&](const Suppression& one) {
      const bool here = one.start <= finding.source.start && finding.source.start <= one.end;
      return here &&
             (one.codes.empty() || std::find(one.codes.begin(), one.codes.end(), finding.code) != one.codes.end());
    });
  };
  return std::erase_if(findings, suppressed);
}

}  // namespace citegraph
