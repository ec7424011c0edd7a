#include "reference/rules/dates.hpp"

#include <algorithm>

#include "reference/rules/rules.hpp"
#include "text/ascii.hpp"

namespace citegraph::reference::rules {

namespace {

bool is_month(const Draft& draft, std::uint32_t i) {
  return draft.is_word(i) && draft.is(i, WordClass::month) && draft.is_capitalised(i);
}

// Months are in lower case in most Romance languages: they count beside a number.
bool is_any_month(const Draft& draft, std::uint32_t i) { return draft.is_word(i) && draft.is(i, WordClass::month); }

bool is_day(const Draft& draft, std::uint32_t i) { return draft.is_number(i) && draft.printed(i).size() <= 2; }

std::uint32_t skip_ordinal(const Draft& draft, std::uint32_t i) {
  const std::string_view word = draft.word(i);
  return word == "st" || word == "nd" || word == "rd" || word == "th" || word == "o" || word == "de" || word == "of"
             ? i + 1
             : i;
}

// "12", "12-16", "1st", "12 de"
std::uint32_t skip_days(const Draft& draft, std::uint32_t i) {
  std::uint32_t at = i;
  if (!is_day(draft, at)) {
    const std::string_view word = draft.word(at);
    const bool ordinal = word.size() >= 3 && word.size() <= 4 && text::is_ascii_digit(word[0]) &&
                         (word.ends_with("st") || word.ends_with("nd") || word.ends_with("rd") || word.ends_with("th"));
    if (!ordinal) return i;
  }
  ++at;
  if ((draft.is_dash(at) || draft.is(at, U'/')) && is_day(draft, at + 1)) at += 2;
  if (draft.is(at, U'.') && is_any_month(draft, at + 1)) ++at;
  return skip_ordinal(draft, at);
}

std::uint32_t skip_year(const Draft& draft, std::uint32_t i) {
  if (!draft.is_year(i)) return i;
  std::uint32_t at = i + 1;
  if ((draft.is_dash(at) || draft.is(at, U'/')) && !draft.is_dash(at + 1) &&
      (draft.is_year(at + 1) || (is_day(draft, at + 1) && draft.printed(at + 1).size() == 2)))
    at += 2;
  return at;
}

// 18 July 2000, 18 July, 12-16 August 2019; `days` stands behind the days.
DateFound after_days(const Draft& draft, std::uint32_t days) {
  std::uint32_t at = days + 1;
  if (draft.is(at, U'.') && (draft.is_year(at + 1) || draft.is(at + 1, U','))) ++at;
  if (draft.is_dash(at)) {  // 30 August - 2 September 2019
    const std::uint32_t more = skip_days(draft, at + 1);
    if (more != at + 1 && is_any_month(draft, more)) at = more + 1;
  }
  const std::uint32_t comma = draft.is(at, U',') ? at + 1 : skip_ordinal(draft, at);
  const std::uint32_t year = skip_year(draft, comma);
  if (year != comma) return {year, true, true, true};
  return {days + 1, false, true, true};
}

// July 18, 2000; July 2000; July/August 2000; July 18
DateFound from_month(const Draft& draft, std::uint32_t i) {
  std::uint32_t at = i + 1;
  if (draft.is(at, U'.')) ++at;
  if ((draft.is_dash(at) || draft.is(at, U'/')) && is_any_month(draft, at + 1)) at += draft.is(at + 2, U'.') ? 3 : 2;
  const std::uint32_t days = skip_days(draft, at);
  const std::uint32_t comma = draft.is(days, U',') ? days + 1 : skip_ordinal(draft, days);
  const std::uint32_t year = skip_year(draft, comma);
  if (year != comma) return {year, true, true, days != at};
  if (!is_month(draft, i)) return {};
  if (days != at) return {days, false, true, true};
  return {i + 1, false, true, false};
}

// 2018 Jun 1, 2000 July, 2018; "(2000, 18 July)"; "1993 [1580]"
DateFound from_year(const Draft& draft, std::uint32_t i) {
  const std::uint32_t year = skip_year(draft, i);
  if (year == i) return {};
  const std::uint32_t at = draft.is(year, U',') ? year + 1 : year;
  if (is_any_month(draft, at) && (is_month(draft, at) || draft.is_number(at + 1))) {
    const std::uint32_t month_end = draft.is(at + 1, U'.') && draft.is_number(at + 2) ? at + 2 : at + 1;
    const std::uint32_t days = skip_days(draft, month_end);
    return {days, true, true, days != month_end};
  }
  if (at != year) {
    const std::uint32_t days = skip_days(draft, at);
    if (days != at && is_any_month(draft, days)) return {days + 1, true, true, true};
  }
  std::uint32_t end = year;
  if (draft.is(end, U'[') && draft.is_year(end + 1) && draft.is(end + 2, U']')) end += 3;
  return {end, true, false, false};
}

}  // namespace

DateFound match_date(const Draft& draft, std::uint32_t i, std::uint32_t limit) {
  limit = std::min(limit, draft.size());
  if (i >= limit) return {};
  const std::uint32_t days = skip_days(draft, i);
  const DateFound found = days != i && is_any_month(draft, days) ? after_days(draft, days)
                          : is_any_month(draft, i)               ? from_month(draft, i)
                                                                 : from_year(draft, i);
  return found.end <= limit ? found : DateFound{};
}

std::uint32_t match_undated(const Draft& draft, std::uint32_t i, std::uint32_t limit) {
  const auto dotted = [&](std::string_view a, std::string_view b) {
    return draft.word(i) == a && draft.is(i + 1, U'.') && draft.word(i + 2) == b;
  };
  std::uint32_t end = i;
  if (dotted("n", "d") || dotted("s", "d") || dotted("s", "f") || dotted("o", "j"))
    end = draft.is(i + 3, U'.') ? i + 4 : i + 3;
  if (draft.word(i) == "in" &&
      (draft.word(i + 1) == "press" || draft.word(i + 1) == "preparation" || draft.word(i + 1) == "review"))
    end = i + 2;
  if (draft.is(i, WordClass::undated) || draft.word(i) == "nd") end = i + 1;
  return end <= limit ? end : i;
}

void claim_head_date(Draft& draft) {
  std::uint32_t i = draft.head_end;
  // A date after the authors, over punctuation only.
  std::uint32_t at = i;
  while (at < draft.size() && at - i < 4 &&
         (draft.is(at, U'(') || draft.is(at, U'[') || draft.is(at, U',') || draft.is(at, U'.') || draft.is(at, U';')))
    ++at;
  const bool bracketed = at > 0 && (draft.is(at - 1, U'(') || draft.is(at - 1, U'['));
  const std::uint32_t undated = match_undated(draft, at, draft.size());
  if (bracketed && undated != at) {
    draft.claim({at, undated}, Label::date, 0.95);
    draft.head_end = undated;
    return;
  }
  const DateFound date = match_date(draft, at, draft.size());
  if (!date.end || !date.year || !draft.all_open({at, date.end})) return;
  const std::uint32_t next = date.end;
  if (!bracketed) {
    // "Title 2010" is none: a bare year after the names is set off on both sides, or stands where a title begins.
    if (i == 0 && !draft.is_punctuation(next)) return;
    if (draft.is_dash(next) || draft.is(next, U'(')) return;
    if (draft.is(next, U';')) return;
  }
  if (draft.claim({at, date.end}, Label::date, bracketed ? 0.97 : 0.9)) draft.head_end = date.end;
}

namespace {

bool is_set_off(const Draft& draft, std::uint32_t first, std::uint32_t end) {
  const bool before =
      first == 0 || draft.is_punctuation(first - 1) || draft.is_number(first - 1) || !draft.open(first - 1);
  return before && (end >= draft.size() || draft.is_punctuation(end) || !draft.open(end));
}

// The best date of what is left: in brackets before bare ones, later ones before earlier.
void claim_main_date(Draft& draft) {
  Range best;
  int best_score = -1;
  for (std::uint32_t i = draft.head_end; i < draft.size(); ++i) {
    if (!draft.open(i)) continue;
    const DateFound date = match_date(draft, i, draft.size());
    if (!date.end || !draft.all_open({i, date.end})) continue;
    const bool bracketed = i > 0 && draft.is(i - 1, U'(');
    int score = (bracketed ? 4 : 0) + (is_set_off(draft, i, date.end) ? 2 : 0) + (date.month ? 2 : 0);
    if ((i > 0 && draft.is_dash(i - 1)) || draft.is_dash(date.end)) score -= 2;
    if (date.year && score >= best_score) {
      best_score = score;
      best = {i, date.end};
    }
    i = date.end - 1;
  }
  for (std::uint32_t i = draft.head_end + 1; best.empty() && i < draft.size(); ++i) {
    const std::uint32_t undated = match_undated(draft, i, draft.size());
    if (undated != i && draft.all_open({i, undated}) && is_set_off(draft, i, undated)) best = {i, undated};
  }
  if (!best.empty()) draft.claim(best, Label::date, best_score >= 4 ? 0.92 : 0.75);
}

// "18 July", "February", "July 2000" beside a year that stands elsewhere.
void claim_more_dates(Draft& draft) {
  for (std::uint32_t i = draft.head_end; i < draft.size(); ++i) {
    if (!draft.open(i)) continue;
    const DateFound date = match_date(draft, i, draft.size());
    if (!date.end) continue;
    if (date.month && i > 0 && !draft.is(i - 1, U'(') && is_set_off(draft, i, date.end))
      draft.claim({i, date.end}, Label::date, 0.85);
    i = date.end - 1;
  }
}

}  // namespace

void claim_other_dates(Draft& draft) {
  if (!draft.has(Label::date)) claim_main_date(draft);
  if (draft.has(Label::date)) claim_more_dates(draft);
}

}  // namespace citegraph::reference::rules
