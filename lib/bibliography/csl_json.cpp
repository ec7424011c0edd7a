#include "citegraph/csl_json.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bibliography/csl_json_value.hpp"
#include "bibliography/keys.hpp"
#include "bibliography/writers.hpp"

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

// All of a date: [year, month, day, season] for each of its ends.
Json exact_value_of(const Date& date) {
  Json json = Json::object();
  const auto put = [&json](const char* member, const std::optional<CalendarDate>& day) {
    if (day) json[member] = Json::array({day->year, day->month, day->day, day->season});
  };
  put("start", date.start);
  put("end", date.end);
  put("original", date.original);
  if (!date.suffix.empty()) json["suffix"] = date.suffix;
  if (!date.literal.empty()) json["literal"] = date.literal;
  if (date.circa) json["circa"] = true;
  return json;
}

std::optional<CalendarDate> exact_day_of(const Json& json, const char* member) {
  const auto place = json.find(member);
  if (place == json.end() || !place->is_array() || place->size() != 4) return std::nullopt;
  std::array<std::int64_t, 4> parts{};
  for (std::size_t i = 0; i < 4; ++i) {
    if (!(*place)[i].is_number_integer()) return std::nullopt;
    parts[i] = (*place)[i].get<std::int64_t>();
    if (parts[i] < (i == 0 ? -32768 : 0) || parts[i] > (i == 0 ? 32767 : 255)) return std::nullopt;
  }
  return CalendarDate{static_cast<std::int16_t>(parts[0]), static_cast<std::uint8_t>(parts[1]),
                      static_cast<std::uint8_t>(parts[2]), static_cast<std::uint8_t>(parts[3])};
}

std::string text_of(const Json& json, const char* member) {
  const auto place = json.find(member);
  if (place == json.end()) return {};
  if (place->is_string()) return place->get<std::string>();
  return place->is_number() ? place->dump() : std::string();
}

bool is_true(const Json& json, const char* member) {
  const auto place = json.find(member);
  if (place == json.end()) return false;
  if (place->is_boolean()) return place->get<bool>();
  if (place->is_number()) return *place != 0;
  const std::string text = place->is_string() ? place->get<std::string>() : std::string();
  return !text.empty() && text != "false" && text != "0";
}

Date exact_date_of(const Json& json) {
  Date date;
  date.start = exact_day_of(json, "start");
  date.end = exact_day_of(json, "end");
  date.original = exact_day_of(json, "original");
  date.suffix = text_of(json, "suffix");
  date.literal = text_of(json, "literal");
  date.circa = is_true(json, "circa");
  return date;
}

int number_of(const Json& json) {
  if (json.is_number_integer()) {
    const auto number = json.get<std::int64_t>();
    return number < -32768 || number > 32767 ? 0 : static_cast<int>(number);
  }
  if (!json.is_string()) return 0;
  const std::string text = json.get<std::string>();
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && number >= -32768 && number <= 32767 ? number : 0;
}

std::optional<CalendarDate> day_of(const Json& parts) {
  if (!parts.is_array() || parts.empty()) return std::nullopt;
  CalendarDate day;
  day.year = static_cast<std::int16_t>(number_of(parts[0]));
  const int month = parts.size() > 1 ? number_of(parts[1]) : 0;
  const int number = parts.size() > 2 ? number_of(parts[2]) : 0;
  if (month >= 1 && month <= 255) day.month = static_cast<std::uint8_t>(month);
  if (number >= 1 && number <= 255) day.day = static_cast<std::uint8_t>(number);
  if (day == CalendarDate{}) return std::nullopt;
  return day;
}

// A date as citation processors write it: parts, or words, or what somebody typed.
std::optional<Date> date_of(const Json& json) {
  if (json.is_string()) return parse_date(json.get<std::string>());
  if (!json.is_object()) return std::nullopt;
  Date date;
  if (const auto parts = json.find("date-parts"); parts != json.end() && parts->is_array() && !parts->empty()) {
    date.start = day_of((*parts)[0]);
    if (date.start && parts->size() > 1) date.end = day_of((*parts)[1]);
  }
  if (const auto season = json.find("season"); season != json.end() && date.start && date.start->month == 0) {
    const int number = number_of(*season);
    if (number >= 1 && number <= 4) date.start->season = static_cast<std::uint8_t>(number);
  }
  date.literal = text_of(json, "literal");
  date.circa = is_true(json, "circa");
  if (!date.start) {
    const std::string raw = text_of(json, "raw");
    const std::string& words = raw.empty() ? date.literal : raw;
    if (std::optional<Date> read = parse_date(words); read && read->start) {
      if (date.circa) read->circa = true;
      return read;
    }
    if (date.literal.empty()) date.literal = raw;
  }
  if (!date.start && date.literal.empty()) return std::nullopt;
  return date;
}

