// MODS 3.7 of the Library of Congress (loc.gov/standards/mods), as Zotero, JabRef and bibutils write it. The genres are
// those of the MARC genre term list, Zotero and bibutils.
#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "bibliography/bibtex_date_reader.hpp"
#include "bibliography/comma_names.hpp"
#include "bibliography/markup/formats.hpp"
#include "bibliography/markup/mods_terms.hpp"
#include "bibliography/markup/xml_records.hpp"
#include "text/ascii.hpp"

namespace citegraph::bibliography::markup {
namespace {

using mods::identifiers;
using mods::TermRow;
using mods::typed_notes;

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

template <class Row>
const Row* row_of(std::span<const Row> rows, std::string_view Row::*key, std::string_view wanted) {
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& each) { return each.*key == wanted; });
  return row == rows.end() ? nullptr : &*row;
}

enum class Place : std::uint8_t { work, host, series, reviewed };

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
    } else if (type == "reviewOf" && text::child(node, "name")) {
      for (const pugi::xml_node each : node.children())
        if (text::local_name(each) == "name") read_name(each, Place::reviewed);
      keep(type, text_of(text::child(node, "titleInfo")));
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
    if (place == Place::reviewed) variable = NameVariable::reviewed_author;
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
      std::string pages = text_of(text::child(each, "start"));
      const std::string last = text_of(text::child(each, "end"));
      const std::string list = text_of(text::child(each, "list"));
      if (!last.empty() && last != pages) pages += "-" + last;
      set(Variable::page, list.empty() ? pages : list);
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
    if (place != Place::work) return;
    const std::string authority = text::attribute(node, "authority");
    if (typed_by_csl_ && authority.empty()) return set(Variable::genre, text);
    std::optional<WorkType> type = parse_work_type(folded);
    if (const GenreRow* row = row_of<GenreRow>(genres, &GenreRow::genre, folded); !type && row != nullptr)
      type = row->type;
    const bool ours = authority == "csl";
    typed_by_csl_ = typed_by_csl_ || (type && ours);
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
      const TermRow* row = row_of<TermRow>(identifiers, &TermRow::type, text::ascii_lower_case(type));
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
      const TermRow* row = row_of<TermRow>(typed_notes, &TermRow::type, type);
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
  bool typed_by_csl_ = false;  // what other genres say is the work's own
  bool hosted_ = false;
  bool continuing_ = false;
  bool monographic_ = false;
};

}  // namespace

bool looks_like_mods(std::string_view text) { return begins_with(text, {"mods", "modsCollection"}); }

void read_mods(Builder& builder) {
  read_records(builder, "mods", [](pugi::xml_node node, BibliographyEntry& entry) { ModsReader(entry).read(node); });
}

}  // namespace citegraph::bibliography::markup
