#include "bibliography/bibtex_date_reader.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace citegraph::bibliography {
namespace {

// Exactly `count` digits at `at`; -1 where there are others.
int digits_at(std::string_view text, std::size_t at, std::size_t count) noexcept {
  if (at + count > text.size()) return -1;
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (!text::is_ascii_digit(text[i])) return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

struct EdtfDay {
  CalendarDate date;
  bool circa = false;
};

// "2000", "2000-07", "2000-21", "2000-07-18T10:00", "1850~", "XXXX-07"
std::optional<EdtfDay> read_day(std::string_view text) {
  EdtfDay day;
  while (!text.empty() && (text.back() == '~' || text.back() == '?' || text.back() == '%')) {
    day.circa = true;
    text.remove_suffix(1);
  }
  if (const std::size_t time = text.find('T'); time != std::string_view::npos && time >= 8) text = text.substr(0, time);
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const bool unknown = text.starts_with("XXXX") || text.starts_with("uuuu");
  const int year = unknown ? 0 : digits_at(text, 0, 4);
  if (year < 0) return std::nullopt;
  // EDTF counts years as astronomers do: 0 is 1 BC.
  day.date.year = static_cast<std::int16_t>(unknown ? 0 : negative || year == 0 ? -year - 1 : year);
  text.remove_prefix(4);
  if (text.empty()) return day;
  if (text[0] == '~' || text[0] == '?') {  // "1850~-07"
    day.circa = true;
    text.remove_prefix(1);
  }
  const int month = text[0] == '-' ? digits_at(text, 1, 2) : -1;
  if (month < 0) return std::nullopt;
  if (month >= 21 && month <= 24) {
    day.date.season = static_cast<std::uint8_t>(month - 20);
    return text.size() == 3 ? std::optional(day) : std::nullopt;
  }
  if (month < 1 || month > 12) return std::nullopt;
  day.date.month = static_cast<std::uint8_t>(month);
  if (text.size() == 3) return day;
  const int number = text[3] == '-' ? digits_at(text, 4, 2) : -1;
  if (number < 1 || number > 31 || text.size() != 6) return std::nullopt;
  day.date.day = static_cast<std::uint8_t>(number);
  return day;
}

std::optional<Date> date_in_words(std::string_view text) {
  text = text::trim(text);
  if (text.empty()) return std::nullopt;
  if (std::optional<Date> date = parse_date(text)) return date;
  Date date;
  date.literal = text;
  return date;
}

// One or two numbers, "18", "18–20"; false for anything else.
bool read_numbers(std::string_view text, int& first, int& last) {
  first = last = 0;
  int* target = &first;
  bool any = false;
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint c = text::decode_at(text, i);
    i += c.size;
    if (text::is_digit(c.value)) {
      *target = *target * 10 + static_cast<int>(c.value - U'0');
      if (*target > 31) return false;
      any = true;
    } else if (text::is_dash(c.value) || c.value == U'/') {
      target = &last;
    } else if (!text::is_space(c.value)) {
      return false;
    }
  }
  return any;
}

constexpr std::array<std::string_view, 12> month_names = {"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};

std::uint8_t month_number(std::string_view text) noexcept {
  const auto place = std::find(month_names.begin(), month_names.end(), text);
  return place == month_names.end() ? std::uint8_t{0} : static_cast<std::uint8_t>(place - month_names.begin() + 1);
}

}  // namespace

std::optional<Date> read_edtf_date(std::string_view text) {
  text = text::trim(text);
  const std::size_t slash = text.find('/');
  const std::optional<EdtfDay> start = read_day(text.substr(0, slash));
  if (!start) return date_in_words(text);
  Date date;
  if (start->date != CalendarDate{}) date.start = start->date;
  date.circa = start->circa;
  if (slash == std::string_view::npos) {
    if (!date.start) return std::nullopt;  // "XXXX": not known
    return date;
  }
  const std::string_view last = text.substr(slash + 1);
  if (last.empty() || last == "..") return date;  // still going on
  const std::optional<EdtfDay> end = read_day(last);
  if (!end) return date_in_words(text);
  date.end = end->date;
  return date;
}

std::optional<Date> read_bibtex_date(std::string_view year, std::string_view month, std::string_view day) {
  std::optional<Date> date;
  if (const int number = year.size() == 4 ? digits_at(year, 0, 4) : -1; number > 0) {
    date.emplace();
    date->start.emplace();
    date->start->year = static_cast<std::int16_t>(number);
  } else {
    date = date_in_words(year);
  }
  if (month.empty()) return date;
  if (!date) date.emplace();

  int first_day = 0;
  int last_day = 0;
  const bool days = read_numbers(day, first_day, last_day);
  int first_month = month_number(month);
  int last_month = 0;
  if (first_month != 0 || (read_numbers(month, first_month, last_month) && first_month <= 12 && last_month <= 12)) {
    if (!date->start) date->start.emplace();
    CalendarDate& start = *date->start;
    start.month = static_cast<std::uint8_t>(first_month);
    if (days) start.day = static_cast<std::uint8_t>(first_day);
    if (last_month != 0 || (last_day != 0 && days)) {
      if (!date->end) date->end = start;
      date->end->month = static_cast<std::uint8_t>(last_month != 0 ? last_month : first_month);
      date->end->day = static_cast<std::uint8_t>(last_day);
    }
    return date;
  }
  std::string words(month);
  if (days && last_day == 0 && std::none_of(month.begin(), month.end(), text::is_ascii_digit))
    words = std::string(day) + " " + words;
  const std::optional<Date> more = parse_date(words);
  if (!more || !more->start) return date;
  if (!date->start) {
    date->start = more->start;
    date->end = more->end;
    return date;
  }
  if (date->start->month == 0 && date->start->season == 0) {
    date->start->month = more->start->month;
    date->start->season = more->start->season;
    date->start->day = more->start->day;
    if (more->end && (more->end->month != 0 || more->end->season != 0)) {
      CalendarDate end = *more->end;
      end.year = date->end ? date->end->year : date->start->year;
      date->end = end;
    }
    if (days && last_day != 0 && date->end) {
      date->start->day = static_cast<std::uint8_t>(first_day);
      date->end->day = static_cast<std::uint8_t>(last_day);
    }
  }
  return date;
}

}  // namespace citegraph::bibliography
