#include "document/rich_text.hpp"

#include <algorithm>
#include <utility>

namespace citegraph::document {
namespace {

void shift_marks(std::vector<Mark>& marks, const std::vector<Edit>& edits) {
  std::vector<std::pair<std::uint32_t, std::uint32_t*>> places;
  places.reserve(marks.size() * 2);
  for (Mark& mark : marks) {
    places.emplace_back(mark.span.start, &mark.span.start);
    places.emplace_back(mark.span.end, &mark.span.end);
  }
  std::stable_sort(places.begin(), places.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  OffsetShift shift(edits);
  for (const auto& [offset, place] : places) *place = shift(offset);
  std::erase_if(marks, [](const Mark& mark) { return mark.span.empty(); });
}

}  // namespace

void RichText::copy(std::string_view from, TextSpan span) {
  text.append(slice(from, span));
  map.append(span.size(), {span.start, span.end});
}

void RichText::put(std::string_view replacement, TextSpan source) {
  text.append(replacement);
  map.append_replacement(static_cast<std::uint32_t>(replacement.size()), {source.start, source.end});
}

std::uint32_t OffsetShift::operator()(std::uint32_t offset) {
  for (; next_ < edits_.size() && edits_[next_].span.end <= offset; ++next_)
    shift_ += static_cast<std::int64_t>(edits_[next_].replacement.size()) - edits_[next_].span.size();
  std::int64_t moved = offset + shift_;
  if (next_ < edits_.size() && edits_[next_].span.start < offset) moved = edits_[next_].span.start + shift_;
  return static_cast<std::uint32_t>(moved);
}

void apply_edits(RichText& rich, const std::vector<Edit>& edits) {
  if (edits.empty()) return;
  RichText edited;
  edited.text.reserve(rich.text.size());
  std::uint32_t copied = 0;
  for (const Edit& edit : edits) {
    edited.copy(rich.text, {copied, edit.span.start});
    edited.put(edit.replacement, edit.span);
    copied = edit.span.end;
  }
  edited.copy(rich.text, {copied, static_cast<std::uint32_t>(rich.text.size())});
  edited.map = edited.map.through(rich.map);
  edited.marks = std::move(rich.marks);
  shift_marks(edited.marks, edits);
  rich = std::move(edited);
}

}  // namespace citegraph::document
