// MODS 3.7 of the Library of Congress (loc.gov/standards/mods): what Zotero, JabRef and bibutils write and read.
// The genres are those of the MARC genre term list, Zotero and bibutils.
#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "bibliography/bibtex_date_reader.hpp"
#include "bibliography/bibtex_dates.hpp"
#include "bibliography/comma_names.hpp"
#include "bibliography/markup/formats.hpp"
#include "bibliography/markup/xml_records.hpp"
#include "text/ascii.hpp"

namespace citegraph::bibliography::markup {
namespace {

constexpr const char* mods_namespace = "http://www.loc.gov/mods/v3";

struct GenreRow {
  std::string_view genre;  // lower case
  WorkType type;
};

constexpr GenreRow genres[] = {
    {"journalarticle", WorkType::article_journal},
    {"journal article", WorkType::article_journal},
    {"academic journal", WorkType::article_journal},
    {"article", WorkType::article_journal},
    {"magazinearticle", WorkType::article_magazine},
    {"magazine article", WorkType::article_magazine},
    {"newspaperarticle", WorkType::article_newspaper},
    {"newspaper article", WorkType::article_newspaper},
    {"booksection", WorkType::chapter},
    {"book section", WorkType::chapter},
    {"book chapter", WorkType::chapter},
    {"encyclopediaarticle", WorkType::entry_encyclopedia},
    {"dictionaryentry", WorkType::entry_dictionary},
    {"conferencepaper", WorkType::paper_conference},
    {"conference paper", WorkType::paper_conference},
    {"conference publication", WorkType::paper_conference},
    {"theses", WorkType::thesis},
    {"ph.d. thesis", WorkType::thesis},
    {"masters thesis", WorkType::thesis},
    {"technical report", WorkType::report},
    {"web page", WorkType::webpage},
    {"web site", WorkType::webpage},
    {"web document", WorkType::webpage},
    {"blogpost", WorkType::post_weblog},
    {"computerprogram", WorkType::software},
    {"computer program", WorkType::software},
    {"case", WorkType::legal_case},
    {"legal case and case notes", WorkType::legal_case},
    {"statute", WorkType::legislation},
    {"film", WorkType::motion_picture},
    {"letter", WorkType::personal_communication},
    {"unpublished", WorkType::manuscript},
    {"preprint", WorkType::article},
    {"data set", WorkType::dataset},
};

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

struct RoleRow {
  std::string_view term;
  std::string_view code;  // of MARC's relators
  NameVariable variable;
};
constexpr RoleRow roles[] = {
    {"author", "aut", NameVariable::author},       {"creator", "cre", NameVariable::author},
    {"editor", "edt", NameVariable::editor},       {"translator", "trl", NameVariable::translator},
    {"recipient", "rcp", NameVariable::recipient}, {"addressee", "rcp", NameVariable::recipient},
};

struct IdentifierRow {
  std::string_view type;
  Variable variable;
};
// The first row of a variable is written.
constexpr IdentifierRow identifiers[] = {
    {"doi", Variable::doi},      {"isbn", Variable::isbn}, {"issn", Variable::issn},   {"pubmed", Variable::pmid},
    {"pmid", Variable::pmid},    {"pmc", Variable::pmcid}, {"pmcid", Variable::pmcid}, {"arxiv", Variable::arxiv},
    {"eprint", Variable::arxiv}, {"uri", Variable::url},
};

// Notes of a type that stand for a variable.
constexpr IdentifierRow typed_notes[] = {
    {"event-place", Variable::event_place}, {"status", Variable::status}, {"version", Variable::version}};

template <class Row>
const Row* row_of(std::span<const Row> rows, std::string_view Row::*key, std::string_view wanted) {
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& each) { return each.*key == wanted; });
  return row == rows.end() ? nullptr : &*row;
}

// ---------------------------------------------------------------- reading

enum class Place : std::uint8_t { work, host, series };

class ModsReader {
 public:
  explicit ModsReader(BibliographyEntry& entry) : entry_(entry), work_(entry.work) {}

  void read(pugi::xml_node mods) {
    work_.key = text::attribute(mods, "ID");
    read_children(mods, Place::work);
    if (!typed_) guess_type();
  }

 private:
  void read_children(pugi::xml_node parent, Place place) {
    for (const pugi::xml_node node : parent.children()) {
      if (!text::is_element(node)) continue;
      const std::string_view name = text::local_name(node);
      if (name == "relatedItem") {
        if (place == Place::work) read_related(node);
      } else if (name == "titleInfo") {
        read_title(node, place);
      } else if (name == "name") {
        read_name(node, place);
      } else if (name == "originInfo") {
        read_origin(node, place);
      } else if (name == "part") {
        read_part(node);
      } else if (name == "genre") {
        read_genre(node, place);
      } else if (name == "location") {
        read_location(node);
      } else {
        read_other(name, node, place);
      }
    }
  }

