// What the readers of records put into works alike.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "citegraph/work.hpp"

namespace citegraph::bibliography::records {

// A DOI as databases print it, with or without its resolver, in lower case; empty for what is none.
std::string normal_doi(std::string_view printed);

// "2018-02-13", "2018-02", "2018"; nothing for what is none.
std::optional<Date> iso_date(std::string_view text);

// "123-45" or "123"; empty without a first page.
std::string page_range(std::string_view first, std::string_view last);

struct TypeRow {
  std::string_view name;
  WorkType type;
};

// The row of `name`, else `document`.
WorkType type_of(std::span<const TypeRow> table, std::string_view name);

}  // namespace citegraph::bibliography::records
