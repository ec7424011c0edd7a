#include "work/date_events.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "text/ascii.hpp"
#include "work/date_words.hpp"

namespace citegraph::work {
namespace {

using DateTokens = std::vector<DateToken>;

std::optional<DateEvent> numeric_date(const DateTokens& tokens, std::size_t i);
std::optional<DateEvent> ideographic_date(const DateTokens& tokens, std::size_t i);
std::optional<DateEvent> dashed_date(const DateTokens& tokens, std::size_t i);
std::optional<DateEvent> year_at(const DateTokens& tokens, std::size_t i);
bool is_days_run_together(const DateTokens& tokens, std::size_t i);
std::optional<DateEvent> month_at(const DateTokens& tokens, std::size_t i, std::size_t after_last_event);
std::optional<DateEvent> season_at(const DateTokens& tokens, std::size_t i);
std::optional<DateEvent> abbreviated_year(const DateTokens& tokens, const DateEvent& year);

}  // namespace

std::vector<DateEvent> find_date_events(const DateTokens& tokens) {
  std::vector<DateEvent> events;
  int depth = 0;
  for (std::size_t i = 0; i < tokens.size();) {
    if (tokens[i].kind == DateTokenKind::open) ++depth;
    if (tokens[i].kind == DateTokenKind::close && depth > 0) --depth;
    std::optional<DateEvent> event;
    if (tokens[i].kind == DateTokenKind::number) {
      event = numeric_date(tokens, i);
      if (!event) event = dashed_date(tokens, i);
      if (!event) event = ideographic_date(tokens, i);
      if (!event && !is_days_run_together(tokens, i)) event = year_at(tokens, i);
    } else if (tokens[i].kind == DateTokenKind::word) {
      event = month_at(tokens, i, events.empty() ? 0 : events.back().end);
      if (!event) event = season_at(tokens, i);
    }
    if (!event) {
      ++i;
      continue;
    }
    event->bracketed = depth > 0;
    i = std::max(event->end, i + 1);
    events.push_back(std::move(*event));
    if (events.back().date.month == 0 && events.back().date.season == 0) {
      if (std::optional<DateEvent> second = abbreviated_year(tokens, events.back())) {
        second->bracketed = depth > 0;
        i = second->end;
        events.push_back(std::move(*second));
      }
    }
  }
  return events;
}

namespace {

CalendarDate calendar_date(int year, int month, int day) {
  CalendarDate date;
  date.year = static_cast<std::int16_t>(year);
  date.month = static_cast<std::uint8_t>(month);
  date.day = static_cast<std::uint8_t>(day);
  return date;
}

bool is_month_and_day(int month, int day) noexcept { return month >= 1 && month <= 12 && day >= 1 && day <= 31; }

// 2010-08-30, 30/08/2010, 30.08.10, 08/30/2010, 08/2010, 2010/08, 20100830.
std::optional<DateEvent> numeric_date(const DateTokens& tokens, std::size_t i) {
  DateEvent event;
  event.first = i;
  const DateToken& a = tokens[i];
  if (a.digits == 8) {
    const int year = a.value / 10000;
    const int month = a.value / 100 % 100;
    if (year < first_year || year > last_year || !is_month_and_day(month, a.value % 100)) return std::nullopt;
    event.date = calendar_date(year, month, a.value % 100);
    event.end = i + 1;
    return event;
  }
  if (a.digits == 6 && a.value / 10000 <= 12 && a.value / 10000 > 0) {  // 122013
    const int year = a.value % 10000;
    if (year < first_year || year > last_year || tokens.size() > 1) return std::nullopt;
    event.date = calendar_date(year, a.value / 10000, 0);
    event.end = i + 1;
    return event;
  }
  if (a.digits == 5 && tokens.size() == 1) {  // 19552: the second edition of 1955, its superscript lost
    const int year = a.value / 10;
    if (year < first_year || year > last_year || a.value % 10 < 2) return std::nullopt;
    event.date = calendar_date(year, 0, 0);
    event.end = i + 1;
    return event;
  }
  const bool separated = i + 2 < tokens.size() && is_kind(tokens, i + 2, DateTokenKind::number) &&
                         is_glued(tokens, i + 1) && is_glued(tokens, i + 2);
  if (!separated || a.digits > 4) return std::nullopt;
  const DateTokenKind separator = tokens[i + 1].kind;
  if (separator != DateTokenKind::dash && separator != DateTokenKind::slash && separator != DateTokenKind::dot)
    return std::nullopt;
  const DateToken& b = tokens[i + 2];
  const bool three = is_kind(tokens, i + 3, separator) && is_kind(tokens, i + 4, DateTokenKind::number) &&
                     is_glued(tokens, i + 3) && is_glued(tokens, i + 4);
  if (three) {
    const DateToken& c = tokens[i + 4];
    event.end = i + 5;
    if (is_year(a) && b.digits <= 2 && c.digits <= 2 && is_month_and_day(b.value, c.value)) {
      event.date = calendar_date(a.value, b.value, c.value);
      return event;
    }
    int year = c.value;
    if (c.digits == 2 && separator != DateTokenKind::dash) year += year <= 40 ? 2000 : 1900;
    if (a.digits > 2 || b.digits > 2 || year < first_year || year > last_year) return std::nullopt;
    if (is_month_and_day(b.value, a.value)) {  // day first, as all the world but the United States
      event.date = calendar_date(year, b.value, a.value);
      return event;
    }
    if (is_month_and_day(a.value, b.value)) {
      event.date = calendar_date(year, a.value, b.value);
      return event;
    }
    return std::nullopt;
  }
  event.end = i + 3;
  if (a.digits <= 2 && is_year(b) && a.value >= 1 && a.value <= 12) {
    event.date = calendar_date(b.value, a.value, 0);
    return event;
  }
  // 2010-08 is a month, but 2005-08 a range: its second part is larger than the first year's end.
  const bool month_follows = is_year(a) && b.digits == 2 && b.value >= 1 && b.value <= 12;
  if (month_follows && (b.value <= a.value % 100 || separator == DateTokenKind::dot)) {
    event.date = calendar_date(a.value, b.value, 0);
    return event;
  }
  return std::nullopt;
}

// 2010年8月30日, 2010년 8월
std::optional<DateEvent> ideographic_date(const DateTokens& tokens, std::size_t i) {
  const auto counts = [&tokens](std::size_t at, std::string_view chinese, std::string_view korean) {
    return is_kind(tokens, at, DateTokenKind::number) &&
           (is_word(tokens, at + 1, chinese) || is_word(tokens, at + 1, korean));
  };
  if (!counts(i, "年", "년") || tokens[i].digits != 4) return std::nullopt;
  DateEvent event;
  event.first = i;
  event.end = i + 2;
  event.date = calendar_date(tokens[i].value, 0, 0);
  if (counts(i + 2, "月", "월") && tokens[i + 2].value >= 1 && tokens[i + 2].value <= 12) {
    event.date.month = static_cast<std::uint8_t>(tokens[i + 2].value);
    event.end = i + 4;
    const bool day = counts(i + 4, "日", "일") || counts(i + 4, "号", "号");
    if (day && is_day(tokens, i + 4)) {
      event.date.day = static_cast<std::uint8_t>(tokens[i + 4].value);
      event.end = i + 6;
    }
  }
  return event;
}

enum class Era : std::uint8_t { none, before, common };

// The era printed from token `i` on, and where it ends: "BC", "B.C.", "v. Chr.", "AD".
std::pair<Era, std::size_t> era_at(const DateTokens& tokens, std::size_t i) {
  std::string joined;
  for (int words = 0; words < 3 && i < tokens.size();) {
    if (tokens[i].kind == DateTokenKind::dot || tokens[i].kind == DateTokenKind::dash) {
      ++i;
      continue;
    }
    if (tokens[i].kind != DateTokenKind::word || tokens[i].folded.size() > 9) break;
    joined += tokens[i].folded;
    ++i;
    ++words;
    if (joined == "a" || joined == "av" || joined == "v" || joined == "b" || joined == "avj" || joined == "bc") {
      if (joined != "bc") continue;
      const bool longer = is_kind(tokens, i, DateTokenKind::dot) && is_word(tokens, i + 1, "e");
      return {Era::before, longer ? i + 2 : i};
    }
    if (is_bc_mark(joined)) return {Era::before, i};
    if (joined == "ad" || joined == "ce" || joined == "dc" || joined == "nchr") return {Era::common, i};
    break;
  }
  return {Era::none, i};
}

// The number at `i` as a year, with its letter, its era and the marks of doubt around it.
std::optional<DateEvent> year_at(const DateTokens& tokens, std::size_t i) {
  const DateToken& token = tokens[i];
  if (token.kind != DateTokenKind::number || token.digits > 4 || token.value == 0) return std::nullopt;
  DateEvent event;
  event.first = i;
  event.end = i + 1;
  int year = token.value;
  const auto [era, era_end] = era_at(tokens, i + 1);
  const bool era_before = i > 0 && (is_word(tokens, i - 1, "ad") || (i > 1 && is_word(tokens, i - 2, "ad")));
  if (era != Era::none) {
    if (era == Era::before) year = -year;
    event.end = era_end;
  } else if (!is_year(token) && !era_before) {
    return std::nullopt;
  }
  event.date.year = static_cast<std::int16_t>(year);
  const std::size_t next = i + 1;
  if (era == Era::none && is_kind(tokens, next, DateTokenKind::word)) {
    const std::string& letters = tokens[next].folded;
    const bool last_letter = next + 1 == tokens.size();
    const bool one_letter = letters.size() == 1 && text::is_ascii_lower(letters[0]);
    if (one_letter && letters != "s" && (is_glued(tokens, next) || last_letter)) {
      event.suffix = letters;
      event.end = next + 1;
    } else if (letters == "s" && is_glued(tokens, next)) {
      event.circa = true;  // the 1990s
      event.end = next + 1;
    }
  }
  if (event.end < tokens.size() && tokens[event.end].mark == U'?') event.circa = true;
  std::size_t before = i;
  if (before > 0 && tokens[before - 1].kind == DateTokenKind::dot) --before;
  if (before > 0 && tokens[before - 1].kind == DateTokenKind::word && is_circa(tokens[before - 1].folded)) {
    const bool copyright = before == i && is_glued(tokens, i) && tokens[before - 1].folded == "c";  // "c1998"
    event.circa = event.circa || !copyright;
  }
  if (i > 0 && tokens[i - 1].mark == U'~') event.circa = true;
  return event;
}

// Nothing else is meant by these, even behind a blank.
bool is_english_ordinal_mark(const DateTokens& tokens, std::size_t i) {
  return is_word(tokens, i, "st") || is_word(tokens, i, "nd") || is_word(tokens, i, "rd") || is_word(tokens, i, "th");
}

bool is_ordinal_mark(const DateTokens& tokens, std::size_t i) {
  static constexpr std::array<std::string_view, 5> marks = {"er", "o", "a", "e", "eme"};
  if (i >= tokens.size() || is_english_ordinal_mark(tokens, i)) return i < tokens.size();
  if (!is_glued(tokens, i)) return false;
  if (tokens[i].kind != DateTokenKind::word) return tokens[i].mark == U'º' || tokens[i].mark == U'°';
  return std::find(marks.begin(), marks.end(), tokens[i].folded) != marks.end();
}

bool is_filler(const DateTokens& tokens, std::size_t i) {
  static constexpr std::array<std::string_view, 9> words = {"of", "de", "the", "den", "del", "di", "d", "o", "em"};
  if (tokens[i].kind == DateTokenKind::dot || tokens[i].kind == DateTokenKind::comma) return true;
  if (tokens[i].kind == DateTokenKind::word) {
    return std::find(words.begin(), words.end(), tokens[i].folded) != words.end() || is_ordinal_mark(tokens, i);
  }
  return tokens[i].mark == U'º' || tokens[i].mark == U'°';
}

bool is_time(const DateTokens& tokens, std::size_t i) {
  return (i + 1 < tokens.size() && tokens[i + 1].mark == U':') || (i > 0 && tokens[i - 1].mark == U':');
}

constexpr std::size_t most_fillers = 3;

// "18-20 July", "26th - 30th August": the day before the one that `event` starts with.
void read_first_day_of_range(const DateTokens& tokens, std::size_t after_last_event, DateEvent& event) {
  std::size_t at = event.first;
  if (at <= after_last_event + 1) return;
  --at;
  if (!is_kind(tokens, at, DateTokenKind::dash) && !is_kind(tokens, at, DateTokenKind::slash)) return;
  --at;
  if (at > after_last_event && is_ordinal_mark(tokens, at)) --at;
  if (!is_day(tokens, at)) return;
  event.range_days = -tokens[at].value;
  event.first = at;
}

// "1213 March 2009": a dash was lost between two days.
std::optional<DateEvent> days_run_together(const DateTokens& tokens, std::size_t month, std::size_t after_last_event) {
  if (month == 0 || month <= after_last_event || !is_kind(tokens, month - 1, DateTokenKind::number))
    return std::nullopt;
  const DateToken& number = tokens[month - 1];
  const int first = number.value / 100;
  const int last = number.value % 100;
  if (number.digits != 4 || first < 1 || first >= last || last > 31) return std::nullopt;
  DateEvent event;
  event.first = month - 1;
  event.end = month + 1;
  event.date = calendar_date(0, month_of(tokens[month].folded), last);
  event.range_days = -first;
  return event;
}

// Only where the year stands behind the month: "1213 March" alone is of the Middle Ages.
bool is_days_run_together(const DateTokens& tokens, std::size_t i) {
  if (!is_kind(tokens, i + 1, DateTokenKind::word) || month_of(tokens[i + 1].folded) == 0) return false;
  if (!days_run_together(tokens, i + 1, i)) return false;
  const std::size_t next = is_kind(tokens, i + 2, DateTokenKind::comma) ? i + 3 : i + 2;
  return next < tokens.size() && is_year(tokens[next]);
}

// "19-Oct-2017", "19-Oct-17"
std::optional<DateEvent> dashed_date(const DateTokens& tokens, std::size_t i) {
  const std::size_t year = i + 4;
  const bool form = is_day(tokens, i) && is_kind(tokens, i + 1, DateTokenKind::dash) &&
                    is_kind(tokens, i + 2, DateTokenKind::word) && is_kind(tokens, i + 3, DateTokenKind::dash) &&
                    is_kind(tokens, year, DateTokenKind::number) && is_glued(tokens, i + 1) &&
                    is_glued(tokens, i + 2) && is_glued(tokens, i + 3) && is_glued(tokens, year);
  if (!form) return std::nullopt;
  const std::uint8_t month = month_of(tokens[i + 2].folded);
  int value = tokens[year].value;
  if (tokens[year].digits == 2) value += value <= 40 ? 2000 : 1900;
  if (month == 0 || value < first_year || value > last_year) return std::nullopt;
  DateEvent event;
  event.first = i;
  event.end = year + 1;
  event.date = calendar_date(value, month, tokens[i].value);
  return event;
}

// The month named at `i` with the day or days beside it.
std::optional<DateEvent> month_at(const DateTokens& tokens, std::size_t i, std::size_t after_last_event) {
  if (tokens[i].kind != DateTokenKind::word) return std::nullopt;
  DateEvent event;
  event.date.month = month_of(tokens[i].folded);
  if (event.date.month == 0) return std::nullopt;
  event.first = i;
  event.end = i + 1;
  std::size_t left = i;
  for (std::size_t n = 0; n < most_fillers && left > after_last_event && is_filler(tokens, left - 1); ++n) --left;
  if (left > after_last_event && is_day(tokens, left - 1) && !is_time(tokens, left - 1)) {
    event.first = left - 1;
    event.date.day = static_cast<std::uint8_t>(tokens[left - 1].value);
    read_first_day_of_range(tokens, after_last_event, event);
    return event;
  }
  if (std::optional<DateEvent> run_together = days_run_together(tokens, i, after_last_event)) return run_together;
  std::size_t right = i + 1;
  for (std::size_t n = 0; n < most_fillers && right < tokens.size() && is_filler(tokens, right); ++n) ++right;
  if (!is_day(tokens, right) || is_time(tokens, right)) return event;
  event.date.day = static_cast<std::uint8_t>(tokens[right].value);
  event.end = right + 1;
  if (event.end < tokens.size() && is_ordinal_mark(tokens, event.end)) ++event.end;
  if (is_kind(tokens, event.end, DateTokenKind::dash) && is_day(tokens, event.end + 1)) {
    const bool next_month = event.end + 2 < tokens.size() && tokens[event.end + 2].kind == DateTokenKind::word &&
                            month_of(tokens[event.end + 2].folded) != 0;
    if (!next_month) {
      event.range_days = tokens[event.end + 1].value;
      event.end += 2;
    }
  }
  return event;
}

std::optional<DateEvent> season_at(const DateTokens& tokens, std::size_t i) {
  if (tokens[i].kind != DateTokenKind::word) return std::nullopt;
  DateEvent event;
  event.date.season = season_of(tokens[i].folded);
  if (event.date.season == 0) return std::nullopt;
  event.first = i;
  event.end = i + 1;
  return event;
}

// 2005-08, 1996-7, 1998/99: the second year, of the century of the first.
std::optional<DateEvent> abbreviated_year(const DateTokens& tokens, const DateEvent& year) {
  const std::size_t i = year.end + 1;
  const bool range = is_kind(tokens, year.end, DateTokenKind::dash) || is_kind(tokens, year.end, DateTokenKind::slash);
  if (!range || !is_kind(tokens, i, DateTokenKind::number) || year.date.year < first_year) return std::nullopt;
  const int unit = tokens[i].digits == 1 ? 10 : tokens[i].digits == 2 ? 100 : 0;
  if (is_kind(tokens, i + 1, DateTokenKind::word) && month_of(tokens[i + 1].folded) != 0) return std::nullopt;
  if (is_english_ordinal_mark(tokens, i + 1)) return std::nullopt;
  if (unit == 0 || !is_glued(tokens, i) || tokens[i].value <= year.date.year % unit) return std::nullopt;
  DateEvent event;
  event.first = i;
  event.end = i + 1;
  event.date.year = static_cast<std::int16_t>(year.date.year - year.date.year % unit + tokens[i].value);
  if (is_kind(tokens, i + 1, DateTokenKind::word) && is_glued(tokens, i + 1) && tokens[i + 1].folded.size() == 1) {
    event.suffix = tokens[i + 1].folded;
    ++event.end;
  }
  return event;
}

}  // namespace
}  // namespace citegraph::work
