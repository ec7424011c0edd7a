#include "document/jats/fields.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <utility>

#include "citegraph/identifier.hpp"

#include "document/jats/elements.hpp"
#include "document/xml.hpp"
#include "text/ascii.hpp"

namespace citegraph::document::jats {
namespace {

enum class Kind : std::uint8_t {
  none,
  access_date,
  comment,
  identifier,
  month_or_day,
  page_first,
  page_last,
  page_range,
  person,
  person_group,
  plain,
  source,
  title,
  web_address,
  year,
};

struct FieldRow {
  std::string_view name;
  Kind kind;
  Label label = Label::other;
};

// Sorted.
constexpr FieldRow elements[] = {
    {"access-date", Kind::access_date, Label::accessed},
    {"anonymous", Kind::person, Label::author},
    {"article-title", Kind::title, Label::title},
    {"chapter-title", Kind::title, Label::title},
    {"collab", Kind::person, Label::author},
    {"comment", Kind::comment, Label::note},
    {"conf-name", Kind::plain, Label::event},
    {"data-title", Kind::title, Label::title},
    {"date-in-citation", Kind::access_date, Label::accessed},
    {"day", Kind::month_or_day, Label::date},
    {"edition", Kind::plain, Label::edition},
    {"elocation-id", Kind::page_first, Label::pages},
    {"etal", Kind::person, Label::author},
    {"ext-link", Kind::web_address, Label::url},
    {"fpage", Kind::page_first, Label::pages},
    {"institution", Kind::plain, Label::publisher},
    {"isbn", Kind::plain, Label::isbn},
    {"issn", Kind::plain, Label::other},
    {"issue", Kind::plain, Label::issue},
    {"lpage", Kind::page_last, Label::pages},
    {"month", Kind::month_or_day, Label::date},
    {"name", Kind::person, Label::author},
    {"page-range", Kind::page_range, Label::pages},
    {"part-title", Kind::title, Label::title},
    {"patent", Kind::plain, Label::genre},
    {"person-group", Kind::person_group, Label::author},
    {"pub-id", Kind::identifier, Label::doi},
    {"publisher-loc", Kind::plain, Label::publisher_place},
    {"publisher-name", Kind::plain, Label::publisher},
    {"season", Kind::month_or_day, Label::date},
    {"series", Kind::plain, Label::collection_title},
    {"source", Kind::source, Label::container_title},
    {"string-date", Kind::year, Label::date},
    {"string-name", Kind::person, Label::author},
    {"uri", Kind::web_address, Label::url},
    {"volume", Kind::plain, Label::volume},
    {"year", Kind::year, Label::date},
};

struct TypeRow {
  std::string_view name;
  WorkType type;
};

// `publication-type` is free text; these are the values of the JATS guidelines (JATS4R) and of large publishers, beside
// the names of CSL.
// Sorted.
constexpr TypeRow types[] = {
    {"blog", WorkType::post_weblog},
    {"book", WorkType::book},
    {"book-chapter", WorkType::chapter},
    {"chapter", WorkType::chapter},
    {"commun", WorkType::personal_communication},
    {"computer-program", WorkType::software},
    {"conf", WorkType::paper_conference},
    {"conf-proc", WorkType::paper_conference},
    {"conference", WorkType::paper_conference},
    {"confproc", WorkType::paper_conference},
    {"data", WorkType::dataset},
    {"database", WorkType::dataset},
    {"dataset", WorkType::dataset},
    {"dissertation", WorkType::thesis},
    {"edited-book", WorkType::book},
    {"eprint", WorkType::article},
    {"journal", WorkType::article_journal},
    {"law", WorkType::legislation},
    {"legal-doc", WorkType::legislation},
    {"letter", WorkType::personal_communication},
    {"magazine", WorkType::article_magazine},
    {"map", WorkType::map},
    {"newspaper", WorkType::article_newspaper},
    {"patent", WorkType::patent},
    {"preprint", WorkType::article},
    {"proc", WorkType::paper_conference},
    {"report", WorkType::report},
    {"software", WorkType::software},
    {"standard", WorkType::standard},
    {"tech-report", WorkType::report},
    {"technical-report", WorkType::report},
    {"thesis", WorkType::thesis},
    {"video", WorkType::motion_picture},
    {"web", WorkType::webpage},
    {"web-page", WorkType::webpage},
    {"webpage", WorkType::webpage},
    {"website", WorkType::webpage},
    {"working-paper", WorkType::report},
};

template <class Table>
auto find_row(const Table& table, std::string_view name) {
  const auto row = std::lower_bound(std::begin(table), std::end(table), name,
                                    [](const auto& each, std::string_view value) { return each.name < value; });
  return row != std::end(table) && row->name == name ? row : nullptr;
}

WorkType type_of(pugi::xml_node citation) {
  std::string type = attribute(citation, "publication-type");
  if (type.empty()) type = attribute(citation, "citation-type");
  type = text::ascii_lower_case(type);
  const TypeRow* row = find_row(types, type);
  return row != nullptr ? row->type : parse_work_type(type).value_or(WorkType::document);
}

// An own publication rather than what another stands in.
bool is_whole_publication(WorkType type) {
  switch (type) {
    case WorkType::book:
    case WorkType::thesis:
    case WorkType::report:
    case WorkType::webpage:
    case WorkType::software:
    case WorkType::dataset:
    case WorkType::standard:
    case WorkType::patent:
    case WorkType::legislation:
    case WorkType::motion_picture:
    case WorkType::map:
    case WorkType::paper_conference:
      return true;
    default:
      return false;
  }
}

Label role_of_group(pugi::xml_node group) {
  const std::string type = attribute(group, "person-group-type");
  if (type == "editor" || type == "editors" || type == "guest-editor") return Label::editor;
  if (type == "translator" || type == "transed") return Label::translator;
  return Label::author;
}

// The same name in several scripts.
bool is_alternatives(pugi::xml_node node) {
  return local_name(node) == "name-alternatives" || local_name(node) == "collab-alternatives";
}

pugi::xml_node first_element(pugi::xml_node node) {
  pugi::xml_node first = node.first_child();
  while (first && !is_element(first)) first = first.next_sibling();
  return first;
}

Label label_of(IdentifierScheme scheme) {
  switch (scheme) {
    case IdentifierScheme::doi:
      return Label::doi;
    case IdentifierScheme::isbn:
      return Label::isbn;
    case IdentifierScheme::arxiv:
    case IdentifierScheme::pmid:
    case IdentifierScheme::pmcid:
      return Label::eprint;
    case IdentifierScheme::url:
      return Label::url;
    case IdentifierScheme::issn:
      break;
  }
  return Label::other;
}

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

class FieldReader {
 public:
  explicit FieldReader(pugi::xml_node citation) : citation_(citation) { out_.type = type_of(citation); }

