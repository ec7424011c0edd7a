// What the readers of records put into works alike.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "citegraph/records.hpp"
#include "citegraph/work.hpp"

#include "bibliography/records/json.hpp"

namespace citegraph::bibliography::records {

// A DOI as databases print it, with or without its resolver, in lower case; empty for what is none.
std::string normal_doi(std::string_view printed);

// "2018-02-13", "2018-02", "2018"; nothing for what is none.
std::optional<Date> iso_date(std::string_view text);

// "123-45" or "123"; empty without a first page.
std::string page_range(std::string_view first, std::string_view last);

// Reads one JSON object into a record, member by member.
class ObjectReader {
 public:
  explicit ObjectReader(WorkRecord& record) : record_(record), work_(record.work) {}
  ObjectReader(const ObjectReader&) = delete;
  ObjectReader& operator=(const ObjectReader&) = delete;
  virtual ~ObjectReader() = default;

  void read(JsonObject object) {
    for (const auto& [name, value] : object) take(name, value);
    finish();
  }

 protected:
  virtual void take(std::string_view name, Json value) = 0;
  virtual void finish() = 0;  // once all members are known

  // Leaves what is there where there is nothing to set.
  void set(Variable variable, std::string text) {
    if (!text.empty()) work_.set(variable, std::move(text));
  }

  WorkRecord& record_;
  Work& work_;
};

struct TypeRow {
  std::string_view name;
  WorkType type;
};

// The row of `name`, else `document`.
WorkType type_of(std::span<const TypeRow> table, std::string_view name);

}  // namespace citegraph::bibliography::records
