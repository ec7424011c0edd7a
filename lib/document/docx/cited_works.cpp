#include "document/docx/cited_works.hpp"

#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "citegraph/bibliography.hpp"
#include "citegraph/error.hpp"

#include "bibliography/csl_json_value.hpp"
#include "bibliography/json_items.hpp"
#include "bibliography/keys.hpp"
#include "document/docx/base64.hpp"
#include "text/fold.hpp"

namespace citegraph::document::docx {
namespace {

using Json = nlohmann::ordered_json;

// Of "MENDELEY_CITATION_v3_eyJj..." what stands in it; any other instruction as it is.
std::string in_clear(const std::string& instruction) {
  constexpr std::string_view control = "MENDELEY_CITATION_";
  if (!instruction.starts_with(control)) return instruction;
  const std::size_t version = instruction.find('_', control.size());
  return version == std::string::npos ? std::string()
                                      : decode_base64(std::string_view(instruction).substr(version + 1));
}

// The object in an instruction; null where it is broken.
Json citation_object(const std::string& instruction) {
  const std::string clear = in_clear(instruction);
  const std::size_t brace = clear.find('{');
  if (brace == std::string_view::npos) return {};
  const std::string_view rest = std::string_view(clear).substr(brace);
  const bibliography::JsonItems found = bibliography::find_json_items(rest);
  if (found.items.empty() || found.too_deep.front()) return {};
  const std::string_view object = slice(rest, found.items.front());
  Json json = Json::parse(object.begin(), object.end(), nullptr, false);
  return json.is_object() ? std::move(json) : Json();
}

const Json* member(const Json& json, const char* name) {
  const auto found = json.is_object() ? json.find(name) : json.end();
  return found != json.end() ? &*found : nullptr;
}

void add_name(const Json& value, std::vector<std::string>& names) {
  if (value.is_string() && !value.get_ref<const std::string&>().empty()) names.push_back(value.get<std::string>());
}

// The addresses of an item in libraries. Its "id" is one of the citation only ("ITEM-1" of Mendeley).
std::vector<std::string> addresses_of(const Json& item) {
  std::vector<std::string> names;
  for (const char* name : {"uris", "uri"}) {
    const Json* value = member(item, name);
    if (value == nullptr) continue;
    if (value->is_array())
      for (const Json& each : *value) add_name(each, names);
    else
      add_name(*value, names);
  }
  return names;
}

// A work without an address is the same where it says the same.
std::string name_by_content(const Work& work) {
  std::string name = "content:" + std::to_string(work.year()) + ':' + text::fold_letters(work.get(Variable::title));
  for (const Name& author : work.get(NameVariable::author)) name += ':' + text::fold_letters(author.cited_form());
  return name;
}

}  // namespace

void CitedWorks::add_sources(std::vector<Work> sources) {
  for (Work& source : sources) {
    std::string tag = source.key;
    sources_.emplace(std::move(tag), std::move(source));
  }
}

CitedWorks::Reading CitedWorks::read(const Field& field) {
  if (field.kind == FieldKind::word_citation) return read_tags(field.instruction);
  return field.kind == FieldKind::endnote_citation ? read_endnote(field) : read_csl(field.instruction);
}

CitedWorks::Reading CitedWorks::read_csl(const std::string& instruction) {
  Reading reading;
  const Json citation = citation_object(instruction);
  const Json* items = member(citation, "citationItems");
  if (items == nullptr || !items->is_array()) {
    reading.problem = "the citation in this field is no valid JSON; its text is read as any other";
    return reading;
  }
  for (const Json& item : *items) {
    const Json* data = member(item, "itemData");
    std::vector<std::string> names = addresses_of(item);
    Work work;
    if (data != nullptr && data->is_object()) {
      std::vector<ExtraField> extra;
      work = bibliography::work_of_csl(*data, extra);
      work.key.clear();  // a number of the library
      if (names.empty()) names.push_back(name_by_content(work));
    } else if (names.empty() || !by_name_.contains(names.front())) {
      reading.problem = "an item of the citation in this field says nothing of its work";
      continue;
    }
    reading.works.push_back(add(std::move(work), names));
  }
  return reading;
}

// ADDIN EN.CITE <EndNote><Cite>...<record>...</record></Cite></EndNote>; where that is long, it is the field's data.
CitedWorks::Reading CitedWorks::read_endnote(const Field& field) {
  Reading reading;
  const std::size_t start = field.instruction.find("<EndNote");
  std::string xml = start != std::string::npos ? field.instruction.substr(start) : decode_base64(field.data);
  try {
    const Bibliography records =
        parse_bibliography(std::move(xml), {}, {.format = BibliographyFormat::endnote, .limits = {}});
    for (const BibliographyEntry& entry : records.entries) {
      Work work = entry.work;
      work.key.clear();
      const std::string name = name_by_content(work);
      reading.works.push_back(add(std::move(work), {name}));
    }
  } catch (const Error&) {  // bytes that are no text
  }
  if (reading.works.empty())
    reading.problem = "the citation in this field holds no record of EndNote; its text is read as any other";
  return reading;
}

// CITATION Lee01 \l 1033 \p 5 \m Diaz03 \s "and others"
CitedWorks::Reading CitedWorks::read_tags(const std::string& instruction) {
  Reading reading;
  const std::vector<std::string> words = instruction_words(instruction);
  for (std::size_t i = 1; i < words.size(); ++i) {
    const bool is_switch = words[i].size() == 2 && words[i].front() == '\\';
    if (is_switch && words[i] != "\\m") {
      const bool takes_value = std::string_view("lpvfs").find(words[i][1]) != std::string_view::npos;
      i += takes_value ? 1 : 0;
      continue;
    }
    if (is_switch) continue;
    const auto source = sources_.find(words[i]);
    if (source != sources_.end())
      reading.works.push_back(add(source->second, {"tag:" + words[i]}));
    else
      reading.problem = "the document holds no source \"" + words[i] + "\"";
  }
  return reading;
}

std::uint32_t CitedWorks::add(Work work, const std::vector<std::string>& names) {
  auto position = static_cast<std::uint32_t>(works_.size());
  for (const std::string& name : names)
    if (const auto known = by_name_.find(name); known != by_name_.end()) position = known->second;
  if (position == works_.size()) works_.push_back(std::move(work));
  for (const std::string& name : names) by_name_.emplace(name, position);
  return position;
}

void CitedWorks::assign_keys() {
  std::vector<std::string> keys = bibliography::unique_keys(works_);
  for (std::size_t i = 0; i < works_.size(); ++i) works_[i].key = std::move(keys[i]);
}

}  // namespace citegraph::document::docx
