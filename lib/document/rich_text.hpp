// A run of text with the map to where it came from and the marks upon it: what blocks are made of on their way into a
// document.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/document.hpp"
#include "citegraph/source_map.hpp"

namespace citegraph::document {

// At most seven bytes: a character, a line break. Markup of megabytes has an edit for every few bytes.
class ShortText {
 public:
  ShortText() = default;
  ShortText(std::string_view text) : size_(static_cast<std::uint8_t>(std::min(text.size(), bytes_.size()))) {
    std::copy_n(text.begin(), size_, bytes_.begin());
  }
  ShortText(const char* text) : ShortText(std::string_view(text)) {}
  operator std::string_view() const noexcept { return {bytes_.data(), size_}; }
  std::size_t size() const noexcept { return size_; }

 private:
  std::array<char, 7> bytes_{};
  std::uint8_t size_ = 0;
};

// A place of a text that is to read otherwise; an empty replacement removes it.
struct Edit {
  TextSpan span;
  ShortText replacement;
};

struct RichText {
  std::string text;
  SourceMap map;
  std::vector<Mark> marks;

  void copy(std::string_view from, TextSpan span);
  void put(std::string_view replacement, TextSpan source);
};

// Applies `edits` (sorted, not overlapping) to `rich`: text, map and marks together. A mark left empty is removed.
void apply_edits(RichText& rich, const std::vector<Edit>& edits);

// Moves offsets of a text to that text after edits. Ask with rising offsets only.
class OffsetShift {
 public:
  explicit OffsetShift(const std::vector<Edit>& edits) : edits_(edits) {}
  std::uint32_t operator()(std::uint32_t offset);

 private:
  const std::vector<Edit>& edits_;
  std::size_t next_ = 0;
  std::int64_t shift_ = 0;
};

}  // namespace citegraph::document
