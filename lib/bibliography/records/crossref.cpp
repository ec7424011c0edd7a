#include "bibliography/records/crossref.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bibliography/records/work_fields.hpp"

namespace citegraph::bibliography::records {
namespace {

constexpr TypeRow crossref_types[] = {
    {"journal-article", WorkType::article_journal},
    {"book", WorkType::book},
    {"monograph", WorkType::book},
    {"edited-book", WorkType::book},
    {"reference-book", WorkType::book},
    {"book-set", WorkType::book},
    {"book-chapter", WorkType::chapter},
    {"book-section", WorkType::chapter},
    {"book-part", WorkType::chapter},
    {"book-track", WorkType::chapter},
    {"reference-entry", WorkType::entry},
    {"proceedings", WorkType::book},
    {"proceedings-article", WorkType::paper_conference},
    {"dataset", WorkType::dataset},
    {"dissertation", WorkType::thesis},
    {"posted-content", WorkType::article},
    {"report", WorkType::report},
    {"report-component", WorkType::report},
    {"standard", WorkType::standard},
    {"peer-review", WorkType::review},
    {"journal", WorkType::periodical},
    {"journal-issue", WorkType::periodical},
    {"software", WorkType::software},
};

struct TextRow {
  std::string_view name;
  Variable variable;
};

constexpr TextRow texts[] = {
    {"container-title", Variable::container_title},
    {"short-container-title", Variable::container_title_short},
    {"short-title", Variable::title_short},
    {"volume", Variable::volume},
    {"issue", Variable::issue},
    {"publisher", Variable::publisher},
    {"publisher-location", Variable::publisher_place},
    {"edition-number", Variable::edition},
    {"language", Variable::language},
    {"ISSN", Variable::issn},
    {"abstract", Variable::abstract},
};

struct NamesRow {
  std::string_view name;
  NameVariable variable;
};

constexpr NamesRow people[] = {
    {"author", NameVariable::author}, {"editor", NameVariable::editor}, {"translator", NameVariable::translator}};

std::optional<Date> date_of(Json value) {
  std::optional<Date> date;
  each_member(value, [&date](std::string_view name, Json parts) {
    if (name != "date-parts") return;
    each_element(parts, [&date](Json day) {
      std::string text;
      each_element(day, [&text](Json part) {
        if (!text.empty()) text += '-';
        text += clean_text_of(part);
      });
      if (!date) date = iso_date(text);
    });
  });
  return date;
}

std::optional<Name> name_of(Json value) {
  Name name;
  std::string literal;
  each_member(value, [&](std::string_view part, Json text) {
    if (part == "family") name.family = clean_text_of(text);
    if (part == "given") name.given = clean_text_of(text);
    if (part == "suffix") name.suffix = clean_text_of(text);
    if (part == "name") literal = clean_text_of(text);
  });
  if (name.family.empty()) {  // an organisation, or a person of one name
    if (literal.empty()) literal = name.given;
    name = {};
    name.literal = std::move(literal);
  }
  if (name.family.empty() && name.literal.empty()) return std::nullopt;
  return name;
}

class CrossrefReader final : public ObjectReader {
 public:
  using ObjectReader::ObjectReader;

 private:
  void take(std::string_view name, Json value) override;
  bool take_text(std::string_view name, Json value);
  bool take_names(std::string_view name, Json value);
  void take_references(Json references);
  void take_event(Json event);
  void finish() override;

  std::string subtitle_, article_number_;
  std::optional<Date> printed_, online_;
};

void CrossrefReader::take(std::string_view name, Json value) {
  if (name == "DOI") {
    record_.id = normal_doi(text_of(value));
    set(Variable::doi, record_.id);
  } else if (name == "type") {
    // The same data, asked for as CSL-JSON, comes with CSL's names.
    const std::string_view type = text_of(value);
    work_.type = parse_work_type(type).value_or(type_of(crossref_types, type));
  } else if (name == "title") {
    set(Variable::title, first_text_of(value));
  } else if (name == "subtitle") {
    subtitle_ = first_text_of(value);
  } else if (name == "page") {
    set(Variable::page, clean_text_of(value));
  } else if (name == "article-number") {
    article_number_ = clean_text_of(value);
  } else if (name == "ISBN") {
    const std::string isbn = first_text_of(value);
    set(Variable::isbn, isbn.substr(isbn.rfind('/') + 1));
  } else if (name == "issued") {
    work_.set(DateVariable::issued, date_of(value));
  } else if (name == "published-print") {
    printed_ = date_of(value);
  } else if (name == "published-online") {
    online_ = date_of(value);
  } else if (name == "event") {
    take_event(value);
  } else if (name == "reference") {
    take_references(value);
  } else if (!take_names(name, value)) {
    take_text(name, value);
  }
}

bool CrossrefReader::take_text(std::string_view name, Json value) {
  for (const TextRow& row : texts) {
    if (row.name != name) continue;
    set(row.variable, first_text_of(value));
    return true;
  }
  return false;
}

bool CrossrefReader::take_names(std::string_view name, Json value) {
  for (const NamesRow& row : people) {
    if (row.name != name) continue;
    std::vector<Name> names;
    each_element(value, [&names](Json person) {
      if (std::optional<Name> read = name_of(person)) names.push_back(std::move(*read));
    });
    work_.set(row.variable, std::move(names));
    return true;
  }
  return false;
}

void CrossrefReader::take_references(Json references) {
  each_element(references, [this](Json reference) {
    each_member(reference, [this](std::string_view name, Json value) {
      if (name != "DOI") return;
      if (std::string doi = normal_doi(text_of(value)); !doi.empty()) record_.cited.push_back(std::move(doi));
    });
  });
}

void CrossrefReader::take_event(Json event) {
  each_member(event, [this](std::string_view name, Json value) {
    if (name == "name") set(Variable::event_title, clean_text_of(value));
    if (name == "location") set(Variable::event_place, clean_text_of(value));
  });
}

void CrossrefReader::finish() {
  const std::string title(work_.get(Variable::title));
  if (!subtitle_.empty() && !title.empty() && title.find(subtitle_) == std::string::npos)
    work_.set(Variable::title, title + (title.ends_with('?') || title.ends_with('!') ? " " : ": ") + subtitle_);
  if (work_.get(Variable::page).empty()) set(Variable::page, std::move(article_number_));
  if (work_.get(DateVariable::issued) == nullptr) work_.set(DateVariable::issued, printed_ ? printed_ : online_);
}

}  // namespace

void read_crossref(JsonObject object, WorkRecord& record) { CrossrefReader(record).read(object); }

}  // namespace citegraph::bibliography::records
