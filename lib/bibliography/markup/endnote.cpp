// EndNote's XML, as EndNote and others export it ("RSXML").
#include <algorithm>
#include <string>
#include <utility>

#include "bibliography/bibtex_date_reader.hpp"
#include "bibliography/bibtex_dates.hpp"
#include "bibliography/comma_names.hpp"
#include "bibliography/markup/endnote_types.hpp"
#include "bibliography/markup/formats.hpp"
#include "bibliography/markup/xml_records.hpp"
#include "text/ascii.hpp"

namespace citegraph::bibliography::markup {
namespace {

struct ElementRow {
  const char* parent;  // inside the record; empty for the record itself
  const char* element;
  Variable variable;
};

// The first row of a variable is written; all are read.
constexpr ElementRow elements[] = {
    {"titles", "title", Variable::title},
    {"titles", "secondary-title", Variable::container_title},
    {"periodical", "full-title", Variable::container_title},
    {"alt-periodical", "full-title", Variable::container_title},
    {"titles", "tertiary-title", Variable::collection_title},
    {"titles", "short-title", Variable::title_short},
    {"periodical", "abbr-1", Variable::container_title_short},
    {"titles", "alt-title", Variable::container_title_short},
    {"", "pages", Variable::page},
    {"", "volume", Variable::volume},
    {"", "number", Variable::issue},
    {"", "num-vols", Variable::number_of_volumes},
    {"", "edition", Variable::edition},
    {"", "pub-location", Variable::publisher_place},
    {"", "publisher", Variable::publisher},
    {"", "electronic-resource-num", Variable::doi},
    {"", "abstract", Variable::abstract},
    {"", "notes", Variable::note},
    {"", "work-type", Variable::genre},
    {"", "language", Variable::language},
    {"", "custom2", Variable::pmcid},
    {"", "accession-num", Variable::pmid},
    {"", "remote-database-name", Variable::archive},
    {"", "call-num", Variable::archive_location},
};

struct ContributorRow {
  const char* element;
  NameVariable variable;
};
constexpr ContributorRow contributors[] = {
    {"authors", NameVariable::author},
    {"secondary-authors", NameVariable::editor},
    {"tertiary-authors", NameVariable::collection_editor},
    {"subsidiary-authors", NameVariable::translator},
    {"translated-authors", NameVariable::translator},
};

pugi::xml_node place_of(pugi::xml_node record, const ElementRow& row) {
  const pugi::xml_node parent = *row.parent == '\0' ? record : text::child(record, row.parent);
  return text::child(parent, row.element);
}

// Elements of a record that are read, here and in `elements`.
bool is_read(std::string_view name) {
  constexpr std::string_view others[] = {"ref-type",   "contributors", "dates",      "access-date",
                                         "isbn",       "urls",         "keywords",   "label",
                                         "rec-number", "titles",       "periodical", "alt-periodical"};
  return std::find(std::begin(others), std::end(others), name) != std::end(others) ||
         std::any_of(std::begin(elements), std::end(elements),
                     [name](const ElementRow& row) { return *row.parent == '\0' && row.element == name; });
}

// What EndNote notes for itself.
bool is_bookkeeping(std::string_view name) {
  return name == "database" || name == "source-app" || name == "foreign-keys";
}

class EndnoteReader {
 public:
  explicit EndnoteReader(BibliographyEntry& entry) : entry_(entry), work_(entry.work) {}

  void read(pugi::xml_node record) {
    read_type(text::child(record, "ref-type"));
    for (const ElementRow& row : elements) read_text(place_of(record, row), row.variable);
    read_names(text::child(record, "contributors"));
    read_dates(text::child(record, "dates"), text::child(record, "access-date"));
    read_serial(text_of(text::child(record, "isbn")));
    read_urls(text::child(record, "urls"));
    read_keywords(text::child(record, "keywords"));
    work_.key = text_of(text::child(record, "label"));
    if (work_.key.empty()) work_.key = text_of(text::child(record, "rec-number"));
    count_pages(work_);
    keep_the_rest(record);
  }

