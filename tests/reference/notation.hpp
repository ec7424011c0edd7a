// How the tables of these tests write references.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "citegraph/document.hpp"
#include "citegraph/reference.hpp"

namespace citegraph::test {

// "Smith, J. (2001). *Title*" : the text without the asterisks, and its emphasis marks.
struct Marked {
  std::string text;
  std::vector<Mark> marks;
};

inline Marked read_marked(std::string_view written) {
  Marked out;
  bool inside = false;
  for (const char c : written) {
    if (c != '*') {
      out.text += c;
      continue;
    }
    const std::uint32_t at = static_cast<std::uint32_t>(out.text.size());
    if (inside)
      out.marks.back().span.end = at;
    else
      out.marks.push_back({MarkKind::emphasis, {at, at}, {}});
    inside = !inside;
  }
  return out;
}

// "{author:Smith, J}. {title:On tables}." : the text without braces and labels, and its segments.
struct Labelled {
  std::string text;
  std::vector<Segment> segments;
};

inline Label label_named(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(Label::other); ++i)
    if (to_string(static_cast<Label>(i)) == name) return static_cast<Label>(i);
  return Label::other;
}

inline Labelled read_labelled(std::string_view written) {
  Labelled out;
  while (!written.empty()) {
    const std::size_t open = std::min(written.find('{'), written.size());
    out.text += written.substr(0, open);
    written.remove_prefix(open);
    if (written.empty()) break;
    const std::size_t colon = written.find(':');
    const std::size_t close = written.find('}');
    Segment segment;
    segment.label = label_named(written.substr(1, colon - 1));
    segment.span.start = static_cast<std::uint32_t>(out.text.size());
    out.text += written.substr(colon + 1, close - colon - 1);
    segment.span.end = static_cast<std::uint32_t>(out.text.size());
    segment.confidence = 1.0;
    out.segments.push_back(segment);
    written.remove_prefix(close + 1);
  }
  return out;
}

// "author=Smith, J | date=2001": the segments in order.
inline std::string dump(std::string_view text, const std::vector<Segment>& segments) {
  std::string out;
  for (const Segment& segment : segments) {
    if (!out.empty()) out += " | ";
    out += to_string(segment.label);
    out += '=';
    out += slice(text, segment.span);
  }
  return out;
}

}  // namespace citegraph::test
