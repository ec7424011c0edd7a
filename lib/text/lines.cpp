#include "text/lines.hpp"

#include "text/utf8.hpp"

namespace citegraph::text {

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  bool page = false;
  std::size_t start = 0;
  const auto end_line = [&](std::size_t end, std::size_t next, bool next_page) {
    lines.push_back({{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)}, page});
    page = next_page;
    start = next;
  };
  while (start < text.size()) {
    const std::size_t end = text.find_first_of("\n\r\f", start);
    if (end == std::string_view::npos) break;
    const bool pair = text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n';
    end_line(end, end + (pair ? 2 : 1), text[end] == '\f');
  }
  if (start < text.size()) end_line(text.size(), text.size(), false);
  return lines;
}

TextSpan trimmed(std::string_view text, TextSpan span) noexcept {
  const std::string_view inner = trim(slice(text, span));
  if (inner.empty()) return {span.start, span.start};
  const auto start = static_cast<std::uint32_t>(inner.data() - text.data());
  return {start, start + static_cast<std::uint32_t>(inner.size())};
}

}  // namespace citegraph::text
