#include "text/line_index.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace citegraph::text {
namespace {

// Columns are counted from the last of these steps, so that a place far into a line of megabytes costs no more.
constexpr std::uint32_t step = 256;

}  // namespace

LineIndex::LineIndex(std::string_view text) {
  starts_.push_back(0);
  std::uint32_t count = 0;
  std::size_t i = 0;
  while (i < text.size()) {
    if (i / step >= counts_.size()) counts_.push_back({static_cast<std::uint32_t>(i), count});
    const CodePoint c = decode_at(text, i);
    i += c.size;
    ++count;
    if (c.value == '\n' || (c.value == '\r' && (i >= text.size() || text[i] != '\n')))
      starts_.push_back(static_cast<std::uint32_t>(i));
  }
}

Position LineIndex::position(std::string_view text, std::uint32_t offset) const noexcept {
  offset = std::min(offset, static_cast<std::uint32_t>(text.size()));
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  if (after == starts_.begin()) return {};
  const std::uint32_t start = *(after - 1);
  return {static_cast<std::uint32_t>(after - starts_.begin()),
          code_points_before(text, offset) - code_points_before(text, start) + 1};
}

std::string_view LineIndex::line(std::string_view text, std::uint32_t number) const noexcept {
  if (number == 0 || number > line_count()) return {};
  const std::uint32_t start = starts_[number - 1];
  std::size_t end = number < line_count() ? starts_[number] : text.size();
  if (start >= text.size()) return {};
  end = std::min(end, text.size());
  if (number < line_count()) {
    if (end > start && text[end - 1] == '\n') --end;
    if (end > start && text[end - 1] == '\r') --end;
  }
  return text.substr(start, end - start);
}

std::uint32_t LineIndex::line_start(std::uint32_t number) const noexcept {
  if (number == 0 || starts_.empty()) return 0;
  return starts_[std::min(number, line_count()) - 1];
}

std::uint32_t LineIndex::code_points_before(std::string_view text, std::uint32_t offset) const noexcept {
  const auto after = std::upper_bound(counts_.begin(), counts_.end(), offset,
                                      [](std::uint32_t value, const Count& count) { return value < count.offset; });
  if (after == counts_.begin()) return 0;
  Count count = *(after - 1);
  while (count.offset < offset) {
    count.offset += decode_at(text, count.offset).size;
    ++count.code_points;
  }
  return count.offset > offset ? count.code_points - 1 : count.code_points;
}

}  // namespace citegraph::text
