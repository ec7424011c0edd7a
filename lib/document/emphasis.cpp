#include "document/emphasis.hpp"

#include <array>
#include <cstddef>

#include "text/utf8.hpp"

namespace citegraph::document {

// The flanking rules.
std::uint32_t EmphasisMatcher::read(std::uint32_t offset) {
  const char character = text_[offset];
  std::uint32_t end = offset + 1;
  while (end < text_.size() && text_[end] == character) ++end;
  const text::CodePoint before = text::decode_before(text_, offset);
  const text::CodePoint after = text::decode_at(text_, end);
  const bool space_before = before.size == 0 || text::is_space(before.value);
  const bool space_after = after.size == 0 || text::is_space(after.value);
  const bool mark_before = before.size != 0 && text::is_punctuation(before.value);
  const bool mark_after = after.size != 0 && text::is_punctuation(after.value);
  const bool left = !space_after && (!mark_after || space_before || mark_before);
  const bool right = !space_before && (!mark_before || space_after || mark_after);
  Run run{character, left, right, offset, end - offset, end - offset};
  if (character == '_') {
    run.can_open = left && (!right || mark_before);
    run.can_close = right && (!left || mark_after);
  }
  if (run.can_open || run.can_close) runs_.push_back(run);
  return end;
}

// The procedure "process emphasis". Possible openers form a stack, linked by `below`. `floors` remembers, for each kind
// of closer, below what there is no opener for it: that makes it linear.
void EmphasisMatcher::match(std::size_t bottom) {
  const auto base = static_cast<std::int32_t>(bottom) - 1;
  std::array<std::int32_t, 12> floors;
  floors.fill(base);
  std::int32_t top = base;
  for (std::size_t i = bottom; i < runs_.size(); ++i) {
    Run& closer = runs_[i];
    std::int32_t& floor =
        floors[(closer.character == '*' ? 0U : 6U) + (closer.can_open ? 3U : 0U) + closer.original % 3];
    while (closer.can_close && closer.count > 0) {
      const std::int32_t found = find_opener(closer, top, floor);
      if (found <= floor) {
        floor = top;
        break;
      }
      Run& opener = runs_[static_cast<std::size_t>(found)];
      pair(opener, closer);
      top = opener.count > 0 ? found : opener.below;
    }
    if (closer.count > 0 && closer.can_open) {
      closer.below = top;
      top = static_cast<std::int32_t>(i);
    }
  }
  runs_.erase(runs_.begin() + static_cast<std::ptrdiff_t>(bottom), runs_.end());
}

std::int32_t EmphasisMatcher::find_opener(const Run& closer, std::int32_t top, std::int32_t floor) const {
  while (top > floor) {
    const Run& opener = runs_[static_cast<std::size_t>(top)];
    // The rule of three: "*foo**bar*" is one emphasis.
    const bool odd = (opener.can_close || closer.can_open) && (opener.original + closer.original) % 3 == 0 &&
                     (opener.original % 3 != 0 || closer.original % 3 != 0);
    if (opener.character == closer.character && opener.can_open && !odd) return top;
    top = opener.below;
  }
  return top;
}

void EmphasisMatcher::pair(Run& opener, Run& closer) {
  const std::uint32_t used = opener.count >= 2 && closer.count >= 2 ? 2 : 1;
  const std::uint32_t opener_end = opener.start + opener.count;
  if (opener_end < closer.start)
    marks_.push_back({used == 2 ? MarkKind::strong : MarkKind::emphasis, {opener_end, closer.start}, {}});
  edits_.push_back({{opener_end - used, opener_end}, {}});
  edits_.push_back({{closer.start, closer.start + used}, {}});
  opener.count -= used;
  closer.count -= used;
  closer.start += used;
}

}  // namespace citegraph::document
