#include <algorithm>

#include "reference/type/description.hpp"
#include "reference/type/type.hpp"
#include "text/fold.hpp"

namespace citegraph::reference {

namespace {

bool ends_in_word_in(std::string_view before) {
  const std::string words = text::fold_words(before.size() > 12 ? before.substr(before.size() - 12) : before);
  const std::size_t blank = words.rfind(' ');
  const std::string_view last =
      blank == std::string::npos ? std::string_view(words) : std::string_view(words).substr(blank + 1);
  return last == "in" || last == "em" || last == "dans" || last == "en" || last == "nel";
}

}  // namespace

TypeCues cues_of(std::string_view text, std::span<const Segment> segments, bool emphasised_title) {
  constexpr std::size_t enough = 2000;
  constexpr std::size_t head_size = 120;
  TypeCues cues;
  cues.emphasised_title = emphasised_title;
  std::string around;
  std::uint32_t at = 0;
  const auto add_until = [&](std::uint32_t end) {
    if (end > at && around.size() < enough) around += slice(text, {at, end});
    around += " | ";
  };
  for (const Segment& segment : segments) {
    if (segment.label == Label::container_title && ends_in_word_in(text.substr(0, segment.span.start)))
      cues.in_before_container = true;
    const bool named = segment.label == Label::author || segment.label == Label::editor ||
                       segment.label == Label::title || segment.label == Label::container_title ||
                       segment.label == Label::collection_title || segment.label == Label::url ||
                       segment.label == Label::doi || segment.label == Label::publisher;
    if (!named || segment.span.start < at) continue;
    add_until(segment.span.start);
    at = segment.span.end;
  }
  add_until(static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), at + enough)));
  cues.words = text::Words(around);
  if (const std::string brackets = bracketed(text.substr(0, enough)); !brackets.empty())
    cues.in_brackets = text::Words(brackets);
  cues.described = described_type(text::Words(text, enough)).value_or(WorkType::document);
  std::string_view head = text;
  if (!segments.empty() && segments.front().label == Label::citation_number)
    head = text.substr(std::min<std::size_t>(segments.front().span.end, text.size()));
  while (!head.empty() && (head.front() == ' ' || head.front() == ']' || head.front() == '.' || head.front() == '*'))
    head.remove_prefix(1);
  cues.head = std::string(head.substr(0, head_size));
  return cues;
}

}  // namespace citegraph::reference
