// One line of JSON: a work, or an object that wraps several.
#pragma once

#include <cstdint>
#include <functional>
#include <simdjson.h>
#include <string>
#include <string_view>

#include "citegraph/records.hpp"

#include "bibliography/records/json.hpp"

namespace citegraph::bibliography::records {

using ReadObject = void(JsonObject object, WorkRecord& record);

struct JsonLineResult {
  std::uint32_t records = 0;  // handed over
  std::string error;          // in words; empty where all could be read
  bool repaired = false;      // bytes that are no UTF-8 were read as U+FFFD
};

class JsonLine {
 public:
  // Behind `line`, SIMDJSON_PADDING bytes may be read. What REST interfaces wrap works in is looked into: `message`,
  // `items`, `results`.
  JsonLineResult read(std::string_view line, ReadObject* read_object,
                      const std::function<void(const WorkRecord&)>& sink);

 private:
  simdjson::error_code try_to_read(std::string_view line, JsonLineResult& result);
  void unwrap(JsonObject object, JsonLineResult& result);
  void take(JsonObject object, JsonLineResult& result);

  ReadObject* read_ = nullptr;
  const std::function<void(const WorkRecord&)>* sink_ = nullptr;
  simdjson::dom::parser parser_;
  std::string repaired_;  // a line whose UTF-8 was not valid
  WorkRecord record_;
};

}  // namespace citegraph::bibliography::records
