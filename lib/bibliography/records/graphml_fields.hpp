// Attributes of nodes in GraphML, by the names that programs give them, as what they say of a work.
#pragma once

#include <cstdint>
#include <string_view>

#include "citegraph/records.hpp"
#include "citegraph/work.hpp"

namespace citegraph::bibliography::records {

enum class FieldKind : std::uint8_t { none, id, label, text, authors, editors, year, date, type, doi, graphics };

struct GraphmlField {
  FieldKind kind = FieldKind::none;     // `none`: it says nothing of a work
  Variable variable = Variable::title;  // of `text`
};

// "title", "Authors", "year", "container-title" ...; in any case of ASCII.
GraphmlField graphml_field(std::string_view attribute);

// Sets what `value` says; `id` and `label` are not of the work. False where it cannot be read as what it should be.
bool set_field(WorkRecord& record, GraphmlField field, std::string_view value);

}  // namespace citegraph::bibliography::records
