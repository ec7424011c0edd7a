#include "bibliography/records/json.hpp"

#include <charconv>

#include "text/inline_markup.hpp"
#include "text/utf8.hpp"

namespace citegraph::bibliography::records {

std::string_view text_of(Json value) {
  std::string_view text;
  return value.get(text) == simdjson::SUCCESS ? text : std::string_view();
}

std::string clean_text_of(Json value) {
  std::int64_t number = 0;
  if (value.get(number) == simdjson::SUCCESS) return std::to_string(number);
  const std::string_view text = text_of(value);
  if (text.find_first_of("<&\n\t") == std::string_view::npos && text.find("  ") == std::string_view::npos)
    return std::string(text::trim(text));
  return text::collapse_spaces(text::without_markup(text));
}

std::int64_t number_of(Json value) {
  std::int64_t number = 0;
  if (value.get(number) == simdjson::SUCCESS) return number;
  const std::string_view digits = text_of(value);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc() && end == digits.data() + digits.size() ? number : 0;
}

std::string first_text_of(Json value) {
  if (!value.is_array()) return clean_text_of(value);
  std::string first;
  each_element(value, [&first](Json item) {
    if (first.empty()) first = clean_text_of(item);
  });
  return first;
}

}  // namespace citegraph::bibliography::records