  void read_related(pugi::xml_node node) {
    const std::string type = text::attribute(node, "type");
    if (type == "host") {
      hosted_ = true;
      read_children(node, Place::host);
    } else if (type == "series") {
      read_children(node, Place::series);
    } else {
      keep(type.empty() ? "relatedItem" : type, text_of(node));
    }
  }

  void set(Variable variable, const std::string& text) {
    if (!text.empty() && work_.get(variable).empty()) work_.set(variable, text);
  }
  void keep(std::string_view name, const std::string& text) {
    if (!text.empty()) entry_.extra.push_back({std::string(name), text});
  }

  void read_title(pugi::xml_node node, Place place) {
    const auto part = [&](const char* name) { return text_of(text::child(node, name)); };
    std::string title = part("nonSort");
    if (!title.empty() && title.back() != '\'' && !title.ends_with("’")) title += ' ';
    title += part("title");
    if (const std::string rest = part("subTitle"); !rest.empty()) title += ": " + rest;
    const std::string number = part("partNumber");
    if (place == Place::series) {
      set(Variable::collection_title, title);
      return set(Variable::collection_number, number);
    }
    if (!number.empty()) title += ". " + number;
    if (const std::string name = part("partName"); !name.empty()) title += (number.empty() ? ". " : ": ") + name;
    const bool abbreviated = text::attribute(node, "type") == "abbreviated";
    if (place == Place::host)
      return set(abbreviated ? Variable::container_title_short : Variable::container_title, title);
    set(abbreviated ? Variable::title_short : Variable::title, title);
  }

  void read_name(pugi::xml_node node, Place place) {
    if (text::attribute(node, "type") == "conference")
      return set(Variable::event_title, text_of(text::child(node, "namePart")));
    NameVariable variable = NameVariable::author;
    if (const pugi::xml_node role = text::child(node, "role")) {
      const std::string term = text::ascii_lower_case(text_of(role));
      const RoleRow* row = row_of<RoleRow>(roles, &RoleRow::term, term);
      if (row == nullptr) row = row_of<RoleRow>(roles, &RoleRow::code, term);
      const RoleRow* long_form = std::find_if(std::begin(roles), std::end(roles), [&](const RoleRow& each) {
        return term.find(each.term) != std::string::npos;  // "edt editor", both said
      });
      if (row == nullptr && long_form != std::end(roles)) row = long_form;
      if (row == nullptr) return keep(term, text_of(node));
      variable = row->variable;
    }
    if (place == Place::host && variable == NameVariable::author) variable = NameVariable::container_author;
    if (place == Place::series) variable = NameVariable::collection_editor;
    if (text::child(node, "etal")) return work_.set_others(variable, true);
    if (Name name = name_of(node); name != Name{}) add_name(work_, variable, std::move(name));
  }

  static Name name_of(pugi::xml_node node) {
    Name name;
    std::string whole;
    for (const pugi::xml_node part : node.children()) {
      if (text::local_name(part) != "namePart") continue;
      const std::string type = text::attribute(part, "type");
      const std::string value = text_of(part);
      if (type == "family") {
        set_family(name, value);
      } else if (type == "given") {
        name.given += (name.given.empty() ? "" : " ") + value;
      } else if (type == "termsOfAddress") {
        name.suffix = value;
      } else if (type.empty()) {
        whole += (whole.empty() ? "" : " ") + value;
      }
    }
    if (name != Name{} || whole.empty()) return name;
    if (text::attribute(node, "type") != "personal") {
      name.literal = whole;
      return name;
    }
    return read_comma_name(whole);
  }

  void read_origin(pugi::xml_node node, Place place) {
    for (const pugi::xml_node each : node.children()) {
      const std::string_view name = text::local_name(each);
      if (name == "publisher") set(Variable::publisher, text_of(each));
      if (name == "place") set(Variable::publisher_place, text_of(each));
      if (name == "edition") set(Variable::edition, text_of(each));
      if (name == "issuance" && place == Place::host) continuing_ = text_of(each) != "monographic";
      if (name == "issuance" && place == Place::work) monographic_ = text_of(each) == "monographic";
      if (name == "dateIssued" || name == "copyrightDate") set_date(DateVariable::issued, each);
      if (name == "dateCaptured") set_date(DateVariable::accessed, each);
      if (name == "dateOther") {
        const std::string type = text::attribute(each, "type");
        set_date(type == "accessed"    ? DateVariable::accessed
                 : type == "event"     ? DateVariable::event_date
                 : type == "submitted" ? DateVariable::submitted
                                       : DateVariable::original_date,
                 each);
      }
    }
  }

