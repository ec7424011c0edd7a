// MODS 3.7, with the genres of the MARC genre term list beside CSL's, by which other programs know the types.
#include <algorithm>
#include <string>
#include <utility>

#include "bibliography/bibtex_dates.hpp"
#include "bibliography/markup/formats.hpp"
#include "bibliography/markup/mods_terms.hpp"
#include "bibliography/markup/xml_records.hpp"
#include "bibliography/page_range.hpp"

namespace citegraph::bibliography::markup {
namespace {

using mods::identifiers;
using mods::TermRow;
using mods::typed_notes;

constexpr const char* mods_namespace = "http://www.loc.gov/mods/v3";

// What other programs know the kinds by. `host` is said of what the work stands in.
struct MarcRow {
  WorkType type;
  std::string_view genre;
  std::string_view host;
};
constexpr MarcRow marc_genres[] = {
    {WorkType::article_journal, "article", "periodical"},
    {WorkType::article_magazine, "article", "periodical"},
    {WorkType::article_newspaper, "article", "newspaper"},
    {WorkType::book, "book", ""},
    {WorkType::chapter, "", "book"},
    {WorkType::paper_conference, "conference publication", "conference publication"},
    {WorkType::report, "technical report", ""},
    {WorkType::thesis, "theses", ""},
    {WorkType::webpage, "web site", ""},
};

class ModsWriter {
 public:
  ModsWriter(pugi::xml_node mods, const BibliographyEntry& entry) : mods_(mods), entry_(entry), work_(entry.work) {}

  void write(std::string_view key) {
    if (!key.empty()) add(within(mods_, "recordInfo"), "recordIdentifier", key);
    title(mods_, Variable::title, Variable::title_short);
    names(mods_, NameVariable::author, "author");
    names(mods_, NameVariable::translator, "translator");
    names(mods_, NameVariable::recipient, "recipient");
    if (!hosted()) names(mods_, NameVariable::editor, "editor");
    if (const std::string_view event = work_.get(Variable::event_title); !event.empty()) {
      pugi::xml_node name = mods_.append_child("name");
      name.append_attribute("type") = "conference";
      add(name, "namePart", event);
    }
    genre();
    origin();
    host();
    series();
    reviewed();
    numbers();
    rest();
    for (const ExtraField& field : entry_.extra) add(mods_, "note", field.text, {{"type", field.name}});
  }

 private:
  [[nodiscard]] bool hosted() const {
    return !work_.get(Variable::container_title).empty() || !work_.get(Variable::container_title_short).empty() ||
           !work_.get(NameVariable::container_author).empty();
  }
  void put(pugi::xml_node parent, const char* name, Variable variable) { add(parent, name, work_.get(variable)); }

  void title(pugi::xml_node parent, Variable variable, Variable abbreviated) {
    if (const std::string_view text = work_.get(variable); !text.empty())
      add(parent.append_child("titleInfo"), "title", text);
    if (const std::string_view text = work_.get(abbreviated); !text.empty()) {
      pugi::xml_node info = parent.append_child("titleInfo");
      info.append_attribute("type") = "abbreviated";
      add(info, "title", text);
    }
  }

  void names(pugi::xml_node parent, NameVariable variable, const char* role) {
    for (const Name& each : work_.get(variable)) {
      pugi::xml_node name = parent.append_child("name");
      if (each.is_literal()) {
        name.append_attribute("type") = "corporate";
        add(name, "namePart", each.literal);
      } else {
        name.append_attribute("type") = "personal";
        add(name, "namePart", each.cited_form(), {{"type", "family"}});
        const std::string particle = each.dropping_particle.empty() ? "" : " " + each.dropping_particle;
        add(name, "namePart", each.given + particle, {{"type", "given"}});
        add(name, "namePart", each.suffix, {{"type", "termsOfAddress"}});
      }
      add_role(name, role);
    }
    if (!work_.has_others(variable)) return;
    pugi::xml_node others = parent.append_child("name");
    others.append_child("etal");
    add_role(others, role);
  }

