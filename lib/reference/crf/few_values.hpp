// Features that have few values: they are numbered one by one, where others are named by hashes.
//
// A number leads to its row without a search, and about half of a token's features are of this kind. Hashes that happen
// to be as low name the same rows; there are four thousand million others.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "reference/crf/attributes.hpp"

namespace citegraph::crf {

// By what they tell; "before" and "after" are the tokens beside.
enum class Few : std::uint8_t {
  bias,
  number_before,
  number,
  number_after,
  numbers_around,
  spaces,
  keyword_at,
  keyword_before,
  keyword_after,
  keyword_before_number,
  keyword_sign_before,
  keyword_sign_after,
  keyword_before_sign,
  keyword_after_sign,
  year,
  in,
  quotes,
  stops,
  bracket,
  from_year,
  to_end,
  from_start,
  numbers_so_far,
  year_quotes_sign,
  in_year_stops,
  commas_stops,
  bracket_number_year,
  style_stops_year,
  style_stops_number,
  rule,
  rule_before,
  rule_after,
  rule_sign,
  rule_year_quotes,
  rule_style,
  rule_marks,
};

// How many values each part of a feature has; 0 ends them.
struct FewRow {
  Few few;
  std::array<std::uint32_t, 3> sizes;
};

inline constexpr std::uint32_t number_classes = static_cast<std::uint32_t>(NumberClass::mixed) + 1;
inline constexpr std::uint32_t keywords = static_cast<std::uint32_t>(Keyword::place_unknown) + 1;
inline constexpr std::uint32_t marks = static_cast<std::uint32_t>(MarkState::inside) + 1;

inline constexpr FewRow few_rows[] = {
    {Few::bias, {1}},
    {Few::number_before, {number_classes}},
    {Few::number, {number_classes}},
    {Few::number_after, {number_classes}},
    {Few::numbers_around, {number_classes, number_classes, number_classes}},
    {Few::spaces, {2, 2, Sign::count}},
    {Few::keyword_at, {7, keywords}},
    {Few::keyword_before, {keywords, keywords}},
    {Few::keyword_after, {keywords, keywords}},
    {Few::keyword_before_number, {keywords, number_classes}},
    {Few::keyword_sign_before, {keywords, Sign::count}},
    {Few::keyword_sign_after, {keywords, Sign::count}},
    {Few::keyword_before_sign, {keywords, Sign::count}},
    {Few::keyword_after_sign, {keywords, Sign::count}},
    {Few::year, {Context::Place::years}},
    {Few::in, {Context::Place::ins}},
    {Few::quotes, {Context::Place::quotations}},
    {Few::stops, {Context::Place::most_stops + 1}},
    {Few::bracket, {Context::Place::most_brackets + 1}},
    {Few::from_year, {2 * Context::Place::farthest + 1}},
    {Few::to_end, {10}},
    {Few::from_start, {10}},
    {Few::numbers_so_far, {Context::Place::most_numbers + 1, number_classes}},
    {Few::year_quotes_sign, {Context::Place::years, Context::Place::quotations, Sign::count}},
    {Few::in_year_stops, {Context::Place::ins, Context::Place::years, Context::Place::most_stops + 1}},
    {Few::commas_stops, {Context::Place::most_commas + 1, Context::Place::most_stops + 1}},
    {Few::bracket_number_year, {Context::Place::most_brackets + 1, number_classes, Context::Place::years}},
    {Few::style_stops_year, {Context::year_styles, Context::Place::most_stops + 1, Context::Place::years}},
    {Few::style_stops_number, {Context::year_styles, Context::Place::most_stops + 1, number_classes}},
    {Few::rule, {RuleLabel::count}},
    {Few::rule_before, {RuleLabel::count, RuleLabel::count}},
    {Few::rule_after, {RuleLabel::count, RuleLabel::count}},
    {Few::rule_sign, {RuleLabel::count, Sign::count}},
    {Few::rule_year_quotes, {RuleLabel::count, Context::Place::years, Context::Place::quotations}},
    {Few::rule_style, {RuleLabel::count, Context::year_styles}},
    {Few::rule_marks, {RuleLabel::count, marks, marks}},
};
inline constexpr std::size_t few_count = std::size(few_rows);

// The numbers of a feature begin where those of the one before end.
constexpr std::uint32_t few_start(std::size_t feature) {
  std::uint32_t start = 0;
  for (std::size_t i = 0; i < feature; ++i) {
    std::uint32_t values = 1;
    for (const std::uint32_t size : few_rows[i].sizes) values *= size == 0 ? 1 : size;
    start += values;
  }
  return start;
}
inline constexpr std::uint32_t few_numbers = few_start(few_count);

constexpr bool few_rows_are_in_order() {
  for (std::size_t i = 0; i < few_count; ++i)
    if (few_rows[i].few != static_cast<Few>(i)) return false;
  return true;
}
static_assert(few_rows_are_in_order());

// The number of a feature with these values.
template <Few F, class... Values>
constexpr std::uint32_t few_number(Values... values) noexcept {
  constexpr std::size_t feature = static_cast<std::size_t>(F);
  constexpr std::array<std::uint32_t, 3> sizes = few_rows[feature].sizes;
  static_assert(sizes[sizeof...(Values) - 1] != 0 && (sizeof...(Values) == 3 || sizes[sizeof...(Values)] == 0));
  std::uint32_t number = 0;
  std::size_t part = 0;
  ((number = number * sizes[part++] + static_cast<std::uint32_t>(values)), ...);
  constexpr std::uint32_t start = few_start(feature);
  return start + number;
}

}  // namespace citegraph::crf
