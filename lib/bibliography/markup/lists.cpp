// Reference lists as documents carry them: <ref-list> of JATS 1.3 (jats.nlm.nih.gov) and <listBibl> of TEI P5
// (tei-c.org/guidelines, chapter 3.12), each a document of its own that can be pasted into one.
#include <algorithm>
#include <string>

#include "bibliography/bibtex_dates.hpp"
#include "bibliography/markup/formats.hpp"
#include "bibliography/markup/xml_records.hpp"
#include "bibliography/page_range.hpp"
#include "text/ascii.hpp"

namespace citegraph::bibliography::markup {
namespace {

// An XML name of a key: letters, digits, ".", "-", "_"; never a digit first.
std::string xml_id(std::string_view key) {
  std::string id;
  for (const char c : key) {
    const bool kept = text::is_ascii_alphanumeric(c) || c == '.' || c == '-' || c == '_' || (c & 0x80) != 0;
    id += kept ? c : '_';
  }
  if (id.empty() || !(text::is_ascii_letter(id[0]) || id[0] == '_')) id.insert(0, "ref-");
  return id;
}

std::string given_names(const Name& name) {
  return name.given + (name.dropping_particle.empty() ? "" : " " + name.dropping_particle);
}

bool has_day(const Date* date) {
  return date != nullptr && date->has_year() && date->start->month >= 1 && date->start->month <= 12;
}

std::string year_text(const Date& date) { return bibtex_year(date) + date.suffix; }

std::string two_digits_of(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// ---------------------------------------------------------------- JATS

struct JatsTypeRow {
  WorkType type;
  std::string_view name;  // `publication-type`, as JATS4R has it
};
constexpr JatsTypeRow jats_types[] = {
    {WorkType::article, "preprint"},
    {WorkType::article_journal, "journal"},
    {WorkType::article_magazine, "magazine"},
    {WorkType::article_newspaper, "newspaper"},
    {WorkType::book, "book"},
    {WorkType::chapter, "chapter"},
    {WorkType::dataset, "data"},
    {WorkType::legislation, "law"},
    {WorkType::map, "map"},
    {WorkType::motion_picture, "video"},
    {WorkType::paper_conference, "confproc"},
    {WorkType::patent, "patent"},
    {WorkType::personal_communication, "commun"},
    {WorkType::post_weblog, "blog"},
    {WorkType::report, "report"},
    {WorkType::software, "software"},
    {WorkType::standard, "standard"},
    {WorkType::thesis, "thesis"},
    {WorkType::webpage, "webpage"},
};

class JatsReference {
 public:
  JatsReference(pugi::xml_node citation, const Work& work) : citation_(citation), work_(work) {}

  void write() {
    const auto* row = std::find_if(std::begin(jats_types), std::end(jats_types),
                                   [&](const JatsTypeRow& each) { return each.type == work_.type; });
    citation_.append_attribute("publication-type")
        .set_value(std::string(row == std::end(jats_types) ? "other" : row->name).c_str());
    people(NameVariable::author, "author");
    const std::string_view container = work_.get(Variable::container_title);
    const bool whole = container.empty() && (work_.type == WorkType::book || work_.type == WorkType::report ||
                                             work_.type == WorkType::thesis || work_.type == WorkType::periodical);
    put(whole ? "source" : work_.type == WorkType::chapter ? "chapter-title" : "article-title", Variable::title);
    people(NameVariable::translator, "translator");
    people(NameVariable::container_author, "author");
    people(NameVariable::editor, "editor");
    put("source", Variable::container_title);
    put("edition", Variable::edition);
    put("series", Variable::collection_title);
    put("conf-name", Variable::event_title);
    put("conf-loc", Variable::event_place);
    put("publisher-loc", Variable::publisher_place);
    put("publisher-name", Variable::publisher);
    date();
    put("volume", Variable::volume);
    put("issue", Variable::issue);
    pages();
    rest();
  }

 private:
  void put(const char* name, Variable variable) { add(citation_, name, work_.get(variable)); }

  void people(NameVariable variable, const char* role) {
    const std::span<const Name> names = work_.get(variable);
    if (names.empty() && !work_.has_others(variable)) return;
    pugi::xml_node group = citation_.append_child("person-group");
    group.append_attribute("person-group-type") = role;
    for (const Name& each : names) {
      if (each.is_literal()) {
        add(group, "collab", each.literal);
        continue;
      }
      pugi::xml_node name = group.append_child("name");
      add(name, "surname", each.cited_form());
      add(name, "given-names", given_names(each));
      add(name, "suffix", each.suffix);
    }
    if (work_.has_others(variable)) group.append_child("etal");
  }

  void date() {
    const Date* issued = work_.get(DateVariable::issued);
    if (issued == nullptr) return;
    add(citation_, "year", year_text(*issued));
    if (!has_day(issued)) return;
    add(citation_, "month", std::to_string(issued->start->month));
    if (issued->start->day > 0) add(citation_, "day", std::to_string(issued->start->day));
  }

  void pages() {
    const std::string_view page = work_.get(Variable::page);
    if (page.empty()) return;
    const PageRange range = page_range(page);
    const bool several = range.last.empty() && page.find_first_of(",;- ") != std::string_view::npos;
    add(citation_, several ? "page-range" : "fpage", range.first);
    add(citation_, "lpage", range.last);
  }

  void rest() {
    put("isbn", Variable::isbn);
    put("issn", Variable::issn);
    put("comment", Variable::note);
    for (const auto& [variable, type] : {std::pair{Variable::doi, "doi"},
                                         {Variable::pmid, "pmid"},
                                         {Variable::pmcid, "pmcid"},
                                         {Variable::arxiv, "arxiv"}})
      add(citation_, "pub-id", work_.get(variable), {{"pub-id-type", type}});
    const std::string_view url = work_.get(Variable::url);
    add(citation_, "ext-link", url, {{"ext-link-type", "uri"}, {"xlink:href", url}});
    if (const Date* accessed = work_.get(DateVariable::accessed); accessed != nullptr && accessed->has_year())
      add(citation_, "date-in-citation", edtf_date(*accessed), {{"content-type", "access-date"}});
  }

  pugi::xml_node citation_;
  const Work& work_;
};

// ---------------------------------------------------------------- TEI

class TeiReference {
 public:
  TeiReference(pugi::xml_node entry, const Work& work) : entry_(entry), work_(work) {}

  void write() {
    entry_.append_attribute("type").set_value(std::string(to_string(work_.type)).c_str());
    const std::string_view container = work_.get(Variable::container_title);
    const bool inside = !container.empty();
    const bool article = work_.type == WorkType::article_journal || work_.type == WorkType::article_magazine ||
                         work_.type == WorkType::article_newspaper || work_.type == WorkType::periodical;
    pugi::xml_node monograph;
    if (inside) {
      pugi::xml_node analytic = entry_.append_child("analytic");
      title(analytic, Variable::title, "a");
      people(analytic, NameVariable::author, "author");
      identifiers(analytic);
      monograph = entry_.append_child("monogr");
      title(monograph, Variable::container_title, article ? "j" : "m");
      people(monograph, NameVariable::container_author, "author");
    } else {
      monograph = entry_.append_child("monogr");
      title(monograph, Variable::title, article ? "j" : "m");
      people(monograph, NameVariable::author, "author");
      identifiers(monograph);
    }
    people(monograph, NameVariable::editor, "editor");
    add(monograph, "meeting", work_.get(Variable::event_title));
    add(monograph, "edition", work_.get(Variable::edition));
    for (const auto& [variable, type] : {std::pair{Variable::isbn, "ISBN"}, {Variable::issn, "ISSN"}})
      add(monograph, "idno", work_.get(variable), {{"type", type}});
    imprint(monograph.append_child("imprint"));
    if (!work_.get(Variable::collection_title).empty()) {
      pugi::xml_node series = entry_.append_child("series");
      title(series, Variable::collection_title, "s");
      add(series, "biblScope", work_.get(Variable::collection_number), {{"unit", "volume"}});
    }
    add(entry_, "note", work_.get(Variable::note));
  }

 private:
  void title(pugi::xml_node parent, Variable variable, const char* level) {
    add(parent, "title", work_.get(variable), {{"level", level}});
  }

  void people(pugi::xml_node parent, NameVariable variable, const char* element) {
    for (const Name& each : work_.get(variable)) {
      pugi::xml_node person = parent.append_child(element);
      if (each.is_literal()) {
        add(person, "orgName", each.literal);
        continue;
      }
      pugi::xml_node name = person.append_child("persName");
      add(name, "forename", given_names(each));
      add(name, "nameLink", each.non_dropping_particle);
      add(name, "surname", each.family);
      add(name, "genName", each.suffix);
    }
  }

  void identifiers(pugi::xml_node parent) {
    for (const auto& [variable, type] : {std::pair{Variable::doi, "DOI"},
                                         {Variable::pmid, "PMID"},
                                         {Variable::pmcid, "PMCID"},
                                         {Variable::arxiv, "arXiv"}})
      add(parent, "idno", work_.get(variable), {{"type", type}});
    const std::string_view url = work_.get(Variable::url);
    if (url.empty()) return;
    parent.append_child("ptr").append_attribute("target").set_value(xml_text(url).c_str());
  }

  void imprint(pugi::xml_node imprint) {
    add(imprint, "pubPlace", work_.get(Variable::publisher_place));
    add(imprint, "publisher", work_.get(Variable::publisher));
    for (const auto& [variable, unit] : {std::pair{Variable::volume, "volume"}, {Variable::issue, "issue"}})
      add(imprint, "biblScope", work_.get(variable), {{"unit", unit}});
    const std::string_view page = work_.get(Variable::page);
    if (const PageRange range = page_range(page); range.last.empty()) {
      add(imprint, "biblScope", page, {{"unit", "page"}});
    } else {
      add(imprint, "biblScope", page, {{"unit", "page"}, {"from", range.first}, {"to", range.last}});
    }
    const Date* issued = work_.get(DateVariable::issued);
    if (issued == nullptr) return;
    pugi::xml_node date = add(imprint, "date", year_text(*issued));
    if (!date || !issued->has_year() || issued->year() < 1000 || issued->end) return;
    std::string when = std::to_string(issued->year());
    if (has_day(issued)) {
      when += "-" + two_digits_of(issued->start->month);
      if (issued->start->day > 0) when += "-" + two_digits_of(issued->start->day);
    }
    date.append_attribute("when").set_value(when.c_str());
  }

  pugi::xml_node entry_;
  const Work& work_;
};

}  // namespace

void write_jats_list(std::ostream& out, const EntriesToWrite& what) {
  pugi::xml_document document;
  pugi::xml_node list = document.append_child("ref-list");
  list.append_attribute("xmlns:xlink") = "http://www.w3.org/1999/xlink";
  for (std::size_t i = 0; i < what.entries.size(); ++i) {
    pugi::xml_node reference = list.append_child("ref");
    reference.append_attribute("id").set_value(xml_id(what.keys[i]).c_str());
    JatsReference(reference.append_child("element-citation"), what.entries[i]->work).write();
  }
  write_records(out, document);
}

void write_tei_list(std::ostream& out, const EntriesToWrite& what) {
  pugi::xml_document document;
  pugi::xml_node list = document.append_child("listBibl");
  list.append_attribute("xmlns") = "http://www.tei-c.org/ns/1.0";
  for (std::size_t i = 0; i < what.entries.size(); ++i) {
    pugi::xml_node entry = list.append_child("biblStruct");
    entry.append_attribute("xml:id").set_value(xml_id(what.keys[i]).c_str());
    TeiReference(entry, what.entries[i]->work).write();
  }
  write_records(out, document);
}

}  // namespace citegraph::bibliography::markup
