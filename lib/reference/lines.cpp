#include "reference/lines.hpp"

#include <algorithm>
#include <string_view>

#include "reference/entry_shape.hpp"
#include "text/utf8.hpp"

namespace citegraph::reference {

namespace {

// Entries that run on in one line: so long, and with so many years, that one entry is out of the question.
constexpr std::uint32_t long_line = 800;  // bytes
constexpr std::uint32_t many_years = 5;

bool is_number_with_stop(std::string_view word) {
  return word.size() >= 2 && word.size() <= 4 && word.back() == '.' &&
         word.find_first_not_of("0123456789") == word.size() - 1;
}

// Divides the last line before every name that follows the end of a sentence.
void divide_run_on(const Document& document, std::vector<Line>& lines) {
  const TextSpan whole = lines.back().span;
  const std::string_view line = slice(document.text, whole);
  if (line.size() < long_line || count_years(line) < many_years) return;
  for (std::size_t blank = line.find(' '); blank != std::string_view::npos; blank = line.find(' ', blank + 1)) {
    const char before = blank > 0 ? line[blank - 1] : ' ';
    const bool ends = before == '.' || before == ')' || before == ']' || ('0' <= before && before <= '9');
    if (!ends || opening_of(line.substr(blank + 1, 160)) != Opening::names) continue;
    // "... 2001. 12. Smith, J.": the number belongs to the names.
    const std::size_t previous = line.rfind(' ', blank - 1);
    const bool numbered = previous != std::string_view::npos && previous > 0 && line[previous - 1] != ',' &&
                          is_number_with_stop(line.substr(previous + 1, blank - previous - 1));
    const std::size_t at = numbered ? previous : blank;
    const std::uint32_t start = whole.start + static_cast<std::uint32_t>(at) + 1;
    if (start <= lines.back().span.start + 1) continue;
    Line next{{start, whole.end}, lines.back().block, false, true, false};
    lines.back().span.end = start - 1;
    lines.push_back(next);
  }
}

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
          {{line_start, line_start + static_cast<std::uint32_t>(line.size())}, index, opens_block, false, barrier});
      divide_run_on(document, lines);
      opens_block = false;
      barrier = false;
    }
    start += static_cast<std::uint32_t>(size) + 1;
  }
}

// What was printed for a line whose broken words are joined in the text: several lines of print; else nothing.
std::string_view lines_of_print(const Document& document, const Line& line) {
  if (!document.stands_in_source()) return {};
  const SourceSpan span = document.map.to_source(line.span);
  if (span.end > document.source.size() || span.start > span.end) return {};
  const std::string_view print = std::string_view(document.source).substr(span.start, span.end - span.start);
  return print.find('\n') == std::string_view::npos ? std::string_view{} : print;
}

// Of the last line of print.
int length_of(const Document& document, const Line& line) {
  std::string_view printed = slice(document.text, line.span);
  if (const std::string_view print = lines_of_print(document, line); !print.empty())
    printed = text::trim(print.substr(print.rfind('\n') + 1));
  return static_cast<int>(text::count_code_points(printed));
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
    if (!lines[i].opens_block && !lines[i].run_on && has_blank(document, lines[i - 1]))
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
    if (lines[i].opens_block || lines[i].run_on) continue;
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
  const Wrapping whole = measure(document, lines_of(document, whole_document(document)));
  return whole.breaks >= enough_breaks ? whole : list;
}

int free_space_before(const Document& document, const std::vector<Line>& lines, std::size_t i,
                      const Wrapping& wrapping) {
  std::string_view next = slice(document.text, lines[i].span);
  if (const std::string_view print = lines_of_print(document, lines[i]); !print.empty())
    next = print.substr(0, print.find('\n'));
  const int used = length_of(document, lines[i - 1]) + 1 + first_word_length(next);
  return static_cast<int>(wrapping.width) - used + 1;
}

}  // namespace citegraph::reference