  static void add_role(pugi::xml_node name, const char* role) {
    add(name.append_child("role"), "roleTerm", role, {{"authority", "marcrelator"}, {"type", "text"}});
  }

  void genre() {
    add(mods_, "genre", to_string(work_.type), {{"authority", "csl"}});
    const auto* row = std::find_if(std::begin(marc_genres), std::end(marc_genres),
                                   [&](const MarcRow& each) { return each.type == work_.type; });
    if (row != std::end(marc_genres)) add(mods_, "genre", row->genre, {{"authority", "marcgt"}});
    put(mods_, "genre", Variable::genre);
  }

  void date(const char* name, DateVariable variable, std::string_view type) {
    const Date* date = work_.get(variable);
    if (date == nullptr) return;
    const std::string text = date->has_year()        ? edtf_date(*date)
                             : date->literal.empty() ? to_string(*date)
                                                     : date->literal;
    pugi::xml_node node = add(within(mods_, "originInfo"), name, text);
    if (!node) return;
    if (!type.empty()) node.append_attribute("type").set_value(std::string(type).c_str());
    if (date->has_year())
      node.append_attribute("encoding") = date->end || date->circa || date->year() < 0 ? "edtf" : "w3cdtf";
  }

  // Of what the work stands in, where it stands in something.
  void publication(pugi::xml_node parent) {
    if (const std::string_view place = work_.get(Variable::publisher_place); !place.empty())
      add(within(parent, "originInfo").append_child("place"), "placeTerm", place, {{"type", "text"}});
    if (const std::string_view name = work_.get(Variable::publisher); !name.empty())
      add(within(parent, "originInfo"), "publisher", name);
    if (const std::string_view edition = work_.get(Variable::edition); !edition.empty())
      add(within(parent, "originInfo"), "edition", edition);
  }

  void origin() {
    if (!hosted()) publication(mods_);
    date("dateIssued", DateVariable::issued, {});
    date("dateOther", DateVariable::original_date, "original");
    date("dateOther", DateVariable::event_date, "event");
    date("dateOther", DateVariable::submitted, "submitted");
    if (work_.get(Variable::url).empty()) date("dateOther", DateVariable::accessed, "accessed");
    if (work_.type == WorkType::book) add(within(mods_, "originInfo"), "issuance", "monographic");
  }

  void host() {
    if (!hosted()) return;
    pugi::xml_node host = related("host");
    title(host, Variable::container_title, Variable::container_title_short);
    names(host, NameVariable::container_author, "author");
    names(host, NameVariable::editor, "editor");
    const auto* row = std::find_if(std::begin(marc_genres), std::end(marc_genres),
                                   [&](const MarcRow& each) { return each.type == work_.type; });
    const std::string_view genre = row == std::end(marc_genres) ? std::string_view{} : row->host;
    add(host, "genre", genre, {{"authority", "marcgt"}});
    publication(host);
    if (genre == "periodical" || genre == "newspaper") add(within(host, "originInfo"), "issuance", "continuing");
    if (genre == "book") add(within(host, "originInfo"), "issuance", "monographic");
    add(host, "identifier", work_.get(Variable::issn), {{"type", "issn"}});
    add(host, "identifier", work_.get(Variable::isbn), {{"type", "isbn"}});
  }

  void series() {
    const std::string_view title = work_.get(Variable::collection_title);
    const std::string_view number = work_.get(Variable::collection_number);
    if (title.empty() && number.empty() && !has_names(NameVariable::collection_editor)) return;
    pugi::xml_node series = related("series");
    if (!title.empty() || !number.empty()) {
      pugi::xml_node info = series.append_child("titleInfo");
      add(info, "title", title);
      add(info, "partNumber", number);
    }
    names(series, NameVariable::collection_editor, "editor");
  }

  void reviewed() {
    if (has_names(NameVariable::reviewed_author)) names(related("reviewOf"), NameVariable::reviewed_author, "author");
  }

  [[nodiscard]] bool has_names(NameVariable variable) const {
    return !work_.get(variable).empty() || work_.has_others(variable);
  }