  void set_date(DateVariable variable, pugi::xml_node node) { set_date(variable, text_of(node)); }
  void set_date(DateVariable variable, const std::string& text) {
    if (!text.empty() && work_.get(variable) == nullptr) work_.set(variable, read_edtf_date(text));
  }

  void read_part(pugi::xml_node node) {
    for (const pugi::xml_node each : node.children()) {
      const std::string_view name = text::local_name(each);
      if (name == "date") set_date(DateVariable::issued, each);
      if (name == "detail") read_detail(each);
      if (name != "extent") continue;
      const std::string first = text_of(text::child(each, "start"));
      const std::string last = text_of(text::child(each, "end"));
      const std::string list = text_of(text::child(each, "list"));
      set(Variable::page, !list.empty() ? list : last.empty() || last == first ? first : first + "-" + last);
    }
  }

  void read_detail(pugi::xml_node detail) {
    const std::string type = text::attribute(detail, "type");
    std::string number = text_of(text::child(detail, "number"));
    if (number.empty()) number = text_of(detail);
    if (type == "volume") return set(Variable::volume, number);
    if (type == "issue") return set(Variable::issue, number);
    if (type == "page") return set(Variable::page, number);
    if (type == "number" || type == "report number") return set(Variable::number, number);
    keep(type.empty() ? "detail" : type, number);
  }

  void read_genre(pugi::xml_node node, Place place) {
    const std::string text = text_of(node);
    const std::string folded = text::ascii_lower_case(text);
    if (place == Place::host) {
      continuing_ = continuing_ || folded == "periodical" || folded == "academic journal" || folded == "newspaper";
      return;
    }
    if (place == Place::series) return;
    std::optional<WorkType> type = parse_work_type(folded);
    if (const GenreRow* row = row_of<GenreRow>(genres, &GenreRow::genre, folded); !type && row != nullptr)
      type = row->type;
    const bool ours = text::attribute(node, "authority") == "csl";
    if (type && (!typed_ || ours)) {
      work_.type = *type;
      typed_ = true;
    } else if (!type) {
      set(Variable::genre, text);
    }
  }

  void read_location(pugi::xml_node node) {
    for (const pugi::xml_node each : node.children()) {
      const std::string_view name = text::local_name(each);
      if (name == "url") {
        set(Variable::url, text_of(each));
        set_date(DateVariable::accessed, text::attribute(each, "dateLastAccessed"));
      }
      if (name == "physicalLocation") set(Variable::archive, text_of(each));
      if (name == "shelfLocator") set(Variable::archive_location, text_of(each));
    }
  }

  void read_other(std::string_view name, pugi::xml_node node, Place place) {
    const std::string text = text_of(node);
    const std::string type = text::attribute(node, "type");
    if (name == "identifier") {
      const IdentifierRow* row = row_of<IdentifierRow>(identifiers, &IdentifierRow::type, text::ascii_lower_case(type));
      if (row == nullptr && place == Place::work && type == "citekey" && work_.key.empty()) work_.key = text;
      if (row != nullptr && place != Place::series) return set(row->variable, text);
      if (type != "citekey") keep(type.empty() ? "identifier" : type, text);
    } else if (place != Place::work) {
      return;
    } else if (name == "abstract") {
      set(Variable::abstract, text);
    } else if (name == "language") {
      set(Variable::language, text);
    } else if (name == "subject") {
      const std::string_view before = work_.get(Variable::keyword);
      if (!text.empty()) work_.set(Variable::keyword, before.empty() ? text : std::string(before) + "; " + text);
    } else if (name == "note") {
      const IdentifierRow* row = row_of<IdentifierRow>(typed_notes, &IdentifierRow::type, type);
      if (row != nullptr) return set(row->variable, text);
      if (!type.empty()) return keep(type, text);
      const std::string_view before = work_.get(Variable::note);
      if (!text.empty()) work_.set(Variable::note, before.empty() ? text : std::string(before) + " " + text);
    } else if (name == "physicalDescription") {
      set(Variable::medium, text_of(text::child(node, "form")));
      read_extent(text_of(text::child(node, "extent")));
    } else if (name == "recordInfo") {
      if (work_.key.empty()) work_.key = text_of(text::child(node, "recordIdentifier"));
    } else if (name != "typeOfResource") {
      keep(name, text);
    }
  }

  // "123 pages", "3 volumes"
  void read_extent(const std::string& text) {
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == 0) return;
    const bool volumes = text.find("vol") != std::string::npos;
    set(volumes ? Variable::number_of_volumes : Variable::number_of_pages, text.substr(0, digits));
  }

  void guess_type() {
    if (hosted_) work_.type = continuing_ ? WorkType::article_journal : WorkType::chapter;
    if (!hosted_ && monographic_) work_.type = WorkType::book;
  }

  BibliographyEntry& entry_;
  Work& work_;
  bool typed_ = false;
  bool hosted_ = false;
  bool continuing_ = false;
  bool monographic_ = false;
};

