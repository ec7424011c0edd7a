#include "bibliography/records/json_line.hpp"

#include <algorithm>
#include <utility>

#include "text/encoding.hpp"
#include "text/utf8.hpp"

namespace citegraph::bibliography::records {
namespace {

using simdjson::error_code;

std::string in_words(error_code error) {
  switch (error) {
    case simdjson::UNCLOSED_STRING:
      return "the JSON is broken: a string is not closed";
    case simdjson::DEPTH_ERROR:
      return "the JSON is nested too deep";
    case simdjson::INCORRECT_TYPE:
      return "the line is no JSON object";
    default:
      return "the JSON is broken";
  }
}

// The name of the first member tells what wraps works from a work itself.
bool is_wrapped(std::string_view line) {
  constexpr std::string_view wrappers[] = {"status", "message", "message-type", "items", "meta", "results"};
  line = text::trim(line.substr(1));
  if (!line.starts_with('"')) return false;
  const std::string_view name = line.substr(1, line.find('"', 1) - 1);
  return std::find(std::begin(wrappers), std::end(wrappers), name) != std::end(wrappers);
}

}  // namespace

void JsonLine::take(JsonObject object, JsonLineResult& result) {
  record_ = {};
  read_(object, record_);
  if (record_.id.empty()) return;
  ++result.records;
  (*sink_)(record_);
}

void JsonLine::unwrap(JsonObject object, JsonLineResult& result) {
  const auto take_items = [&](Json items) {
    each_element(items, [&](Json item) {
      JsonObject work;
      if (item.get(work) == simdjson::SUCCESS) take(work, result);
    });
  };
  bool one_work = false;
  for (const auto& [name, value] : object) {
    if (name == "message-type") one_work = text_of(value) == "work";
    if (name == "items" || name == "results") take_items(value);
    if (name != "message") continue;
    JsonObject message;
    if (one_work && value.get(message) == simdjson::SUCCESS) {
      take(message, result);
    } else {
      each_member(value, [&](std::string_view member, Json items) {
        if (member == "items") take_items(items);
      });
    }
  }
}

error_code JsonLine::try_to_read(std::string_view line, JsonLineResult& result) {
  constexpr bool copy_first = false;  // there is room behind the line
  JsonObject object;
  if (const error_code error = parser_.parse(line.data(), line.size(), copy_first).get(object)) return error;
  if (is_wrapped(line)) {
    unwrap(object, result);
  } else {
    take(object, result);
  }
  return simdjson::SUCCESS;
}

JsonLineResult JsonLine::read(std::string_view line, ReadObject* read_object,
                              const std::function<void(const WorkRecord&)>& sink) {
  read_ = read_object;
  sink_ = &sink;
  JsonLineResult result;
  line = text::trim(line);
  error_code error = try_to_read(line, result);
  if (error == simdjson::UTF8_ERROR) {
    result.repaired = true;
    repaired_ = text::decode(line).text;
    const std::size_t size = repaired_.size();
    repaired_.resize(size + simdjson::SIMDJSON_PADDING);
    error = try_to_read(std::string_view(repaired_).substr(0, size), result);
  }
  if (error != simdjson::SUCCESS) result.error = in_words(error);
  return result;
}

}  // namespace citegraph::bibliography::records
