#include "document/jats/metadata.hpp"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/jats/elements.hpp"
#include "document/jats/fields.hpp"
#include "document/xml.hpp"

namespace citegraph::document::jats {
namespace {

void read_journal(pugi::xml_node journal, Work& work) {
  pugi::xml_node group = child(journal, "journal-title-group");
  if (!group) group = journal;  // before JATS 1.0
  work.set(Variable::container_title, value_of(child(group, "journal-title")));
  work.set(Variable::container_title_short, value_of(child(group, "abbrev-journal-title")));
  work.set(Variable::issn, value_of(child(journal, "issn")));
}

void read_title(pugi::xml_node meta, Work& work) {
  const pugi::xml_node group = child(meta, "title-group");
  std::string title = value_of(child(group, "article-title"));
  const std::string subtitle = value_of(child(group, "subtitle"));
  if (!title.empty() && !subtitle.empty()) title += ": " + subtitle;
  work.set(Variable::title, std::move(title));
}

// Contributors of another kind (editors of the journal, reviewers) are not the work's.
void read_authors(pugi::xml_node meta, Work& work) {
  std::vector<Name> authors;
  for (const pugi::xml_node group : meta.children()) {
    if (local_name(group) != "contrib-group") continue;
    for (const pugi::xml_node contributor : group.children()) {
      const std::string type = attribute(contributor, "contrib-type");
      if (local_name(contributor) != "contrib" || !(type.empty() || type == "author")) continue;
      pugi::xml_node place = child(contributor, "name-alternatives");
      if (!place) place = contributor;
      for (const pugi::xml_node each : place.children()) {
        const std::string_view name = local_name(each);
        if (name != "name" && name != "string-name" && name != "collab") continue;
        authors.push_back(read_name(each));
        break;
      }
    }
  }
  work.set(NameVariable::author, std::move(authors));
}

std::optional<Date> date_of(pugi::xml_node node) {
  std::string text = attribute(node, "iso-8601-date");
  if (text.empty()) {
    const std::string day = value_of(child(node, "day"));
    const std::string month = value_of(child(node, "month"));
    text = value_of(child(node, "year"));
    const auto padded = [](const std::string& number) { return (number.size() < 2 ? "-0" : "-") + number; };
    const bool numeric = month.find_first_not_of("0123456789") == std::string::npos;
    if (!month.empty() && numeric) text += padded(month) + (day.empty() ? "" : padded(day));
    if (!month.empty() && !numeric) text = (day.empty() ? "" : day + ' ') + month + ' ' + text;
  }
  return parse_date(text);
}

// The year of the printed volume is the one that others cite; then that of the first appearance.
void read_date(pugi::xml_node meta, Work& work) {
  constexpr std::array<std::string_view, 4> kinds = {"ppub", "collection", "pub", "epub"};
  std::size_t best = kinds.size() + 1;
  for (const pugi::xml_node node : meta.children()) {
    if (local_name(node) != "pub-date") continue;
    std::string kind = attribute(node, "pub-type");
    if (kind.empty()) kind = attribute(node, "date-type");
    std::size_t rank = 0;
    while (rank < kinds.size() && kinds[rank] != kind) ++rank;
    if (rank >= best) continue;
    const std::optional<Date> date = date_of(node);
    if (!date || !date->has_year()) continue;
    best = rank;
    work.set(DateVariable::issued, date);
  }
}

void read_pages(pugi::xml_node meta, Work& work) {
  std::string first = value_of(child(meta, "fpage"));
  const std::string last = value_of(child(meta, "lpage"));
  if (first.empty()) first = value_of(child(meta, "elocation-id"));
  if (!last.empty() && last != first && !first.empty()) first += '-' + last;
  work.set(Variable::page, std::move(first));
}

void read_identifiers(pugi::xml_node meta, Work& work) {
  for (const pugi::xml_node node : meta.children()) {
    if (local_name(node) != "article-id") continue;
    const std::string type = attribute(node, "pub-id-type");
    std::string value = value_of(node);
    if (type == "doi") {
      if (const auto doi = parse_identifier(value)) work.set(*doi);
    } else if (type == "pmid") {
      work.set(Variable::pmid, std::move(value));
    } else if (type == "pmc" || type == "pmcid") {
      work.set(Variable::pmcid, (value.starts_with("PMC") ? "" : "PMC") + value);
    }
  }
}

}  // namespace

Work read_metadata(pugi::xml_node article) {
  Work work;
  work.type = WorkType::article_journal;
  pugi::xml_node meta = child(article, "front-stub");
  if (const pugi::xml_node front = child(article, "front")) {
    read_journal(child(front, "journal-meta"), work);
    meta = child(front, "article-meta");
  }
  read_title(meta, work);
  read_authors(meta, work);
  read_date(meta, work);
  read_pages(meta, work);
  read_identifiers(meta, work);
  work.set(Variable::volume, value_of(child(meta, "volume")));
  work.set(Variable::issue, value_of(child(meta, "issue")));
  work.set(Variable::language, attribute(article, "lang"));
  return work;
}

}  // namespace citegraph::document::jats