  Fields read() {
    for (pugi::xml_node node = citation_.first_child(); node;) {
      const bool inside = is_element(node) && read_element(node);
      node = inside ? next_inside(node, citation_) : next_beyond(node, citation_);
    }
    finish_date();
    settle_source();
    settle_type();
    return std::move(out_);
  }

 private:
  // True if what stands in the element is to be read too.
  bool read_element(pugi::xml_node node) {
    const FieldRow* row = find_row(elements, local_name(node));
    if (row == nullptr) return role_of(local_name(node)) != Role::skipped && local_name(node) != "label";
    switch (row->kind) {
      case Kind::person:
        return read_person(node);
      case Kind::person_group:
        return read_group(node);
      case Kind::title:
        if (!has(Label::title)) add({Label::title, value_of(node), std::nullopt, {node}});
        titled_ = true;
        return false;
      case Kind::source:
        add({Label::container_title, value_of(node), std::nullopt, {node}});
        return false;
      case Kind::year:
      case Kind::month_or_day:
        return read_date(node, row->kind == Kind::year);
      case Kind::page_first:
      case Kind::page_last:
      case Kind::page_range:
        return read_page(node, row->kind);
      case Kind::identifier:
        return read_identifier(node);
      case Kind::web_address:
        return read_address(node);
      case Kind::access_date:
        return read_accessed(node);
      case Kind::comment:
        return read_comment(node);
      case Kind::plain:
        add({row->label, value_of(node), std::nullopt, {node}});
        return false;
      case Kind::none:
        break;
    }
    return true;
  }