 private:
  void read_type(pugi::xml_node node) {
    std::string name = text::attribute(node, "name");
    const std::string number = text_of(node);
    const auto* row = std::find_if(endnote_types.begin(), endnote_types.end(), [&](const EndnoteType& each) {
      return name.empty() ? std::to_string(each.number) == number : each.name == name;
    });
    if (row != endnote_types.end()) {
      work_.type = row->type;
    } else if (!name.empty()) {
      entry_.extra.push_back({"ref-type", std::move(name)});
    }
  }

  void read_text(pugi::xml_node node, Variable variable) {
    std::string text = text_of(node);
    if (text.empty() || !work_.get(variable).empty()) return;
    const bool digits = text.find_first_not_of("0123456789") == std::string::npos;
    if (variable == Variable::pmid && !digits) return entry_.extra.push_back({"accession-num", std::move(text)});
    if (variable == Variable::pmcid && !text.starts_with("PMC"))
      return entry_.extra.push_back({"custom2", std::move(text)});
    work_.set(variable, std::move(text));
  }

  void read_names(pugi::xml_node parent) {
    for (const ContributorRow& row : contributors) {
      for (const pugi::xml_node node : text::child(parent, row.element).children()) {
        const std::string text = text_of(node);
        if (text == "et al." || text == "others") {
          work_.set_others(row.variable, true);
        } else if (Name name = read_comma_name(text); !text.empty() && name != Name{}) {
          add_name(work_, row.variable, std::move(name));
        }
      }
    }
  }

  // A year, and "May 3" or "2011-05-03" beside it.
  void read_dates(pugi::xml_node dates, pugi::xml_node accessed) {
    const std::string year = text_of(text::child(dates, "year"));
    const std::string day = text_of(text::child(text::child(dates, "pub-dates"), "date"));
    std::optional<Date> issued = read_edtf_date(day);
    if (!issued || !issued->has_year()) {
      const std::optional<Date> whole = read_edtf_date(year);
      const std::optional<Date> more = day.empty() ? std::nullopt : parse_date(day + " " + year);
      issued = more && more->has_year() && whole && more->year() == whole->year() ? more : whole;
    }
    work_.set(DateVariable::issued, std::move(issued));
    if (const std::string text = text_of(accessed); !text.empty())
      work_.set(DateVariable::accessed, read_edtf_date(text));
  }

  void read_serial(const std::string& serial) {
    if (!serial.empty()) work_.set(is_valid_issn(serial) ? Variable::issn : Variable::isbn, serial);
  }

  void read_urls(pugi::xml_node urls) {
    for (const pugi::xml_node kind : urls.children()) {
      for (const pugi::xml_node node : kind.children()) {
        std::string url = text_of(node);
        if (url.empty()) continue;
        if (work_.get(Variable::url).empty()) {
          work_.set(Variable::url, std::move(url));
        } else {
          entry_.extra.push_back({"url", std::move(url)});
        }
      }
    }
  }

  // What no variable stands for, each element of the record under its name.
  void keep_the_rest(pugi::xml_node record) {
    for (const pugi::xml_node node : record.children()) {
      const std::string_view name = text::local_name(node);
      if (!text::is_element(node) || is_read(name) || is_bookkeeping(name)) continue;
      if (std::string text = text_of(node); !text.empty()) entry_.extra.push_back({std::string(name), std::move(text)});
    }
  }

  void read_keywords(pugi::xml_node keywords) {
    std::string all;
    for (const pugi::xml_node node : keywords.children())
      if (const std::string text = text_of(node); !text.empty()) all += (all.empty() ? "" : "; ") + text;
    if (!all.empty()) work_.set(Variable::keyword, std::move(all));
  }

  BibliographyEntry& entry_;
  Work& work_;
};

class EndnoteWriter {
 public:
  explicit EndnoteWriter(const BibliographyEntry& entry) : entry_(entry), work_(entry.work) {}

