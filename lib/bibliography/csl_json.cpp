#include "citegraph/csl_json.hpp"

#include <ostream>
#include <string>
#include <vector>

#include "bibliography/csl_json_value.hpp"
#include "bibliography/keys.hpp"

namespace citegraph {
namespace {

using Json = nlohmann::ordered_json;

Json value_of(const Name& name) {
  Json json = Json::object();
  const auto put = [&](const char* member, const std::string& value) {
    if (!value.empty()) json[member] = value;
  };
  if (name.is_literal()) {
    json["literal"] = name.literal;
    return json;
  }
  put("family", name.family);
  put("given", name.given);
  put("dropping-particle", name.dropping_particle);
  put("non-dropping-particle", name.non_dropping_particle);
  put("suffix", name.suffix);
  return json;
}

Json parts_of(const CalendarDate& date) {
  Json parts = Json::array({date.year});
  if (date.month > 0) parts.push_back(date.month);
  if (date.month > 0 && date.day > 0) parts.push_back(date.day);
  return parts;
}

// Date parts begin with a year; a day without one ("18 July") can only be told in words.
Json value_of(const Date& date) {
  Json json = Json::object();
  if (date.has_year()) {
    json["date-parts"] = Json::array({parts_of(*date.start)});
    if (date.end && date.end->year != 0) json["date-parts"].push_back(parts_of(*date.end));
    if (date.start->season > 0 && date.start->month == 0) json["season"] = date.start->season;
  }
  if (!date.literal.empty()) {
    json["literal"] = date.literal;
  } else if (!date.has_year()) {
    json["literal"] = to_string(date);
  }
  if (date.circa) json["circa"] = true;
  return json;
}

// CSL has no place for these.
Json custom_of(const Work& work) {
  Json custom = Json::object();
  if (const auto arxiv = work.get(Variable::arxiv); !arxiv.empty()) custom["arxiv"] = arxiv;
  Json others = Json::array();
  for (const auto& [variable, names] : work.names())
    if (work.has_others(variable)) others.push_back(to_string(variable));
  if (!others.empty()) custom["et-al"] = std::move(others);
  return custom;
}

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

namespace bibliography {

nlohmann::ordered_json to_csl_value(const Work& work) {
  Json json = Json::object();
  if (!work.key.empty()) json["id"] = work.key;
  json["type"] = to_string(work.type);
  for (const auto& [variable, names] : work.names()) {
    Json list = Json::array();
    for (const Name& name : names) list.push_back(value_of(name));
    json[std::string(to_string(variable))] = std::move(list);
  }
  for (const auto& [variable, date] : work.dates()) {
    json[std::string(to_string(variable))] = value_of(date);
    if (variable == DateVariable::issued && date.original && work.get(DateVariable::original_date) == nullptr)
      json["original-date"] = Json{{"date-parts", Json::array({parts_of(*date.original)})}};
  }
  for (const auto& [variable, text] : work.texts())
    if (variable != Variable::arxiv) json[std::string(to_string(variable))] = text;
  if (const Date* issued = work.get(DateVariable::issued); issued != nullptr && !issued->suffix.empty()) {
    json["year-suffix"] = issued->suffix;
  }
  if (Json custom = custom_of(work); !custom.empty()) json["custom"] = std::move(custom);
  return json;
}

}  // namespace bibliography

std::string to_csl_json(const Work& work) { return dump(bibliography::to_csl_value(work)); }

void write_csl_json(std::ostream& out, std::span<const Work> works) {
  const std::vector<std::string> keys = bibliography::unique_keys(works);
  out << '[';
  for (std::size_t i = 0; i < works.size(); ++i) {
    Json item = Json::object({{"id", keys[i]}});
    item.update(bibliography::to_csl_value(works[i]));
    item["id"] = keys[i];
    out << (i == 0 ? "\n" : ",\n") << dump(item);
  }
  out << (works.empty() ? "]\n" : "\n]\n");
}

}  // namespace citegraph
