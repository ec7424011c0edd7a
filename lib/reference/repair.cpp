#include "reference/repair.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "citegraph/date.hpp"

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

}  // namespace

void repair_days(std::string_view text, std::vector<Segment>& segments) {
  for (std::size_t i = 0; i + 1 < segments.size(); ++i) {
    if (!is_day_of(text, segments[i], segments[i + 1])) continue;
    segments[i + 1].span.start = segments[i].span.start;
    segments.erase(segments.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

}  // namespace citegraph::reference
