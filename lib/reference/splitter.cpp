#include "reference/splitter.hpp"

#include <algorithm>
#include <optional>

#include "reference/boundaries.hpp"
#include "reference/entry_shape.hpp"
#include "reference/lines.hpp"
#include "reference/numbering.hpp"
#include "text/utf8.hpp"

namespace citegraph::reference {

namespace {

std::vector<Entry> entries_from(const Document& document, const std::vector<Line>& lines,
                                const std::vector<Start>& starts);

}  // namespace

std::vector<Entry> split_entries(const Document& document, const Section& section) {
  const std::vector<Line> lines = lines_of(document, section);
  if (lines.empty()) return {};
  std::vector<Start> starts = find_numbered_starts(document, lines);
  if (starts.empty()) starts = find_unnumbered_starts(document, lines);
  return entries_from(document, lines, starts);
}

namespace {

// The number of a list item without its bracket or full stop.
std::string bare_label(std::string_view label) {
  const auto outside = [](char32_t c) { return !text::is_word(c); };
  while (!label.empty() && outside(text::decode_at(label, 0).value))
    label.remove_prefix(text::decode_at(label, 0).size);
  while (!label.empty() && outside(text::decode_before(label, label.size()).value))
    label.remove_suffix(text::decode_before(label, label.size()).size);
  return std::string(label);
}

// What is too short or too unlike a reference to be one: a page number, a running head, a rule of dashes.
bool is_debris(std::string_view entry) {
  const std::string_view trimmed = text::trim(entry);
  const bool has_letter = std::any_of(trimmed.begin(), trimmed.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || ('A' <= (c & ~0x20) && (c & ~0x20) <= 'Z');
  });
  return trimmed.size() < 4 || !has_letter;
}

std::vector<Entry> entries_from(const Document& document, const std::vector<Line>& lines,
                                const std::vector<Start>& starts) {
  std::vector<Entry> entries;
  for (std::size_t k = 0; k < starts.size(); ++k) {
    const Start& start = starts[k];
    const std::uint32_t limit = k + 1 < starts.size()               ? starts[k + 1].offset
                                : document.text.size() > UINT32_MAX ? UINT32_MAX
                                                                    : static_cast<std::uint32_t>(document.text.size());
    // The last line that begins before the next start and before a heading.
    std::size_t last = start.line;
    while (last + 1 < lines.size() && lines[last + 1].span.start < limit && !lines[last + 1].after_barrier &&
           last + 1 <= start.last_line)
      ++last;
    Entry entry{{start.offset, std::min(lines[last].span.end, limit)}, start.id};
    entry.span.start = std::min(entry.span.start + start.skip, entry.span.end);
    const std::string_view trimmed = text::trim(slice(document.text, entry.span));
    if (is_debris(trimmed)) continue;
    entry.span.start = static_cast<std::uint32_t>(trimmed.data() - document.text.data());
    entry.span.end = entry.span.start + static_cast<std::uint32_t>(trimmed.size());
    if (entry.id.empty() && lines[start.line].opens_block)
      entry.id = bare_label(document.blocks[lines[start.line].block].label);
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace

}  // namespace citegraph::reference
