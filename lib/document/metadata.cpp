#include "document/metadata.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "bibliography/csl_yaml.hpp"
#include "bibliography/yaml.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace citegraph::document {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t longest_head = 100000;  // lines: the bibliography may stand in it

bool begins_with_key(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  const std::string_view key = line.substr(0, colon);
  const bool plain = std::all_of(key.begin(), key.end(),
                                 [](char c) { return text::is_ascii_alphanumeric(c) || c == '_' || c == '-'; });
  return plain && (colon + 1 == line.size() || line[colon + 1] == ' ' || line[colon + 1] == '\t');
}

std::string text_of(const Json& json, const char* key) {
  const auto found = json.is_object() ? json.find(key) : json.end();
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

void add_author(RawDocument& document, const Json& author) {
  if (author.is_string()) {
    if (!author.get_ref<const std::string&>().empty()) document.authors.push_back(author.get<std::string>());
    return;
  }
  std::string name = text_of(author, "name");
  if (name.empty()) name = text_of(author, "literal");
  if (name.empty()) {  // the parts, as journals' templates have them
    const std::string given = text_of(author, author.contains("given-names") ? "given-names" : "given");
    const std::string family = text_of(author, author.contains("surname") ? "surname" : "family");
    name = given.empty() || family.empty() ? given + family : given + ' ' + family;
  }
  if (name.empty() && author.is_object() && author.contains("name")) return add_author(document, author["name"]);
  if (!name.empty()) document.authors.push_back(std::move(name));
}

// One value or a list of them.
template <class Function>
void for_each(const Json& head, const char* key, Function function) {
  const auto found = head.find(key);
  if (found == head.end()) return;
  if (!found->is_array()) return function(*found);
  for (const Json& each : *found) function(each);
}

void add_bibliography(RawDocument& document, std::string_view head, std::uint32_t start, const Json& name) {
  if (!name.is_string()) {
    if (name.is_object())  // by topic: "main: refs.bib"
      for (const auto& [topic, each] : name.items())
        if (each.is_string()) add_bibliography(document, head, start, each);
    return;
  }
  const auto& file = name.get_ref<const std::string&>();
  if (file.empty()) return;
  const std::size_t at = head.find(file);
  const std::uint32_t place = start + static_cast<std::uint32_t>(at == std::string_view::npos ? 0 : at);
  const auto size = static_cast<std::uint32_t>(at == std::string_view::npos ? 0 : file.size());
  document.bibliographies.push_back({file, {place, place + size}});
}

// "@a, @b", or "@*" for all.
void add_listed(RawDocument& document, const Json& value) {
  if (!value.is_string()) return;
  std::string_view text = value.get_ref<const std::string&>();
  for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@')) {
    text.remove_prefix(at + 1);
    const std::size_t end = std::min(text.find_first_of(",; \t\n]@"), text.size());
    if (end > 0) document.listed.emplace_back(text.substr(0, end));
  }
}

void add_references(RawDocument& document, Json& references) {
  for (Json& item : references)
    if (item.is_object()) bibliography::mend_csl_item(item);
  document.references = references.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::size_t read_metadata(std::string_view text, const std::vector<Line>& lines, RawDocument& document) {
  const auto line = [&](std::size_t i) { return slice(text, lines[i].span); };
  if (lines.size() < 3 || text::trim(line(0)) != "---" || !line(0).starts_with("---")) return 0;
  std::size_t first = 1;
  while (first < lines.size() && line(first).starts_with('#')) ++first;
  if (first == lines.size() || !begins_with_key(line(first))) return 0;
  std::size_t end = first;
  const std::size_t most = std::min(lines.size(), longest_head);
  while (end < most &&
         (line(end).starts_with(' ') || (text::trim(line(end)) != "---" && text::trim(line(end)) != "...")))
    ++end;
  if (end == most) return 0;
  const std::uint32_t start = lines[1].span.start;
  const std::string_view yaml = slice(text, {start, lines[end].span.start});
  Json head = bibliography::parse_yaml(yaml);
  if (!head.is_object()) return end + 1;
  document.title = text_of(head, "title");
  document.date = text_of(head, "date");
  for (const char* key : {"author", "authors"})
    for_each(head, key, [&](const Json& each) { add_author(document, each); });
  for_each(head, "bibliography", [&](const Json& each) { add_bibliography(document, yaml, start, each); });
  for_each(head, "nocite", [&](const Json& each) { add_listed(document, each); });
  if (const auto found = head.find("references"); found != head.end() && found->is_array()) {
    add_references(document, *found);
    const std::size_t at = yaml.find("references:");
    const std::uint32_t place = start + static_cast<std::uint32_t>(at == std::string_view::npos ? 0 : at);
    document.references_place = {place, place};
  }
  return end + 1;
}

}  // namespace citegraph::document