  void add(Field field) {
    if (field.value.empty()) return;
    std::size_t& first = first_[static_cast<std::size_t>(field.label)];
    out_.fields.push_back(std::move(field));
    if (first == 0) first = out_.fields.size();
  }

  // The first field of a label.
  Field* find(Label label) {
    const std::size_t first = first_[static_cast<std::size_t>(label)];
    return first == 0 ? nullptr : &out_.fields[first - 1];
  }
  bool has(Label label) const { return first_[static_cast<std::size_t>(label)] != 0; }

  bool read_person(pugi::xml_node node) {
    pugi::xml_node parent = node.parent();
    if (is_alternatives(parent)) {
      if (first_element(parent) != node) return false;
      parent = parent.parent();
    }
    // Names outside a group are authors, but behind a title they are those of the book it stands in.
    const Label label = local_name(parent) == "person-group" ? role_of_group(parent)
                        : titled_                            ? Label::editor
                                                             : Label::author;
    if (local_name(node) == "etal")
      add({label, "et al.", std::nullopt, {node}});
    else
      add({label, value_of(node), read_name(node), {node}});
    return false;
  }

  // A group of text only is a list of names in one.
  bool read_group(pugi::xml_node group) {
    for (const pugi::xml_node each : group.children())
      if (is_element(each) && find_row(elements, local_name(each)) != nullptr) return true;
    add({role_of_group(group), value_of(group), std::nullopt, {group}});
    return false;
  }

  // ---- dates: the year, and month and day where they are tagged

  bool read_date(pugi::xml_node node, bool year) {
    if (year) {
      if (year_.empty()) {
        year_ = value_of(node);
        date_nodes_.insert(date_nodes_.begin(), node);
        date_place_ = out_.fields.size();
      }
      return false;
    }
    const std::string_view name = local_name(node);
    (name == "day" ? day_ : month_) = value_of(node);
    date_nodes_.push_back(node);
    return false;
  }

  void finish_date() {
    if (year_.empty()) return;
    std::string value = year_;
    const auto padded = [](const std::string& number) { return (number.size() < 2 ? "0" : "") + number; };
    if (is_digits(year_) && is_digits(month_) && month_.size() <= 2) {
      value += '-' + padded(month_);
      if (is_digits(day_) && day_.size() <= 2) value += '-' + padded(day_);
    } else if (!month_.empty()) {
      value = (day_.empty() ? "" : day_ + ' ') + month_ + ' ' + year_;
    } else if (const std::size_t dash = value.find('-'); dash != std::string::npos && value.size() == dash + 3) {
      value.replace(dash, 1, "\u2013");  // "2001-05" in one element is a range of years
    }
    Field date{Label::date, std::move(value), std::nullopt, std::move(date_nodes_)};
    out_.fields.insert(out_.fields.begin() + static_cast<std::ptrdiff_t>(date_place_), std::move(date));
  }

  // "accessed 2 May 2011": the date is the attribute's, else what is printed.
  bool read_accessed(pugi::xml_node node) {
    const std::string type = attribute(node, "content-type");
    if (!type.empty() && type.find("access") == std::string::npos && type.find("cited") == std::string::npos)
      return false;
    add({Label::accessed, value_of(node), std::nullopt, {node}});
    return false;
  }

  // ---- pages

  bool read_page(pugi::xml_node node, Kind kind) {
    Field* const pages = find(Label::pages);
    std::string value = value_of(node);
    if (kind == Kind::page_last && pages != nullptr && pages->nodes.size() == 1) {
      if (pages->value != value && !value.empty()) pages->value += '-' + value;
      pages->nodes.push_back(node);
    } else if (pages == nullptr && kind != Kind::page_last) {
      add({Label::pages, std::move(value), std::nullopt, {node}});
    }
    return false;
  }