  void write(pugi::xml_node record, std::size_t number, std::string_view key) {
    const EndnoteType& type = endnote_type(work_.type);
    add(record, "rec-number", std::to_string(number));
    add(record, "ref-type", std::to_string(type.number), {{"name", type.name}});
    write_names(record);
    for (const ElementRow& row : elements) {
      const std::string_view text = work_.get(row.variable);
      if (text.empty() || !first_row(row)) continue;
      add(*row.parent == '\0' ? record : within(record, row.parent), row.element, text);
    }
    if (work_.get(Variable::page).empty() && counts_pages(work_.type))
      add(record, "pages", work_.get(Variable::number_of_pages));
    if (const std::string_view journal = work_.get(Variable::container_title);
        !journal.empty() && stands_in_journal(work_.type))
      add(within(record, "periodical"), "full-title", journal);
    if (const std::string_view keyword = work_.get(Variable::keyword); !keyword.empty())
      add(within(record, "keywords"), "keyword", keyword);
    write_dates(record);
    const std::string_view isbn = work_.get(Variable::isbn);
    add(record, "isbn", isbn.empty() ? work_.get(Variable::issn) : isbn);
    if (const std::string_view url = work_.get(Variable::url); !url.empty())
      add(within(within(record, "urls"), "related-urls"), "url", url);
    add(record, "label", key);
    for (const ExtraField& field : entry_.extra)
      if (is_name(field.name) && !is_read(field.name) && !is_bookkeeping(field.name))
        add(record, field.name.c_str(), field.text);
  }

 private:
  static bool first_row(const ElementRow& row) {
    return std::find_if(std::begin(elements), std::end(elements),
                        [&](const ElementRow& each) { return each.variable == row.variable; }) == &row;
  }

  // An element could be called so.
  static bool is_name(std::string_view name) {
    return !name.empty() && text::is_ascii_lower(name[0]) &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
  }

  void write_names(pugi::xml_node record) {
    for (const ContributorRow& row : contributors) {
      const std::span<const Name> names = work_.get(row.variable);
      if ((names.empty() && !work_.has_others(row.variable)) || std::string_view(row.element) == "translated-authors")
        continue;
      pugi::xml_node list = within(within(record, "contributors"), row.element);
      for (const Name& name : names) add(list, "author", comma_name(name));
      if (work_.has_others(row.variable)) add(list, "author", "et al.");
    }
  }

  void write_dates(pugi::xml_node record) {
    if (const Date* issued = work_.get(DateVariable::issued)) {
      pugi::xml_node dates = within(record, "dates");
      const bool year = issued->has_year() && issued->year() > 0;
      add(dates, "year", year ? std::to_string(issued->year()) : bibtex_year(*issued));
      if (issued->has_year() && (issued->start->month != 0 || issued->start->season != 0 || issued->end || !year))
        add(within(dates, "pub-dates"), "date", edtf_date(*issued));
    }
    if (const Date* accessed = work_.get(DateVariable::accessed); accessed != nullptr && accessed->has_year())
      add(record, "access-date", edtf_date(*accessed));
  }

  const BibliographyEntry& entry_;
  const Work& work_;
};

}  // namespace

bool looks_like_endnote(std::string_view text) { return begins_with(text, {"xml", "records", "record"}); }

void read_endnote(Builder& builder) {
  read_records(builder, "record",
               [](pugi::xml_node node, BibliographyEntry& entry) { EndnoteReader(entry).read(node); });
}

void write_endnote(std::ostream& out, const EntriesToWrite& what) {
  pugi::xml_document document;
  pugi::xml_node records = document.append_child("xml").append_child("records");
  for (std::size_t i = 0; i < what.entries.size(); ++i)
    EndnoteWriter(*what.entries[i]).write(records.append_child("record"), i + 1, what.keys[i]);
  write_records(out, document);
}

}  // namespace citegraph::bibliography::markup
