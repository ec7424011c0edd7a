// What the readers of JSON records share: values taken if they are of the kind that is expected, and else left alone.
#pragma once

#include <cstdint>
#include <simdjson.h>
#include <string>
#include <string_view>

namespace citegraph::bibliography::records {

using Json = simdjson::dom::element;
using JsonObject = simdjson::dom::object;

// The text of a string; else nothing. The view lives until the next line is parsed.
std::string_view text_of(Json value);
// That of a string, markup and superfluous white space of web pages taken out, or an integer.
std::string clean_text_of(Json value);
// An integer that a number or a string holds; 0 for what is none.
std::int64_t number_of(Json value);

// `take(name, value)` for each member of an object, `take(value)` for each element of an array; nothing for another
// kind of value.
template <class Take>
void each_member(Json value, const Take& take) {
  JsonObject object;
  if (value.get(object) != simdjson::SUCCESS) return;
  for (const auto& [name, member] : object) take(name, member);
}

template <class Take>
void each_element(Json value, const Take& take) {
  simdjson::dom::array array;
  if (value.get(array) != simdjson::SUCCESS) return;
  for (const Json item : array) take(item);
}

// The first string of an array, or the string itself: databases give titles either way.
std::string first_text_of(Json value);

}  // namespace citegraph::bibliography::records
