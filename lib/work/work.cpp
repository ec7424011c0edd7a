#include "citegraph/work.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace citegraph {
namespace {

// In the order of the enumerations; the spellings are CSL 1.0.2's (appendices III and IV of its specification).
constexpr std::array<std::string_view, 41> work_types = {
    "document",
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "dataset",
    "entry",
    "entry-dictionary",
    "entry-encyclopedia",
    "figure",
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
    "webpage",
};
static_assert(work_types.size() == static_cast<std::size_t>(WorkType::webpage) + 1);

constexpr std::array<std::string_view, 34> variables = {
    "title",
    "title-short",
    "container-title",
    "container-title-short",
    "collection-title",
    "collection-number",
    "volume",
    "issue",
    "page",
    "number",
    "number-of-pages",
    "number-of-volumes",
    "edition",
    "publisher",
    "publisher-place",
    "event-title",
    "event-place",
    "genre",
    "medium",
    "archive",
    "archive_location",
    "status",
    "language",
    "abstract",
    "keyword",
    "note",
    "version",
    "DOI",
    "ISBN",
    "ISSN",
    "PMID",
    "PMCID",
    "URL",
    "arXiv",
};
static_assert(variables.size() == static_cast<std::size_t>(Variable::arxiv) + 1);

constexpr std::array<std::string_view, 7> name_variables = {
    "author", "editor", "translator", "container-author", "collection-editor", "recipient", "reviewed-author",
};
static_assert(name_variables.size() == static_cast<std::size_t>(NameVariable::reviewed_author) + 1);

constexpr std::array<std::string_view, 5> date_variables = {"issued", "accessed", "original-date", "event-date",
                                                            "submitted"};
static_assert(date_variables.size() == static_cast<std::size_t>(DateVariable::submitted) + 1);

template <class Table, class Key>
auto lower_bound_of(Table& table, Key key) {
  return std::lower_bound(table.begin(), table.end(), key,
                          [](const auto& entry, Key wanted) { return entry.first < wanted; });
}

template <class Table, class Key>
auto find_in(const Table& table, Key key) -> const typename Table::value_type::second_type* {
  const auto place = lower_bound_of(table, key);
  return place != table.end() && place->first == key ? &place->second : nullptr;
}

// Keeps `table` sorted; removes the entry where `keep` is false.
template <class Table, class Key, class Value>
void store(Table& table, Key key, Value&& value, const bool keep) {
  const auto place = lower_bound_of(table, key);
  const bool found = place != table.end() && place->first == key;
  if (!keep) {
    if (found) table.erase(place);
  } else if (found) {
    place->second = std::forward<Value>(value);
  } else {
    table.emplace(place, key, std::forward<Value>(value));
  }
}

constexpr std::uint8_t bit_of(NameVariable variable) noexcept {
  return static_cast<std::uint8_t>(1U << static_cast<unsigned>(variable));
}

constexpr Variable variable_of(IdentifierScheme scheme) noexcept {
  switch (scheme) {
    case IdentifierScheme::doi:
      return Variable::doi;
    case IdentifierScheme::isbn:
      return Variable::isbn;
    case IdentifierScheme::issn:
      return Variable::issn;
    case IdentifierScheme::arxiv:
      return Variable::arxiv;
    case IdentifierScheme::pmid:
      return Variable::pmid;
    case IdentifierScheme::pmcid:
      return Variable::pmcid;
    case IdentifierScheme::url:
      break;
  }
  return Variable::url;
}

void append_sentence(std::string& line, std::string_view sentence) {
  if (sentence.empty()) return;
  if (!line.empty()) line += ' ';
  line += sentence;
  const char last = sentence.back();
  if (last != '.' && last != '?' && last != '!') line += '.';
}

std::string name_for_summary(const Name& name) {
  if (name.is_literal()) return name.literal;
  std::string text = name.cited_form();
  for (const std::string_view part : {std::string_view(name.given), std::string_view(name.dropping_particle)}) {
    if (part.empty()) continue;
    text += part.data() == name.given.data() ? ", " : " ";
    text += part;
  }
  if (!name.suffix.empty()) text += ", " + name.suffix;
  return text;
}

// As APA prints a list: up to three names, "& " before the last, "et al." for what is left out.
std::string names_for_summary(const Work& work) {
  NameVariable variable = NameVariable::author;
  if (work.get(variable).empty()) variable = NameVariable::editor;
  const std::span<const Name> names = work.get(variable);
  constexpr std::size_t most = 3;
  const bool cut = names.size() > most || work.has_others(variable);
  const std::size_t count = std::min(names.size(), names.size() > most ? std::size_t{1} : most);
  std::string line;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) line += !cut && i + 1 == count ? ", & " : ", ";
    line += name_for_summary(names[i]);
  }
  if (cut && !line.empty()) line += ", et al.";
  if (!line.empty() && variable == NameVariable::editor) line += names.size() > 1 ? " (eds.)" : " (ed.)";
  return line;
}