// ---------------------------------------------------------------- writing

class ModsWriter {
 public:
  ModsWriter(pugi::xml_node mods, const BibliographyEntry& entry) : mods_(mods), entry_(entry), work_(entry.work) {}

  void write(std::string_view key) {
    if (!key.empty()) add(within(mods_, "recordInfo"), "recordIdentifier", key);
    title(mods_, Variable::title, Variable::title_short);
    names(mods_, NameVariable::author, "author", "aut");
    names(mods_, NameVariable::translator, "translator", "trl");
    names(mods_, NameVariable::recipient, "recipient", "rcp");
    if (!hosted()) names(mods_, NameVariable::editor, "editor", "edt");
    if (const std::string_view event = work_.get(Variable::event_title); !event.empty()) {
      pugi::xml_node name = mods_.append_child("name");
      name.append_attribute("type") = "conference";
      add(name, "namePart", event);
    }
    genre();
    origin();
    host();
    series();
    numbers();
    rest();
    for (const ExtraField& field : entry_.extra) add(mods_, "note", field.text, {{"type", field.name}});
  }

 private:
  [[nodiscard]] bool hosted() const { return !work_.get(Variable::container_title).empty(); }
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

  void names(pugi::xml_node parent, NameVariable variable, const char* role, const char* code) {
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
      add_role(name, role, code);
    }
    if (!work_.has_others(variable)) return;
    pugi::xml_node others = parent.append_child("name");
    others.append_child("etal");
    add_role(others, role, code);
  }

  static void add_role(pugi::xml_node name, const char* role, const char* code) {
    (void)code;
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
    pugi::xml_node host = mods_.append_child("relatedItem");
    host.append_attribute("type") = "host";
    title(host, Variable::container_title, Variable::container_title_short);
    names(host, NameVariable::container_author, "author", "aut");
    names(host, NameVariable::editor, "editor", "edt");
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
    if (work_.get(Variable::collection_title).empty()) {
      names_without_series();
      return;
    }
    pugi::xml_node series = mods_.append_child("relatedItem");
    series.append_attribute("type") = "series";
    pugi::xml_node info = series.append_child("titleInfo");
    put(info, "title", Variable::collection_title);
    put(info, "partNumber", Variable::collection_number);
    names(series, NameVariable::collection_editor, "editor", "edt");
  }

  void names_without_series() {
    if (work_.get(NameVariable::collection_editor).empty()) return;
    pugi::xml_node series = mods_.append_child("relatedItem");
    series.append_attribute("type") = "series";
    names(series, NameVariable::collection_editor, "editor", "edt");
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
    const std::size_t hyphen = page.find('-');
    const bool range = hyphen != std::string_view::npos && hyphen > 0 && hyphen + 1 < page.size() &&
                       page.find_first_of("-,;", hyphen + 1) == std::string_view::npos && page.find(',') > hyphen;
    if (range) {
      add(extent, "start", page.substr(0, hyphen));
      add(extent, "end", page.substr(hyphen + 1));
    } else {
      add(extent, "list", page);
    }
  }

  void rest() {
    put(mods_, "abstract", Variable::abstract);
    put(mods_, "note", Variable::note);
    for (const IdentifierRow& row : typed_notes) add(mods_, "note", work_.get(row.variable), {{"type", row.type}});
    if (const std::string_view language = work_.get(Variable::language); !language.empty())
      add(mods_.append_child("language"), "languageTerm", language, {{"type", "text"}});
    if (const std::string_view keyword = work_.get(Variable::keyword); !keyword.empty())
      add(mods_.append_child("subject"), "topic", keyword);
    physical();
    location();
    for (const IdentifierRow& row : identifiers) {
      const bool of_host = hosted() && (row.variable == Variable::issn || row.variable == Variable::isbn);
      if (row.variable == Variable::url || of_host || !first_row(row)) continue;
      add(mods_, "identifier", work_.get(row.variable), {{"type", row.type}});
    }
  }

  static bool first_row(const IdentifierRow& row) {
    return std::find_if(std::begin(identifiers), std::end(identifiers), [&](const IdentifierRow& each) {
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

bool looks_like_mods(std::string_view text) { return begins_with(text, {"mods", "modsCollection"}); }

void read_mods(Builder& builder) {
  read_records(builder, "mods", [](pugi::xml_node node, BibliographyEntry& entry) { ModsReader(entry).read(node); });
}

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
