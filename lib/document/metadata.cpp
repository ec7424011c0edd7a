#include "document/metadata.hpp"

#include <algorithm>
#include <string>

#include "text/utf8.hpp"

namespace citegraph::document {
namespace {

constexpr std::size_t longest_head = 1000;  // lines

// Without quotes, and without a comment.
std::string_view scalar(std::string_view value) {
  value = text::trim(value);
  if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'')) {
    const std::size_t end = value.find(value.front(), 1);
    if (end != std::string_view::npos) return value.substr(1, end - 1);
  }
  if (const std::size_t comment = value.find(" #"); comment != std::string_view::npos) value = value.substr(0, comment);
  return text::trim(value);
}

std::string_view key_of(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return {};
  const std::string_view key = line.substr(0, colon);
  const bool plain = std::all_of(key.begin(), key.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
  const bool ends = colon + 1 == line.size() || line[colon + 1] == ' ' || line[colon + 1] == '\t';
  return plain && ends ? key : std::string_view{};
}

void add_author(RawDocument& document, std::string_view value) {
  value = scalar(value);
  if (!value.empty()) document.authors.emplace_back(value);
}

// `[A. Smith, B. Jones]`
void add_flow_list(RawDocument& document, std::string_view value) {
  value.remove_prefix(1);
  value = value.substr(0, value.find(']'));
  while (!value.empty()) {
    const std::size_t comma = std::min(value.find(','), value.size());
    add_author(document, value.substr(0, comma));
    value.remove_prefix(std::min(comma + 1, value.size()));
  }
}

// A line of the list below `author:`: "- A. Smith" or "- name: A. Smith", or "name:" on a later line of the item.
void read_author_line(RawDocument& document, std::string_view line) {
  const bool item = line.starts_with("- ");
  if (item) line = text::trim(line.substr(2));
  const std::string_view key = key_of(line);
  if (key == "name" || key == "literal") return add_author(document, line.substr(key.size() + 1));
  if (item && key.empty()) add_author(document, line);
}

}  // namespace

std::size_t read_metadata(std::string_view text, const std::vector<Line>& lines, RawDocument& document) {
  const auto line = [&](std::size_t i) { return slice(text, lines[i].span); };
  if (lines.size() < 3 || text::trim(line(0)) != "---" || !line(0).starts_with("---")) return 0;
  if (key_of(line(1)).empty()) return 0;
  std::size_t end = 1;
  const std::size_t most = std::min(lines.size(), longest_head);
  while (end < most && text::trim(line(end)) != "---" && text::trim(line(end)) != "...") ++end;
  if (end == most) return 0;
  bool in_authors = false;
  for (std::size_t i = 1; i < end; ++i) {
    const std::string_view content = text::trim(line(i));
    if (content.empty() || content.front() == '#') continue;
    const bool nested = line(i).front() == ' ' || line(i).front() == '\t' || line(i).front() == '-';
    if (nested) {
      if (in_authors) read_author_line(document, content);
      continue;
    }
    const std::string_view key = key_of(line(i));
    const std::string_view value = key.empty() ? std::string_view{} : text::trim(line(i).substr(key.size() + 1));
    in_authors = key == "author" || key == "authors";
    if (key == "title") document.title = scalar(value);
    if (!in_authors || value.empty()) continue;
    value.front() == '[' ? add_flow_list(document, value) : add_author(document, value);
  }
  return end + 1;
}

}  // namespace citegraph::document
