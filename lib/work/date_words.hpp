// The words of dates: months, seasons, and what is printed in place of a date, in the languages of scholarly
// publishing.
#pragma once

#include <cstdint>
#include <string_view>

namespace citegraph::work {

// 1-12 for the name or usual abbreviation of a month, else 0. `folded` as text::fold_letters gives it.
std::uint8_t month_of(std::string_view folded) noexcept;

// 1 spring, 2 summer, 3 autumn, 4 winter, else 0. The southern year's "Verano" is summer all the same.
std::uint8_t season_of(std::string_view folded) noexcept;

// The English term for what is printed in place of a date: "sd" and "oj" give "n.d.", "noprelo" gives "in press"; else
// empty. `folded` is a whole text without blanks and punctuation.
std::string_view placeholder_of(std::string_view folded) noexcept;

// "c", "ca", "circa", "um", "vers" before a year.
bool is_circa(std::string_view folded) noexcept;

// "to", "bis", "until": between the two ends of a range.
bool is_range_word(std::string_view folded) noexcept;

// "bc", "bce", "vchr" (v. Chr.), "avjc", "ac": after a year before the common era.
bool is_bc_mark(std::string_view folded) noexcept;

}  // namespace citegraph::work