std::string container_for_summary(const Work& work) {
  std::string line(work.get(Variable::container_title));
  const auto add = [&line](std::string_view before, std::string_view text, std::string_view after) {
    if (text.empty()) return;
    if (!line.empty()) line += before;
    line += text;
    line += after;
  };
  add(", ", work.get(Variable::volume), "");
  if (const std::string_view issue = work.get(Variable::issue); !issue.empty()) {
    line += '(';
    line += issue;
    line += ')';
  }
  add(", ", work.get(Variable::page), "");
  return line;
}

}  // namespace

std::string_view Work::get(Variable variable) const& noexcept {
  const std::string* text = find_in(texts_, variable);
  return text ? std::string_view(*text) : std::string_view();
}

std::span<const Name> Work::get(NameVariable variable) const& noexcept {
  const std::vector<Name>* names = find_in(names_, variable);
  return names ? std::span<const Name>(*names) : std::span<const Name>();
}

const Date* Work::get(DateVariable variable) const& noexcept { return find_in(dates_, variable); }

void Work::set(Variable variable, std::string text) {
  const bool keep = !text.empty();
  store(texts_, variable, std::move(text), keep);
}

void Work::set(NameVariable variable, std::vector<Name> names) {
  const bool keep = !names.empty();
  store(names_, variable, std::move(names), keep);
}

void Work::set(DateVariable variable, std::optional<Date> date) {
  const bool keep = date.has_value();
  store(dates_, variable, keep ? std::move(*date) : Date{}, keep);
}

void Work::set(const Identifier& identifier) { set(variable_of(identifier.scheme), identifier.value); }

bool Work::has_others(NameVariable variable) const noexcept { return (others_ & bit_of(variable)) != 0; }

void Work::set_others(NameVariable variable, bool others) noexcept {
  others_ = static_cast<std::uint8_t>(others ? others_ | bit_of(variable) : others_ & ~bit_of(variable));
}

int Work::year() const noexcept {
  const Date* issued = get(DateVariable::issued);
  return issued ? issued->year() : 0;
}

std::string_view to_string(WorkType type) noexcept { return work_types[static_cast<std::size_t>(type)]; }
std::string_view to_string(Variable variable) noexcept { return variables[static_cast<std::size_t>(variable)]; }
std::string_view to_string(NameVariable variable) noexcept {
  return name_variables[static_cast<std::size_t>(variable)];
}
std::string_view to_string(DateVariable variable) noexcept {
  return date_variables[static_cast<std::size_t>(variable)];
}

std::optional<WorkType> parse_work_type(std::string_view csl) noexcept {
  const auto place = std::find(work_types.begin(), work_types.end(), csl);
  if (place == work_types.end()) return std::nullopt;
  return static_cast<WorkType>(place - work_types.begin());
}

std::string summary(const Work& work) {
  std::string line = names_for_summary(work);
  const std::string_view title = work.get(Variable::title);
  const Date* issued = work.get(DateVariable::issued);
  std::string date;
  if (issued != nullptr)
    date = issued->has_year() ? std::to_string(issued->year()) + issued->suffix : to_string(*issued);
  // As APA prints it: where nobody is named, the title takes the place of the names.
  const bool named = !line.empty();
  if (!named) line = title;
  if (!date.empty())
    line += (line.empty() ? "(" : " (") + date + ").";
  else if (named && line.back() != '.')
    line += '.';
  else if (!named)
    append_sentence(line = {}, title);
  if (named) append_sentence(line, title);
  append_sentence(line, container_for_summary(work));
  append_sentence(line, work.get(Variable::publisher));
  if (line.empty()) {
    for (const auto& [variable, text] : work.texts()) append_sentence(line, text);
  }
  return line;
}

}  // namespace citegraph