// A program that has no list for "et al." writes it as the last name.
bool is_others(const Name& name) {
  const std::string& text = name.is_literal() ? name.literal : name.family;
  return name.given.empty() && (text == "others" || text == "et al." || text == "et al");
}

// True where `issued` tells of the first publication and no variable of its own does.
bool tells_original(const Work& work) {
  const Date* issued = work.get(DateVariable::issued);
  return issued != nullptr && issued->original && issued->original->year != 0 &&
         work.get(DateVariable::original_date) == nullptr;
}

// CSL has no place for these.
Json custom_of(const Work& work) {
  Json custom = Json::object();
  if (const auto arxiv = work.get(Variable::arxiv); !arxiv.empty()) custom["arxiv"] = arxiv;
  Json others = Json::array();
  for (std::size_t i = 0; i <= static_cast<std::size_t>(NameVariable::reviewed_author); ++i)
    if (const auto variable = static_cast<NameVariable>(i); work.has_others(variable))
      others.push_back(to_string(variable));
  const bool looks_cut = std::any_of(work.names().begin(), work.names().end(),
                                     [](const auto& list) { return is_others(list.second.back()); });
  if (!others.empty() || looks_cut) custom["et-al"] = std::move(others);
  Json exact = Json::object();
  for (const auto& [variable, date] : work.dates()) {
    Date plain = date;
    // These have a variable of their own.
    if (variable == DateVariable::issued) plain.suffix.clear();
    if (const std::optional<Date> read = date_of(value_of(plain)); read != plain)
      exact[std::string(to_string(variable))] = exact_value_of(date);
  }
  if (tells_original(work)) exact["original-date"] = nullptr;  // it is said with `issued`
  if (!exact.empty()) custom["dates"] = std::move(exact);
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
    if (variable == DateVariable::issued && tells_original(work))
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

namespace {

Name name_of(const Json& json) {
  Name name;
  if (json.is_string()) return parse_name(json.get<std::string>());
  name.literal = text_of(json, "literal");
  if (name.is_literal()) return name;
  name.family = text_of(json, "family");
  name.given = text_of(json, "given");
  name.dropping_particle = text_of(json, "dropping-particle");
  name.non_dropping_particle = text_of(json, "non-dropping-particle");
  name.suffix = text_of(json, "suffix");
  return name;
}

template <class Variables>
std::optional<Variables> find_variable(std::string_view name, Variables last) {
  for (int i = 0; i <= static_cast<int>(last); ++i)
    if (to_string(static_cast<Variables>(i)) == name) return static_cast<Variables>(i);
  return std::nullopt;
}

// What older versions of CSL and other programs name otherwise.
std::string_view current_name(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> renamed = {{
      {"shortTitle", "title-short"},
      {"journalAbbreviation", "container-title-short"},
      {"event", "event-title"},
      {"archive-location", "archive_location"},
      {"title-secondary", "volume-title"},
      {"abbreviation", "container-title-short"},
      {"edition-number", "edition"},
      {"pages", "page"},
  }};
  for (const auto& [old, now] : renamed)
    if (old == name) return now;
  return name;
}

void read_names(const Json& list, NameVariable variable, bool may_be_cut, Work& work) {
  if (!list.is_array()) return;
  std::vector<Name> names;
  bool others = false;
  for (const Json& each : list) {
    if (!each.is_object() && !each.is_string()) continue;
    Name name = name_of(each);
    if (may_be_cut && &each == &list.back() && list.size() > 1 && is_others(name)) {
      others = true;
    } else {
      names.push_back(std::move(name));
    }
  }
  work.set_others(variable, others);
  work.set(variable, std::move(names));
}

void read_cut_lists(const Json& variables, Work& work) {
  for (const Json& variable : variables)
    if (variable.is_string())
      if (const auto known = find_variable(variable.get<std::string>(), NameVariable::reviewed_author))
        work.set_others(*known, true);
}

void read_exact_dates(const Json& dates, Work& work) {
  for (const auto& [variable, date] : dates.items())
    if (const auto known = find_variable(variable, DateVariable::submitted))
      work.set(*known, date.is_object() ? std::optional(exact_date_of(date)) : std::nullopt);
}

void read_custom(const Json& custom, Work& work, std::vector<ExtraField>& extra) {
  for (const auto& [name, value] : custom.items()) {
    if (name == "arxiv" && value.is_string()) {
      work.set(Variable::arxiv, value.get<std::string>());
    } else if (name == "et-al" && value.is_array()) {
      read_cut_lists(value, work);
    } else if (name == "dates" && value.is_object()) {
      read_exact_dates(value, work);
    } else if (name == "fields" && value.is_object()) {
      for (const auto& [field, text] : value.items())
        if (text.is_string() && !text.get<std::string>().empty()) extra.push_back({field, text.get<std::string>()});
    } else {
      extra.push_back({name, value.is_string() ? value.get<std::string>() : dump(value)});
    }
  }
}

}  // namespace

Work work_of_csl(const nlohmann::ordered_json& item, std::vector<ExtraField>& extra) {
  Work work;
  std::string suffix;
  const auto own = item.find("custom");
  const bool may_be_cut = own == item.end() || !own->contains("et-al");
  for (const auto& [member, value] : item.items()) {
    const std::string_view name = current_name(member);
    if (name == "id") {
      work.key = text_of(item, "id");
    } else if (name == "type") {
      if (const auto type = value.is_string() ? parse_work_type(value.get<std::string>()) : std::nullopt) {
        work.type = *type;
      } else if (value.is_string() && !value.get_ref<const std::string&>().empty()) {
        extra.push_back({"type", value.get<std::string>()});
      }
    } else if (name == "year-suffix") {
      suffix = text_of(item, "year-suffix");
    } else if (name == "custom" && value.is_object()) {
      continue;
    } else if (const auto names = find_variable(name, NameVariable::reviewed_author)) {
      read_names(value, *names, may_be_cut, work);
    } else if (const auto date = find_variable(name, DateVariable::submitted)) {
      work.set(*date, date_of(value));
    } else if (const auto variable = find_variable(name, Variable::arxiv); variable && value.is_primitive()) {
      if (work.get(*variable).empty()) work.set(*variable, text_of(item, member.c_str()));
    } else if (!value.is_null() && !(value.is_string() && value.get_ref<const std::string&>().empty())) {
      extra.push_back({member, value.is_string() ? value.get<std::string>() : dump(value)});
    }
  }
  if (!suffix.empty()) {
    Date issued = work.get(DateVariable::issued) == nullptr ? Date{} : *work.get(DateVariable::issued);
    issued.suffix = suffix;
    work.set(DateVariable::issued, std::move(issued));
  }
  if (own != item.end() && own->is_object()) read_custom(*own, work, extra);
  return work;
}

}  // namespace bibliography

std::string to_csl_json(const Work& work) { return dump(bibliography::to_csl_value(work)); }

namespace {

template <class ValueAt>
void write_items(std::ostream& out, std::span<const std::string> keys, ValueAt value_at) {
  out << '[';
  for (std::size_t i = 0; i < keys.size(); ++i) {
    Json item = Json::object({{"id", keys[i]}});
    item.update(value_at(i));
    item["id"] = keys[i];
    out << (i == 0 ? "\n" : ",\n") << dump(item);
  }
  out << (keys.empty() ? "]\n" : "\n]\n");
}

}  // namespace

void write_csl_json(std::ostream& out, std::span<const Work> works) {
  const std::vector<std::string> keys = bibliography::unique_keys(works);
  write_items(out, keys, [works](std::size_t i) { return bibliography::to_csl_value(works[i]); });
}

namespace bibliography {

void write_csl_entries(std::ostream& out, const EntriesToWrite& what) {
  write_items(out, what.keys, [&what](std::size_t i) {
    Json item = to_csl_value(what.entries[i]->work);
    for (const ExtraField& field : what.entries[i]->extra) item["custom"]["fields"][field.name] = field.text;
    return item;
  });
}

}  // namespace bibliography
}  // namespace citegraph
