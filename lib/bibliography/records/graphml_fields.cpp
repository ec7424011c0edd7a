#include "bibliography/records/graphml_fields.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "bibliography/records/work_fields.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace citegraph::bibliography::records {
namespace {

struct FieldRow {
  std::string_view name;
  GraphmlField field;
};

// Beside the names of CSL's variables. igraph keeps the names of vertices as `name`, yEd and Gephi as `label`.
constexpr FieldRow field_rows[] = {
    {"id", {FieldKind::id, {}}},
    {"label", {FieldKind::label, {}}},
    {"name", {FieldKind::label, {}}},
    {"author", {FieldKind::authors, {}}},
    {"authors", {FieldKind::authors, {}}},
    {"editor", {FieldKind::editors, {}}},
    {"editors", {FieldKind::editors, {}}},
    {"year", {FieldKind::year, {}}},
    {"publication_year", {FieldKind::year, {}}},
    {"date", {FieldKind::date, {}}},
    {"issued", {FieldKind::date, {}}},
    {"publication_date", {FieldKind::date, {}}},
    {"type", {FieldKind::type, {}}},
    {"doi", {FieldKind::doi, {}}},
    {"journal", {FieldKind::text, Variable::container_title}},
    {"venue", {FieldKind::text, Variable::container_title}},
    {"pages", {FieldKind::text, Variable::page}},
};

// "1992", and "1992.0" of programs that know only floating-point numbers.
std::optional<Date> year_of(std::string_view value) {
  CalendarDate date;
  const char* const end = value.data() + value.size();
  auto [stop, problem] = std::from_chars(value.data(), end, date.year);
  if (problem != std::errc() || date.year == 0) return std::nullopt;
  if (stop != end && *stop == '.') stop = std::find_if(stop + 1, end, [](char c) { return c != '0'; });
  if (stop != end) return std::nullopt;
  Date year;
  year.start = date;
  return year;
}

std::vector<Name> names_of(std::string_view value) {
  if (value.find(';') == std::string_view::npos) return parse_names(value).names;
  std::vector<Name> names;
  while (!value.empty()) {
    const std::size_t end = std::min(value.find(';'), value.size());
    if (const std::string_view name = text::trim(value.substr(0, end)); !name.empty())
      names.push_back(parse_name(name));
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return names;
}

bool set_date(WorkRecord& record, const std::optional<Date>& date) {
  if (date) record.work.set(DateVariable::issued, *date);
  return date.has_value();
}

}  // namespace

GraphmlField graphml_field(std::string_view attribute) {
  const std::string name = text::ascii_lower_case(attribute);
  for (const FieldRow& row : field_rows)
    if (row.name == name) return row.field;
  for (int v = 0; v <= static_cast<int>(Variable::arxiv); ++v)
    if (text::ascii_lower_case(to_string(static_cast<Variable>(v))) == name)
      return {FieldKind::text, static_cast<Variable>(v)};
  return {};
}

bool set_field(WorkRecord& record, GraphmlField field, std::string_view value) {
  Work& work = record.work;
  switch (field.kind) {
    case FieldKind::text:
      work.set(field.variable, text::collapse_spaces(value));
      return true;
    case FieldKind::authors:
      work.set(NameVariable::author, names_of(value));
      return true;
    case FieldKind::editors:
      work.set(NameVariable::editor, names_of(value));
      return true;
    case FieldKind::year:
      if (work.get(DateVariable::issued) != nullptr) return true;
      return set_date(record, year_of(text::trim(value)));
    case FieldKind::date:
      return set_date(record, iso_date(text::trim(value)));
    case FieldKind::type: {
      const std::optional<WorkType> type = parse_work_type(text::trim(value));
      if (type) work.type = *type;
      return true;  // other programs have types of their own
    }
    case FieldKind::doi: {
      std::string doi = normal_doi(text::trim(value));
      const bool good = !doi.empty();
      work.set(Variable::doi, std::move(doi));
      return good;
    }
    default:
      return true;
  }
}

}  // namespace citegraph::bibliography::records
