#include "document/docx/sources.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "document/xml.hpp"
#include "text/utf8.hpp"

namespace citegraph::document::docx {
namespace {

bool skips_nothing(std::string_view) { return false; }

std::string value_in(pugi::xml_node source, std::string_view name) {
  return plain_text(child(source, name), skips_nothing);
}

struct TypeRow {
  std::string_view source_type;
  WorkType type;
};

// 22.6.2.58, ST_SourceType.
constexpr TypeRow source_types[] = {
    {"ArticleInAPeriodical", WorkType::article_magazine},
    {"Art", WorkType::figure},
    {"Book", WorkType::book},
    {"BookSection", WorkType::chapter},
    {"Case", WorkType::legal_case},
    {"ConferenceProceedings", WorkType::paper_conference},
    {"DocumentFromInternetSite", WorkType::webpage},
    {"ElectronicSource", WorkType::document},
    {"Film", WorkType::motion_picture},
    {"InternetSite", WorkType::webpage},
    {"Interview", WorkType::interview},
    {"JournalArticle", WorkType::article_journal},
    {"Patent", WorkType::patent},
    {"Performance", WorkType::performance},
    {"Report", WorkType::report},
    {"SoundRecording", WorkType::song},
};

struct TextRow {
  std::string_view element;
  Variable variable;
};

// The first of several elements for one variable wins.
constexpr TextRow texts[] = {
    {"Title", Variable::title},
    {"ShortTitle", Variable::title_short},
    {"JournalName", Variable::container_title},
    {"PeriodicalTitle", Variable::container_title},
    {"BookTitle", Variable::container_title},
    {"ConferenceName", Variable::container_title},
    {"InternetSiteTitle", Variable::container_title},
    {"PublicationTitle", Variable::container_title},
    {"Volume", Variable::volume},
    {"Issue", Variable::issue},
    {"Pages", Variable::page},
    {"Edition", Variable::edition},
    {"NumberVolumes", Variable::number_of_volumes},
    {"Publisher", Variable::publisher},
    {"Institution", Variable::publisher},
    {"City", Variable::publisher_place},
    {"ThesisType", Variable::genre},
    {"PatentNumber", Variable::number},
    {"CaseNumber", Variable::number},
    {"Medium", Variable::medium},
    {"Version", Variable::version},
    {"Comments", Variable::note},
};

// "b:Author" holds the roles, one of which is "b:Author" again.
std::vector<Name> names_in(pugi::xml_node roles, std::string_view role) {
  std::vector<Name> names;
  const pugi::xml_node node = child(roles, role);
  if (const std::string corporate = value_in(node, "Corporate"); !corporate.empty()) {
    Name name;
    name.literal = corporate;
    names.push_back(std::move(name));
  }
  for (const pugi::xml_node person : child(node, "NameList").children()) {
    if (local_name(person) != "Person") continue;
    Name name;
    name.family = value_in(person, "Last");
    name.given = value_in(person, "First");
    const std::string middle = value_in(person, "Middle");
    if (!middle.empty()) name.given += (name.given.empty() ? "" : " ") + middle;
    if (name.family.empty()) std::swap(name.family, name.given);
    if (!name.family.empty()) names.push_back(std::move(name));
  }
  return names;
}

std::optional<Date> date_in(pugi::xml_node source, const std::string& suffix) {
  const std::string year = value_in(source, "Year" + suffix);
  if (year.empty()) return std::nullopt;
  const std::string day = value_in(source, "Day" + suffix);
  const std::string month = value_in(source, "Month" + suffix);
  std::string text = day;
  if (!month.empty()) text.append(text.empty() ? "" : " ").append(month);
  text.append(text.empty() ? "" : " ").append(year);
  std::optional<Date> date = parse_date(text);
  return date ? date : parse_date(year);
}

void set_identifiers(pugi::xml_node source, Work& work) {
  if (const auto doi = parse_identifier(value_in(source, "DOI"))) work.set(*doi);
  const std::string number = value_in(source, "StandardNumber");
  if (const auto identifier = parse_identifier(number))
    work.set(*identifier);
  else if (work.get(Variable::number).empty())
    work.set(Variable::number, number);
  if (const std::string url = value_in(source, "URL"); !url.empty()) work.set(Variable::url, url);
}

Work read_source(pugi::xml_node source) {
  Work work;
  work.key = value_in(source, "Tag");
  const std::string type = value_in(source, "SourceType");
  const auto row = std::find_if(std::begin(source_types), std::end(source_types),
                                [&](const TypeRow& each) { return each.source_type == type; });
  if (row != std::end(source_types)) work.type = row->type;
  for (const TextRow& each : texts)
    if (work.get(each.variable).empty()) work.set(each.variable, value_in(source, each.element));
  const pugi::xml_node roles = child(source, "Author");
  work.set(NameVariable::author, names_in(roles, "Author"));
  work.set(NameVariable::editor, names_in(roles, "Editor"));
  work.set(NameVariable::translator, names_in(roles, "Translator"));
  work.set(NameVariable::container_author, names_in(roles, "BookAuthor"));
  work.set(DateVariable::issued, date_in(source, ""));
  work.set(DateVariable::accessed, date_in(source, "Accessed"));
  set_identifiers(source, work);
  return work;
}

}  // namespace

bool holds_sources(pugi::xml_node root) { return local_name(root) == "Sources"; }

std::vector<Work> read_sources(pugi::xml_node root) {
  std::vector<Work> sources;
  for (const pugi::xml_node node : root.children())
    if (local_name(node) == "Source") sources.push_back(read_source(node));
  return sources;
}

}  // namespace citegraph::document::docx
