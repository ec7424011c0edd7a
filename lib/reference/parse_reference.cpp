#include <algorithm>
#include <vector>

#include "citegraph/reference.hpp"

#include "reference/confidence.hpp"
#include "reference/labeller.hpp"
#include "reference/normaliser/normaliser.hpp"
#include "reference/parts.hpp"
#include "reference/repair.hpp"

namespace citegraph {

namespace {

bool is_emphasised(TextSpan span, std::span<const Mark> marks) {
  return std::any_of(marks.begin(), marks.end(),
                     [&](const Mark& mark) { return mark.kind == MarkKind::emphasis && mark.span.overlaps(span); });
}

// The marks that overlap a part, with offsets into the part.
std::vector<Mark> marks_within(std::span<const Mark> marks, TextSpan part) {
  std::vector<Mark> within;
  for (const Mark& mark : marks) {
    if (!mark.span.overlaps(part)) continue;
    Mark moved = mark;
    moved.span = {std::max(mark.span.start, part.start) - part.start, std::min(mark.span.end, part.end) - part.start};
    within.push_back(std::move(moved));
  }
  return within;
}

}  // namespace

namespace reference {

Reference read_reference(std::string_view text, std::span<const Mark> marks, const Labeller& labeller) {
  Reference out;
  out.span = {0, static_cast<std::uint32_t>(text.size())};
  out.confidence = 1.0;
  for (const TextSpan part : parts_of(text)) {
    const std::string_view printed = slice(text, part);
    const std::vector<Mark> local = marks_within(marks, part);
    Labelled labelled = labeller.label(printed, local);
    std::vector<Segment>& segments = labelled.segments;
    repair_days(printed, segments);
    repair_periodicals(printed, segments);
    repair_last_names(printed, segments);
    out.confidence = std::min(out.confidence, plausible_confidence(printed, segments, labelled.confidence));
    const auto title =
        std::find_if(segments.begin(), segments.end(), [](const Segment& s) { return s.label == Label::title; });
    const bool emphasised = title != segments.end() && is_emphasised(title->span, local);
    out.works.push_back(normalise(printed, segments, emphasised));
    if (out.id.empty())
      for (const Segment& segment : segments)
        if (segment.label == Label::citation_number) out.id = std::string(slice(printed, segment.span));
    for (Segment& segment : segments) {
      segment.span = {segment.span.start + part.start, segment.span.end + part.start};
      out.segments.push_back(segment);
    }
  }
  return out;
}

}  // namespace reference

Reference parse_reference(std::string_view text, std::span<const Mark> marks, const ReadOptions& options) {
  const bool emphasised =
      std::any_of(marks.begin(), marks.end(), [](const Mark& mark) { return mark.kind == MarkKind::emphasis; });
  const reference::Emphasis emphasis = emphasised ? reference::Emphasis::present : reference::Emphasis::absent;
  return reference::read_reference(text, marks, reference::labeller_for(emphasis, options));
}

}  // namespace citegraph
