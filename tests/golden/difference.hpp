// Where two texts differ, for people: the first line that is not the same, with the lines before it.
#pragma once

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace citegraph::test {

inline std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

/// The part of a long line around `at`.
inline std::string excerpt(std::string_view line, std::size_t at) {
  constexpr std::size_t before = 60;
  constexpr std::size_t width = 160;
  const std::size_t start = at > before ? at - before : 0;
  const std::string_view part = line.substr(start, width);
  return (start > 0 ? "..." : "") + std::string(part) + (start + part.size() < line.size() ? "..." : "");
}

/// Nothing where they are the same. `-` marks what was expected, `+` what came.
inline std::string first_difference(std::string_view expected, std::string_view actual) {
  if (expected == actual) return "";
  const std::vector<std::string_view> left = split_lines(expected);
  const std::vector<std::string_view> right = split_lines(actual);
  const auto line = static_cast<std::size_t>(std::mismatch(left.begin(), left.end(), right.begin(), right.end()).first -
                                             left.begin());
  if (line == left.size() && line == right.size()) return "only the last line end differs\n";

  const std::string_view wanted = line < left.size() ? left[line] : "";
  const std::string_view given = line < right.size() ? right[line] : "";
  const auto column = static_cast<std::size_t>(
      std::mismatch(wanted.begin(), wanted.end(), given.begin(), given.end()).first - wanted.begin());
  std::ostringstream out;
  out << "line " << line + 1 << ", byte " << column + 1 << ":\n";
  constexpr std::size_t context = 2;
  for (std::size_t i = line - std::min(line, context); i < line; ++i) out << "  " << excerpt(left[i], 0) << '\n';
  if (line < left.size()) out << "- " << excerpt(wanted, column) << '\n';
  if (line < right.size()) out << "+ " << excerpt(given, column) << '\n';
  return out.str();
}

}  // namespace citegraph::test
