#include "bibliography/csl_yaml.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "bibliography/csl_json_value.hpp"
#include "bibliography/yaml.hpp"
#include "text/lines.hpp"
#include "text/utf8.hpp"

namespace citegraph::bibliography {
namespace {

using Json = nlohmann::ordered_json;

// ---- dates: CSL-JSON has them as numbers, YAML as people please

Json date_part(const Json& value) {
  if (!value.is_string()) return nullptr;
  const auto& digits = value.get_ref<const std::string&>();
  const bool number =
      !digits.empty() && digits.size() < 6 && digits.find_first_not_of("-0123456789") == std::string::npos;
  return number ? Json(std::atoi(digits.c_str())) : Json(value);
}

Json date_parts(const Json& date) {
  Json parts = Json::array();
  for (const char* name : {"year", "month", "day"}) {
    const auto found = date.is_object() ? date.find(name) : date.end();
    if (found == date.end()) break;
    parts.push_back(date_part(*found));
  }
  return parts;
}

Json csl_date(const Json& date) {
  if (date.is_string()) return {{"raw", date}};
  Json out = date.is_object() ? date : Json::object();
  Json list = Json::array();
  if (const auto found = out.find("date-parts"); found != out.end() && found->is_array()) {
    for (const Json& each : *found) {
      Json parts = Json::array();
      if (each.is_array())
        for (const Json& part : each) parts.push_back(date_part(part));
      list.push_back(std::move(parts));
    }
  } else if (date.is_array()) {
    for (const Json& each : date) list.push_back(date_parts(each));
  } else if (date.is_object() && date.contains("year")) {
    list.push_back(date_parts(date));
  }
  if (!list.empty()) out["date-parts"] = std::move(list);
  return out;
}

// ---- the items

std::size_t indent_of(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

bool begins_item(std::string_view line) {
  const std::string_view content = line.substr(indent_of(line));
  return content == "-" || content.starts_with("- ");
}

bool is_empty(std::string_view line) {
  const std::string_view content = text::trim(line);
  return content.empty() || content.starts_with('#');
}

// The first list of the text, item by item, each with the blanks before its dash.
std::vector<TextSpan> find_yaml_items(std::string_view text) {
  std::vector<TextSpan> items;
  std::size_t indent = 0;
  for (const text::Line& line : text::split_lines(text)) {
    const std::string_view content = slice(text, line.span);
    if (is_empty(content)) continue;
    if (items.empty()) {
      if (!begins_item(content)) continue;
      indent = indent_of(content);
    }
    if (begins_item(content) && indent_of(content) == indent)
      items.push_back(line.span);
    else if (indent_of(content) > indent)
      items.back().end = line.span.end;
    else
      break;
  }
  return items;
}

}  // namespace

void mend_csl_item(Json& item) {
  for (const char* variable : {"issued", "accessed", "original-date", "event-date", "submitted"})
    if (const auto found = item.find(variable); found != item.end()) *found = csl_date(*found);
  for (auto& [variable, value] : item.items())  // one name in place of a list of them
    if (value.is_object() && (value.contains("family") || value.contains("literal"))) value = Json::array({value});
}

bool looks_like_csl_yaml(std::string_view text) {
  constexpr std::size_t looked_at = 1 << 14;
  text = text.substr(0, looked_at);
  for (const text::Line& line : text::split_lines(text)) {
    const std::string_view content = text::trim(slice(text, line.span));
    if (is_empty(content) || content == "---") continue;
    return content == "references:" || content.starts_with("- id:") || content.starts_with("- type:");
  }
  return false;
}

void read_csl_yaml(Builder& builder) {
  for (TextSpan span : find_yaml_items(builder.text())) {
    const std::string_view item = slice(builder.text(), span);
    Json list = parse_yaml(item);
    span.start += static_cast<std::uint32_t>(indent_of(item));
    if (!list.is_array() || list.size() != 1 || !list.front().is_object()) {
      builder.report("broken-entry", span, "the item is no mapping of names to values");
      builder.skip(span, "broken entry");
      continue;
    }
    mend_csl_item(list.front());
    BibliographyEntry entry;
    entry.work = work_of_csl(list.front(), entry.extra);
    builder.add(std::move(entry), span);
  }
}

}  // namespace citegraph::bibliography
