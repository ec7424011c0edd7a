#include "bibliography/bibtex_dates.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace citegraph::bibliography {
namespace {

constexpr std::array<std::string_view, 13> month_macros = {"",    "jan", "feb", "mar", "apr", "may", "jun",
                                                           "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 5> seasons = {"", "Spring", "Summer", "Autumn", "Winter"};
constexpr std::array<int, 13> days_of = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

bool is_leap_year(int year) noexcept { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

CalendarDate valid(CalendarDate date) {
  if (date.month > 12) date.month = 0;
  if (date.season > 4) date.season = 0;
  if (date.month == 0) {
    date.day = 0;
    return date;
  }
  date.season = 0;
  const int days = date.month == 2 && is_leap_year(date.year) ? 29 : days_of[date.month];
  if (date.day > days) date.day = 0;
  return date;
}

Date valid(const Date& date) {
  Date result;
  result.circa = date.circa;
  if (date.start) result.start = valid(*date.start);
  if (date.end) result.end = valid(*date.end);
  const bool keep_end =
      result.end && result.start && result.end->year != 0 && *result.start < *result.end && result.start->year != 0;
  if (!keep_end) result.end.reset();
  return result;
}

std::string year_in_words(int year) { return year < 0 ? std::to_string(-year) + " BC" : std::to_string(year); }

std::string month_of(const CalendarDate& date) {
  if (date.month != 0) return std::string(month_macros[date.month]);
  if (date.season != 0) return "{" + std::string(seasons[date.season]) + "}";
  return {};
}

}  // namespace

std::string edtf_date(const Date& date) {
  const Date clean = valid(date);
  return clean.start ? to_string(clean) : std::string("XXXX");
}

std::string bibtex_year(const Date& date) {
  if (!date.has_year()) return date.literal.empty() ? std::string("n.d.") : date.literal;
  std::string year = date.circa ? "c. " : "";
  year += year_in_words(date.start->year);
  if (date.end && date.end->year > date.start->year && date.end->year != 0) year += "–" + year_in_words(date.end->year);
  return year;
}

std::string bibtex_month(const Date& date) {
  const Date clean = valid(date);
  if (!clean.start) return {};
  std::string month = month_of(*clean.start);
  if (month.empty() || !clean.end) return month;
  const std::string last = month_of(*clean.end);
  return last.empty() || last == month ? month : month + " # \"--\" # " + last;
}

std::string bibtex_day(const Date& date) {
  const Date clean = valid(date);
  if (!clean.start || clean.start->day == 0) return {};
  std::string day = std::to_string(clean.start->day);
  if (clean.end && clean.end->day != 0) day += "--" + std::to_string(clean.end->day);
  return day;
}

}  // namespace citegraph::bibliography