  // ---- identifiers and addresses

  bool read_identifier(pugi::xml_node node) {
    const std::string type = attribute(node, "pub-id-type");
    std::string value = value_of(node);
    if (type == "doi" || value.starts_with("10.")) {
      if (!has(Label::doi)) add({Label::doi, std::move(value), std::nullopt, {node}});
    } else if (type == "pmcid" || type == "pmc") {
      add({Label::eprint, (is_digits(value) ? "PMC" : "") + value, std::nullopt, {node}});
    } else if (type == "pmid") {
      add({Label::eprint, std::move(value), std::nullopt, {node}});
    } else if (type == "arxiv") {
      add({Label::eprint, (value.find(':') == std::string::npos ? "arXiv:" : "") + value, std::nullopt, {node}});
    } else if (type == "isbn") {
      add({Label::isbn, std::move(value), std::nullopt, {node}});
    }
    return false;
  }

  bool read_address(pugi::xml_node node) {
    std::string value = attribute(node, "href");
    const std::string printed = value_of(node);
    const std::optional<Identifier> link = parse_identifier(value);
    const std::optional<Identifier> text = parse_identifier(printed);
    const auto is_doi = [](const std::optional<Identifier>& found) {
      return found && found->valid && found->scheme == IdentifierScheme::doi;
    };
    if (is_doi(link) || is_doi(text)) {
      if (!has(Label::doi)) add({Label::doi, is_doi(text) ? printed : value, std::nullopt, {node}});
      return false;
    }
    if (value.find("://") == std::string::npos && !printed.empty()) value = printed;
    const std::optional<Identifier> address = parse_identifier(value);
    if (address && address->scheme == IdentifierScheme::arxiv)
      add({Label::eprint, std::move(value), std::nullopt, {node}});
    else if (!has(Label::url))
      add({Label::url, std::move(value), std::nullopt, {node}});
    return false;
  }

  bool read_comment(pugi::xml_node node) {
    for (const pugi::xml_node each : node.children())
      if (is_element(each) && find_row(elements, local_name(each)) != nullptr) return true;
    std::string value = value_of(node);
    const std::vector<FoundIdentifier> found = find_identifiers(value);
    for (const FoundIdentifier& each : found)
      if (const Label label = label_of(each.identifier.scheme); label == Label::eprint || !has(label))
        add({label,
             (each.identifier.scheme == IdentifierScheme::arxiv ? "arXiv:" : "") + each.identifier.value,
             std::nullopt,
             {node}});
    if (found.empty())
      add({out_.type == WorkType::thesis ? Label::genre : Label::note, std::move(value), std::nullopt, {node}});
    return false;
  }

  // ---- what depends on all of them

  // A source is what the title stands in; without a title of another kind of publication than a journal it is the work.
  void settle_source() {
    if (titled_) return;
    const bool paged = has(Label::volume) && (has(Label::pages) || has(Label::issue));
    const bool whole = is_whole_publication(out_.type) || (out_.type == WorkType::document && !paged);
    if (!whole) return;
    for (Field& field : out_.fields)
      if (field.label == Label::container_title) {
        field.label = Label::title;
        return;
      }
  }

  void settle_type() {
    if (out_.type == WorkType::book && titled_ && has(Label::container_title)) out_.type = WorkType::chapter;
    if (out_.type == WorkType::chapter && !has(Label::container_title)) out_.type = WorkType::book;
  }

  pugi::xml_node citation_;
  Fields out_;
  std::array<std::size_t, static_cast<std::size_t>(Label::other) + 1> first_{};  // by label: its first field, from 1
  bool titled_ = false;
  std::string year_;
  std::string month_;
  std::string day_;
  std::vector<pugi::xml_node> date_nodes_;
  std::size_t date_place_ = 0;
};

}  // namespace

Fields read_fields(pugi::xml_node citation) { return FieldReader(citation).read(); }

}  // namespace citegraph::document::jats
