/// \file
/// Dates as bibliographies print them: partial, ranged, suffixed, or no date at all.
///
///     assert(parse_date("1997a")->suffix == "a");
///     assert(to_string(*parse_date("18 July 2000")) == "2000-07-18");
///     assert(parse_date("2005-2008")->end->year == 2008);
///     assert(parse_date("in press")->literal == "in press");
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "citegraph/api.hpp"

namespace citegraph {

/// Year, and as much more as is known (0: not known). Years before the common era are negative: -44 is 44 BC.
struct CalendarDate {
  std::int16_t year = 0;    ///< 0: not known.
  std::uint8_t month = 0;   ///< 1-12
  std::uint8_t day = 0;     ///< 1-31
  std::uint8_t season = 0;  ///< 1 spring, 2 summer, 3 autumn, 4 winter
  friend constexpr auto operator<=>(const CalendarDate&, const CalendarDate&) = default;
};

/// A date as a bibliography gives it: a day, month or year, a range, or words.
struct Date {
  std::optional<CalendarDate> start;     ///< The date, or the first day of a range; nothing where there are only words.
  std::optional<CalendarDate> end;       ///< The last day of a range.
  std::optional<CalendarDate> original;  ///< The first publication, as in "2011 [1979]".
  std::string suffix;                    ///< The letter that tells works of one year apart: "a" in "1997a".
  std::string literal;                   ///< "in press", "n.d.", "forthcoming"; normalised to these English terms.
  bool circa = false;                    ///< The year is a guess: "c. 1850", "1850?".

  /// True if a year is known.
  [[nodiscard]] bool has_year() const noexcept { return start.has_value() && start->year != 0; }
  /// The year, or 0 where there is none.
  [[nodiscard]] int year() const noexcept { return start ? start->year : 0; }
  friend auto operator<=>(const Date&, const Date&) = default;
};

/// Reads a date in any common form, in the languages of scholarly publishing; nothing where the text holds none. A day
/// or month without its year ("18 July") is a date whose year is 0: see `merge`.
[[nodiscard]] CITEGRAPH_API std::optional<Date> parse_date(std::string_view text);

/// Fills what `date` lacks from `more`: "2000" and "18 July" give 18 July 2000. A contradiction leaves `date` as it is.
[[nodiscard]] CITEGRAPH_API Date merge(Date date, const Date& more);

/// ISO 8601-2 (EDTF): "1997", "2000-07-18", "2005/2008", "2004-21" (spring), "1850~" (circa), "XXXX-07-18" (no year),
/// "-0043" (44 BC); or the literal. The suffix is not part of it.
[[nodiscard]] CITEGRAPH_API std::string to_string(const Date& date);

}  // namespace citegraph
