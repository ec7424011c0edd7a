#include "reference/lines.hpp"

#include <algorithm>
#include <string_view>

#include "text/utf8.hpp"

namespace citegraph::reference {

namespace {

void append_lines(const Document& document, std::uint32_t index, TextSpan span, bool& barrier,
                  std::vector<Line>& lines) {
  bool opens_block = true;
  std::uint32_t start = span.start;
  while (start < span.end) {
    const std::string_view rest = slice(document.text, {start, span.end});
    const std::size_t size = std::min(rest.find('\n'), rest.size());
    const std::string_view line = text::trim(rest.substr(0, size));
    if (!line.empty()) {
      const std::uint32_t line_start = start + static_cast<std::uint32_t>(line.data() - rest.data());
      lines.push_back(
          {{line_start, line_start + static_cast<std::uint32_t>(line.size())}, index, opens_block, barrier});
      opens_block = false;
      barrier = false;
    }
    start += static_cast<std::uint32_t>(size) + 1;
  }
}

int length_of(const Document& document, const Line& line) {
  return static_cast<int>(text::count_code_points(slice(document.text, line.span)));
}

bool has_blank(const Document& document, const Line& line) {
  return slice(document.text, line.span).find(' ') != std::string_view::npos;
}

int first_word_length(std::string_view line) {
  std::size_t end = 0;
  while (end < line.size()) {
    const text::CodePoint c = text::decode_at(line, end);
    if (text::is_space(c.value)) break;
    end += c.size;
  }
  return static_cast<int>(text::count_code_points(line.substr(0, end)));
}

// Breaks inside blocks from which the width of a list can be told.
constexpr std::uint32_t enough_breaks = 20;

Wrapping measure(const Document& document, const std::vector<Line>& lines) {
  // Only an address, which has no blank to break at, is longer than the width.
  std::vector<int> lengths;
  for (std::size_t i = 1; i < lines.size(); ++i)
    if (!lines[i].opens_block && has_blank(document, lines[i - 1]))
      lengths.push_back(length_of(document, lines[i - 1]));
  Wrapping wrapping;
  wrapping.breaks = static_cast<std::uint32_t>(lengths.size());
  if (lengths.size() < 3) return wrapping;
  std::sort(lengths.begin(), lengths.end());
  const int most = lengths[lengths.size() * 9 / 10];
  const int width = *(std::upper_bound(lengths.begin(), lengths.end(), most + most / 12) - 1);
  wrapping.width = static_cast<std::uint32_t>(width);
  if (width < 20 || width > 200) return wrapping;

  std::size_t full = 0;
  std::size_t nearly = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].opens_block) continue;
    const int free = free_space_before(document, lines, i, wrapping);
    full += free <= 0 && has_blank(document, lines[i - 1]) ? 1U : 0U;
    nearly += free > 0 && free * 8 <= width ? 1U : 0U;
  }
  wrapping.wrapped = (full + nearly) * 100 >= lengths.size() * 45;
  wrapping.exact = wrapping.wrapped && nearly * 4 <= full;
  return wrapping;
}

}  // namespace

std::vector<Line> lines_of(const Document& document, const Section& section) {
  std::vector<Line> lines;
  bool barrier = true;
  for (std::uint32_t i = section.first_block; i < section.end_block && i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (block.kind == BlockKind::heading) {
      barrier = true;
      continue;
    }
    const TextSpan span{std::max(block.span.start, section.body.start), std::min(block.span.end, section.body.end)};
    append_lines(document, i, span, barrier, lines);
  }
  return lines;
}

Wrapping measure_wrapping(const Document& document, const std::vector<Line>& lines) {
  const Wrapping list = measure(document, lines);
  if (list.breaks >= enough_breaks) return list;
  const Section all{
      {}, {0, static_cast<std::uint32_t>(document.text.size())}, 0, static_cast<std::uint32_t>(document.blocks.size())};
  const Wrapping whole = measure(document, lines_of(document, all));
  return whole.breaks >= enough_breaks ? whole : list;
}

int free_space_before(const Document& document, const std::vector<Line>& lines, std::size_t i,
                      const Wrapping& wrapping) {
  const int used = length_of(document, lines[i - 1]) + 1 + first_word_length(slice(document.text, lines[i].span));
  return static_cast<int>(wrapping.width) - used + 1;
}

}  // namespace citegraph::reference
