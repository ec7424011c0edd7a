// A run of text with the map to where it came from and the marks upon it: what blocks are made of on their way into a
// document.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/document.hpp"
#include "citegraph/source_map.hpp"

namespace citegraph::document {

// A place of a text that is to read otherwise; an empty replacement removes it.
struct Edit {
  TextSpan span;
  std::string replacement;
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
