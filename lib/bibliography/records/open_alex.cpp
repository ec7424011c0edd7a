#include "bibliography/records/open_alex.hpp"

#include <utility>

#include "bibliography/records/work_fields.hpp"

namespace citegraph::bibliography::records {
namespace {

// OpenAlex's own types and, where it passes them on, those of Crossref.
constexpr TypeRow open_alex_types[] = {
    {"article", WorkType::article_journal},
    {"journal-article", WorkType::article_journal},
    {"editorial", WorkType::article_journal},
    {"letter", WorkType::article_journal},
    {"erratum", WorkType::article_journal},
    {"retraction", WorkType::article_journal},
    {"review", WorkType::article_journal},
    {"book", WorkType::book},
    {"monograph", WorkType::book},
    {"book-chapter", WorkType::chapter},
    {"dataset", WorkType::dataset},
    {"dissertation", WorkType::thesis},
    {"preprint", WorkType::article},
    {"posted-content", WorkType::article},
    {"proceedings-article", WorkType::paper_conference},
    {"reference-entry", WorkType::entry},
    {"report", WorkType::report},
    {"standard", WorkType::standard},
    {"peer-review", WorkType::review},
    {"software", WorkType::software},
};

// "W2741809807" of "https://openalex.org/W2741809807".
std::string_view short_id(std::string_view id) { return id.substr(id.rfind('/') + 1); }

class OpenAlexReader final : public ObjectReader {
 public:
  using ObjectReader::ObjectReader;

 private:
  void take(std::string_view name, Json value) override;
  void take_ids(Json ids);
  void take_authors(Json authorships);
  void take_location(Json location);
  void take_place(Json biblio);
  void finish() override;

  std::int64_t year_ = 0;
  std::string type_, crossref_type_, display_name_, source_type_;
};

void OpenAlexReader::take(std::string_view name, Json value) {
  if (name == "id") {
    record_.id = short_id(text_of(value));
  } else if (name == "doi") {
    set(Variable::doi, normal_doi(text_of(value)));
  } else if (name == "title") {
    set(Variable::title, clean_text_of(value));
  } else if (name == "display_name") {
    display_name_ = clean_text_of(value);
  } else if (name == "publication_year") {
    year_ = number_of(value);
  } else if (name == "publication_date") {
    work_.set(DateVariable::issued, iso_date(text_of(value)));
  } else if (name == "language") {
    set(Variable::language, std::string(text_of(value)));
  } else if (name == "type") {
    type_ = text_of(value);
  } else if (name == "type_crossref") {
    crossref_type_ = text_of(value);
  } else if (name == "ids") {
    take_ids(value);
  } else if (name == "authorships") {
    take_authors(value);
  } else if (name == "primary_location" || name == "host_venue") {
    take_location(value);
  } else if (name == "biblio") {
    take_place(value);
  } else if (name == "referenced_works") {
    each_element(value, [this](Json id) {
      if (const std::string_view cited = short_id(text_of(id)); !cited.empty()) record_.cited.emplace_back(cited);
    });
  }
}

void OpenAlexReader::take_ids(Json ids) {
  each_member(ids, [this](std::string_view name, Json value) {
    if (name == "pmid") set(Variable::pmid, std::string(short_id(text_of(value))));
    if (name == "pmcid") {
      std::string id(short_id(text_of(value)));
      if (!id.empty() && !id.starts_with("PMC")) id.insert(0, "PMC");
      set(Variable::pmcid, std::move(id));
    }
  });
}

void OpenAlexReader::take_authors(Json authorships) {
  std::vector<Name> names;
  each_element(authorships, [&names](Json authorship) {
    std::string shown, raw;
    each_member(authorship, [&](std::string_view name, Json value) {
      if (name == "raw_author_name") raw = clean_text_of(value);
      if (name == "author")
        each_member(value, [&shown](std::string_view part, Json text) {
          if (part == "display_name") shown = clean_text_of(text);
        });
    });
    if (shown.empty()) shown = std::move(raw);
    if (!shown.empty()) names.push_back(parse_name(shown));
  });
  work_.set(NameVariable::author, std::move(names));
}

void OpenAlexReader::take_location(Json location) {
  each_member(location, [this](std::string_view name, Json value) {
    if (name == "landing_page_url") set(Variable::url, std::string(text_of(value)));
    if (name != "source") return;
    each_member(value, [this](std::string_view part, Json text) {
      if (part == "display_name") set(Variable::container_title, clean_text_of(text));
      if (part == "issn_l") set(Variable::issn, std::string(text_of(text)));
      if (part == "host_organization_name") set(Variable::publisher, clean_text_of(text));
      if (part == "type") source_type_ = text_of(text);
    });
  });
}

void OpenAlexReader::take_place(Json biblio) {
  std::string first, last;
  each_member(biblio, [&](std::string_view name, Json value) {
    if (name == "volume") set(Variable::volume, clean_text_of(value));
    if (name == "issue") set(Variable::issue, clean_text_of(value));
    if (name == "first_page") first = clean_text_of(value);
    if (name == "last_page") last = clean_text_of(value);
  });
  set(Variable::page, page_range(first, last));
}

void OpenAlexReader::finish() {
  if (work_.get(Variable::title).empty()) set(Variable::title, std::move(display_name_));
  if (work_.get(DateVariable::issued) == nullptr && year_ > 0)
    work_.set(DateVariable::issued, iso_date(std::to_string(year_)));
  work_.type = type_of(open_alex_types, type_);
  if (type_ == "article" && (crossref_type_ == "proceedings-article" || source_type_ == "conference"))
    work_.type = WorkType::paper_conference;
  // What stands in a repository is published by nobody; the resolver of a DOI tells nothing that the DOI does not.
  if (source_type_ == "repository") work_.set(Variable::publisher, {});
  if (!work_.get(Variable::doi).empty()) work_.set(Variable::url, {});
}

}  // namespace

void read_open_alex(JsonObject object, WorkRecord& record) { OpenAlexReader(record).read(object); }

}  // namespace citegraph::bibliography::records
