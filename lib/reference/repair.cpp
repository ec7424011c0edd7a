#include "reference/repair.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

#include "citegraph/date.hpp"

#include "reference/crf/token.hpp"
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

bool is_name_separator(std::string_view text, const crf::Token& token) {
  if (token.kind == crf::TokenKind::punctuation)
    return token.first == U',' || token.first == U';' || token.first == U'&';
  return has_class(classes_of(slice(text, token.span)), WordClass::conjunction);
}

bool is_initial_word(const crf::Token& token, std::string_view word) {
  return token.kind == crf::TokenKind::word && text::is_upper(token.first) && text::count_code_points(word) == 1;
}

// "A. Birch, B. Cedar, and C": two names or more, all from initials to family name, but for the last, which has no
// family name.
bool lacks_last_family(std::string_view names) {
  std::size_t whole = 0;
  bool begun = false, family = false;
  const std::vector<crf::Token> tokens = crf::tokenize(names);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const crf::Token& token = tokens[i];
    if (is_name_separator(names, token)) {
      if (begun && !family) return false;
      whole += family ? 1 : 0;
      begun = family = false;
      continue;
    }
    if (token.kind == crf::TokenKind::punctuation) continue;
    const bool elided = i + 1 < tokens.size() && text::is_quote(tokens[i + 1].first) && !tokens[i + 1].space_before;
    const bool initial = !elided && is_initial_word(token, slice(names, token.span));
    if (!begun && !initial) return false;
    begun = true;
    family = family || !initial;
  }
  return whole > 0 && begun && !family;
}

bool is_nothing_but_a_stop(std::string_view between) {
  return between.find_first_not_of(". ") == std::string_view::npos;
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

void repair_last_names(std::string_view text, std::vector<Segment>& segments) {
  for (std::size_t i = 0; i + 1 < segments.size(); ++i) {
    Segment& names = segments[i];
    Segment& title = segments[i + 1];
    if (names.label != Label::author || title.label != Label::title || title.span.start < names.span.end) continue;
    if (!is_nothing_but_a_stop(slice(text, {names.span.end, title.span.start}))) continue;
    const std::string_view printed = slice(text, title.span);
    const std::string_view family = text::leading_word(printed);
    const text::CodePoint first = text::decode_at(family, 0);
    const bool name = text::is_upper(first.value) && text::is_lower(text::decode_at(family, first.size).value);
    if (!name || printed.substr(family.size()).find(' ', 1) == std::string_view::npos) continue;
    if (!lacks_last_family(slice(text, names.span))) continue;
    names.span.end = title.span.start + static_cast<std::uint32_t>(family.size());
    title.span.start = names.span.end;
    while (title.span.start < title.span.end && !text::is_word(text::decode_at(text, title.span.start).value))
      title.span.start += text::decode_at(text, title.span.start).size;
  }
}

}  // namespace citegraph::reference
