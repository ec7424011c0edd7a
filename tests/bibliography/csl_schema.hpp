// What CSL's schema of items demands (csl-data.json of CSL 1.0.2): which variables there are, and what each may hold.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace citegraph::test {

using Json = nlohmann::json;

inline bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

inline bool is_csl_type(std::string_view type) {
  return is_one_of(type, {"article",
                          "article-journal",
                          "article-magazine",
                          "article-newspaper",
                          "bill",
                          "book",
                          "broadcast",
                          "chapter",
                          "classic",
                          "collection",
                          "dataset",
                          "document",
                          "entry",
                          "entry-dictionary",
                          "entry-encyclopedia",
                          "event",
                          "figure",
                          "graphic",
                          "hearing",
                          "interview",
                          "legal_case",
                          "legislation",
                          "manuscript",
                          "map",
                          "motion_picture",
                          "musical_score",
                          "pamphlet",
                          "paper-conference",
                          "patent",
                          "performance",
                          "periodical",
                          "personal_communication",
                          "post",
                          "post-weblog",
                          "regulation",
                          "report",
                          "review",
                          "review-book",
                          "software",
                          "song",
                          "speech",
                          "standard",
                          "thesis",
                          "treaty",
                          "webpage"});
}

inline bool is_csl_name_variable(std::string_view name) {
  return is_one_of(
      name,
      {"author",          "chair",     "collection-editor", "compiler",    "composer",           "container-author",
       "contributor",     "curator",   "director",          "editor",      "editorial-director", "executive-producer",
       "guest",           "host",      "interviewer",       "illustrator", "narrator",           "organizer",
       "original-author", "performer", "producer",          "recipient",   "reviewed-author",    "script-writer",
       "series-creator",  "translator"});
}

inline bool is_csl_date_variable(std::string_view name) {
  return is_one_of(name, {"accessed", "available-date", "event-date", "issued", "original-date", "submitted"});
}

inline bool is_csl_number_variable(std::string_view name) {
  return is_one_of(name, {"id", "chapter-number", "citation-number", "collection-number", "edition",
                          "first-reference-note-number", "issue", "locator", "number", "number-of-pages",
                          "number-of-volumes", "page", "page-first", "part", "printing", "supplement", "volume"});
}

inline bool is_csl_text_variable(std::string_view name) {
  return is_one_of(name, {"abstract",
                          "annote",
                          "archive",
                          "archive-place",
                          "archive_collection",
                          "archive_location",
                          "authority",
                          "call-number",
                          "citation-key",
                          "citation-label",
                          "collection-title",
                          "container-title",
                          "container-title-short",
                          "dimensions",
                          "division",
                          "DOI",
                          "event",
                          "event-place",
                          "event-title",
                          "genre",
                          "ISBN",
                          "ISSN",
                          "journalAbbreviation",
                          "jurisdiction",
                          "keyword",
                          "language",
                          "medium",
                          "note",
                          "original-publisher",
                          "original-publisher-place",
                          "original-title",
                          "part-title",
                          "PMCID",
                          "PMID",
                          "publisher",
                          "publisher-place",
                          "references",
                          "reviewed-genre",
                          "reviewed-title",
                          "scale",
                          "section",
                          "shortTitle",
                          "source",
                          "status",
                          "title",
                          "title-short",
                          "URL",
                          "version",
                          "volume-title",
                          "volume-title-short",
                          "year-suffix"});
}

inline bool is_text_or_number(const Json& value) { return value.is_string() || value.is_number(); }
inline bool is_text_number_or_truth(const Json& value) { return is_text_or_number(value) || value.is_boolean(); }

inline bool is_csl_name(const Json& name) {
  if (!name.is_object()) return false;
  return std::all_of(name.items().begin(), name.items().end(), [](const auto& part) {
    if (is_one_of(part.key(), {"comma-suffix", "static-ordering", "parse-names"}))
      return is_text_number_or_truth(part.value());
    return part.value().is_string() && is_one_of(part.key(), {"family", "given", "dropping-particle",
                                                              "non-dropping-particle", "suffix", "literal"});
  });
}

inline bool are_csl_date_parts(const Json& dates) {
  if (!dates.is_array() || dates.empty() || dates.size() > 2) return false;
  return std::all_of(dates.begin(), dates.end(), [](const Json& date) {
    return date.is_array() && !date.empty() && date.size() <= 3 &&
           std::all_of(date.begin(), date.end(), is_text_or_number);
  });
}

inline bool is_csl_date(const Json& date) {
  if (!date.is_object()) return false;
  return std::all_of(date.items().begin(), date.items().end(), [](const auto& part) {
    if (part.key() == "date-parts") return are_csl_date_parts(part.value());
    if (part.key() == "season") return is_text_or_number(part.value());
    if (part.key() == "circa") return is_text_number_or_truth(part.value());
    return part.value().is_string() && is_one_of(part.key(), {"literal", "raw"});
  });
}

inline bool is_csl_variable(const std::string& name, const Json& value) {
  if (name == "type") return value.is_string() && is_csl_type(value.get<std::string>());
  if (name == "custom") return value.is_object();
  if (name == "categories")
    return value.is_array() &&
           std::all_of(value.begin(), value.end(), [](const Json& each) { return each.is_string(); });
  if (is_csl_name_variable(name)) return value.is_array() && std::all_of(value.begin(), value.end(), is_csl_name);
  if (is_csl_date_variable(name)) return is_csl_date(value);
  if (is_csl_number_variable(name)) return is_text_or_number(value);
  return is_csl_text_variable(name) && value.is_string();
}

// The first thing in a list of items that the schema forbids; empty where there is none.
inline std::string against_csl_schema(const Json& items) {
  if (!items.is_array()) return "no list";
  for (const Json& item : items) {
    if (!item.is_object()) return "no object: " + item.dump();
    for (const char* required : {"type", "id"})
      if (!item.contains(required)) return std::string("no ") + required + ": " + item.dump();
    for (const auto& [name, value] : item.items())
      if (!is_csl_variable(name, value)) return name + ": " + value.dump();
  }
  return {};
}

}  // namespace citegraph::test
