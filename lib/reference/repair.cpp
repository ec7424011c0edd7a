#include "reference/repair.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

#include "citegraph/date.hpp"

#include "reference/lexicon.hpp"
#include "text/utf8.hpp"

namespace citegraph::reference {

namespace {

bool is_day(std::string_view text) {
  return !text.empty() && text.size() <= 2 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// A comma or a bracket before the number: "Nature 6 June" may be a sixth volume.
bool begins_date(std::string_view before) {
  before = text::trim(before);
  return before.ends_with(',') || before.ends_with('(');
}

bool is_day_of(std::string_view text, const Segment& number, const Segment& date) {
  const bool numbered = number.label == Label::volume || number.label == Label::issue;
  if (!numbered || date.label != Label::date || !is_day(slice(text, number.span))) return false;
  if (date.span.start < number.span.end) return false;
  const std::string_view between = slice(text, {number.span.end, date.span.start});
  if ((between != " " && between != ". ") || !text::is_letter(text::decode_at(text, date.span.start).value))
    return false;
  const std::optional<Date> joined = parse_date(slice(text, {number.span.start, date.span.end}));
  return joined && joined->start && joined->start->day != 0 && begins_date(text.substr(0, number.span.start));
}

// "23 June", "June 23, 2008"
bool is_dated_to_the_day(std::string_view text) {
  const auto has_day = [](const std::optional<Date>& date) { return date && date->start && date->start->day != 0; };
  return has_day(parse_date(text)) || has_day(parse_date(std::string(text) + " 2000"));
}

bool is_among(const std::vector<Segment>& segments, Label label) {
  return std::any_of(segments.begin(), segments.end(), [label](const Segment& s) { return s.label == label; });
}

}  // namespace

void repair_days(std::string_view text, std::vector<Segment>& segments) {
  for (std::size_t i = 0; i + 1 < segments.size(); ++i) {
    if (!is_day_of(text, segments[i], segments[i + 1])) continue;
    segments[i + 1].span.start = segments[i].span.start;
    segments.erase(segments.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

void repair_periodicals(std::string_view text, std::vector<Segment>& segments) {
  for (const Label held : {Label::container_title, Label::publisher_place, Label::genre})
    if (is_among(segments, held)) return;
  for (std::size_t i = 1; i + 1 < segments.size(); ++i) {
    Segment& segment = segments[i];
    if (segment.label != Label::publisher || segments[i - 1].label != Label::title) continue;
    if (segments[i + 1].label != Label::date || !is_dated_to_the_day(slice(text, segments[i + 1].span))) continue;
    if (has_class(classes_in(slice(text, segment.span)), WordClass::institution)) continue;
    segment.label = Label::container_title;
  }
}

}  // namespace citegraph::reference