  pugi::xml_node related(const char* type) {
    pugi::xml_node item = mods_.append_child("relatedItem");
    item.append_attribute("type") = type;
    return item;
  }

  void numbers() {
    pugi::xml_node parent = hosted() ? mods_.find_child_by_attribute("relatedItem", "type", "host") : mods_;
    const auto detail = [&](const char* type, Variable variable) {
      const std::string_view number = work_.get(variable);
      if (number.empty()) return;
      pugi::xml_node node = within(parent, "part").append_child("detail");
      node.append_attribute("type") = type;
      add(node, "number", number);
    };
    detail("volume", Variable::volume);
    detail("issue", Variable::issue);
    detail("number", Variable::number);
    const std::string_view page = work_.get(Variable::page);
    if (page.empty()) return;
    pugi::xml_node extent = within(parent, "part").append_child("extent");
    extent.append_attribute("unit") = "pages";
    if (const PageRange range = page_range(page); !range.last.empty()) {
      add(extent, "start", range.first);
      add(extent, "end", range.last);
    } else {
      add(extent, "list", page);
    }
  }

  void rest() {
    put(mods_, "abstract", Variable::abstract);
    put(mods_, "note", Variable::note);
    for (const TermRow& row : typed_notes) add(mods_, "note", work_.get(row.variable), {{"type", row.type}});
    if (const std::string_view language = work_.get(Variable::language); !language.empty())
      add(mods_.append_child("language"), "languageTerm", language, {{"type", "text"}});
    if (const std::string_view keyword = work_.get(Variable::keyword); !keyword.empty())
      add(mods_.append_child("subject"), "topic", keyword);
    physical();
    location();
    for (const TermRow& row : identifiers) {
      const bool of_host = hosted() && (row.variable == Variable::issn || row.variable == Variable::isbn);
      if (row.variable == Variable::url || of_host || !first_row(row)) continue;
      add(mods_, "identifier", work_.get(row.variable), {{"type", row.type}});
    }
  }

  static bool first_row(const TermRow& row) {
    return std::find_if(std::begin(identifiers), std::end(identifiers), [&](const TermRow& each) {
             return each.variable == row.variable;
           })->type == row.type;
  }

  void physical() {
    if (const std::string_view medium = work_.get(Variable::medium); !medium.empty())
      add(within(mods_, "physicalDescription"), "form", medium);
    const std::pair<Variable, const char*> counts[] = {{Variable::number_of_pages, " pages"},
                                                       {Variable::number_of_volumes, " volumes"}};
    for (const auto& [variable, unit] : counts)
      if (const std::string_view number = work_.get(variable); !number.empty())
        add(mods_.append_child("physicalDescription"), "extent", std::string(number) + unit);
  }

  void location() {
    if (const std::string_view archive = work_.get(Variable::archive); !archive.empty())
      add(within(mods_, "location"), "physicalLocation", archive);
    if (const std::string_view shelf = work_.get(Variable::archive_location); !shelf.empty())
      add(within(mods_, "location"), "shelfLocator", shelf);
    const std::string_view url = work_.get(Variable::url);
    if (url.empty()) return;
    pugi::xml_node node = add(mods_.append_child("location"), "url", url);
    if (const Date* accessed = work_.get(DateVariable::accessed); accessed != nullptr && accessed->has_year())
      node.append_attribute("dateLastAccessed").set_value(edtf_date(*accessed).c_str());
  }

  pugi::xml_node mods_;
  const BibliographyEntry& entry_;
  const Work& work_;
};

}  // namespace

void write_mods(std::ostream& out, const EntriesToWrite& what) {
  pugi::xml_document document;
  pugi::xml_node collection = document.append_child("modsCollection");
  collection.append_attribute("xmlns") = mods_namespace;
  for (std::size_t i = 0; i < what.entries.size(); ++i) {
    pugi::xml_node mods = collection.append_child("mods");
    mods.append_attribute("version") = "3.7";
    ModsWriter(mods, *what.entries[i]).write(what.keys[i]);
  }
  write_records(out, document);
}

}  // namespace citegraph::bibliography::markup
