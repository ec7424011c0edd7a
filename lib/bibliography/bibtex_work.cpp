#include "bibliography/bibtex_work.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "bibliography/bibtex_date_reader.hpp"
#include "bibliography/bibtex_name_reader.hpp"
#include "bibliography/latex_reader.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace citegraph::bibliography {
namespace {

using Field = BibtexField;

struct TypeRow {
  std::string_view name;
  WorkType type;
  std::string_view genre = {};
};

// BibTeX's standard types, those of BibLaTeX with their aliases, and what other programs write.
constexpr auto types = std::to_array<TypeRow>({
    {"article", WorkType::article_journal},
    {"artwork", WorkType::figure},
    {"audio", WorkType::song},
    {"bookinbook", WorkType::chapter},
    {"book", WorkType::book},
    {"booklet", WorkType::pamphlet},
    {"collection", WorkType::book},
    {"commentary", WorkType::article_journal},
    {"conference", WorkType::paper_conference},
    {"dataset", WorkType::dataset},
    {"electronic", WorkType::webpage},
    {"image", WorkType::figure},
    {"inbook", WorkType::chapter},
    {"incollection", WorkType::chapter},
    {"inproceedings", WorkType::paper_conference},
    {"inreference", WorkType::entry_encyclopedia},
    {"jurisdiction", WorkType::legal_case},
    {"legal", WorkType::treaty},
    {"legislation", WorkType::legislation},
    {"letter", WorkType::personal_communication},
    {"manual", WorkType::report, "Manual"},
    {"mastersthesis", WorkType::thesis, "Master's thesis"},
    {"misc", WorkType::document},
    {"movie", WorkType::motion_picture},
    {"music", WorkType::song},
    {"mvbook", WorkType::book},
    {"mvcollection", WorkType::book},
    {"mvproceedings", WorkType::book},
    {"mvreference", WorkType::book},
    {"online", WorkType::webpage},
    {"patent", WorkType::patent},
    {"performance", WorkType::performance},
    {"periodical", WorkType::periodical},
    {"phdthesis", WorkType::thesis, "PhD thesis"},
    {"proceedings", WorkType::book},
    {"reference", WorkType::book},
    {"report", WorkType::report},
    {"review", WorkType::review},
    {"software", WorkType::software},
    {"standard", WorkType::standard},
    {"suppbook", WorkType::chapter},
    {"suppcollection", WorkType::chapter},
    {"suppperiodical", WorkType::article_journal},
    {"techreport", WorkType::report},
    {"thesis", WorkType::thesis},
    {"unpublished", WorkType::manuscript},
    {"video", WorkType::motion_picture},
    {"www", WorkType::webpage},
});

const TypeRow* find_type(std::string_view name) noexcept {
  const auto place = std::find_if(types.begin(), types.end(),
                                  [name](const TypeRow& row) { return text::equals_in_any_case(name, row.name); });
  return place == types.end() ? nullptr : &*place;
}

// BibLaTeX's names for what a `type` says, which its styles put into the language of the document.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> genres = {{
    {"phdthesis", "PhD thesis"},
    {"mathesis", "Master's thesis"},
    {"mastersthesis", "Master's thesis"},
    {"bathesis", "Bachelor's thesis"},
    {"candthesis", "Candidate thesis"},
    {"techreport", "Technical report"},
    {"resreport", "Research report"},
    {"software", "Software"},
    {"datacd", "Data CD"},
}};

std::string genre_text(std::string_view value) {
  for (const auto& [key, text] : genres)
    if (value == key) return std::string(text);
  return text_of_latex(value);
}

// Ranges with a single hyphen, as CSL writes them.
std::string page_text(std::string_view value) {
  std::string text = text_of_latex(value);
  const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (ascii && text.find(" -") == std::string::npos && text.find("- ") == std::string::npos) return text;
  std::string pages;
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint c = text::decode_at(text, i);
    if (text::is_dash(c.value)) {
      while (pages.ends_with(' ')) pages.pop_back();
      if (!pages.ends_with('-')) pages += '-';
    } else if (!(c.value == U' ' && pages.ends_with('-'))) {
      pages.append(text, i, c.size);
    }
    i += c.size;
  }
  return pages;
}

// "10.1000/x" of "https://doi.org/10.1000/X".
std::string doi_text(std::string_view value) {
  const std::string text = text_of_verbatim(value);
  std::size_t begin = 0;
  for (const std::string_view prefix : {"https://", "http://", "dx.", "www.", "doi.org/", "doi:", " "}) {
    const std::string_view rest = std::string_view(text).substr(begin);
    if (rest.size() > prefix.size() && text::equals_in_any_case(rest.substr(0, prefix.size()), prefix))
      begin += prefix.size();
  }
  const std::string_view rest = std::string_view(text).substr(begin);
  return rest.starts_with("10.") ? text::ascii_lower_case(rest) : text;
}

std::string url_text(std::string_view value) { return text_of_verbatim(value); }

std::string joined_title(std::string_view title, std::string_view subtitle) {
  std::string text = text_of_latex(title);
  if (subtitle.empty()) return text;
  const std::string second = text_of_latex(subtitle);
  if (text.empty() || second.empty()) return text.empty() ? second : text;
  const char last = text.back();
  return text + (last == '?' || last == '!' || last == '.' || last == ':' ? " " : ": ") + second;
}

class WorkReader {
 public:
  WorkReader(std::string_view type, const BibtexValues& values, std::vector<ExtraField>& extra)
      : type_(type), values_(values), extra_(extra) {}

  Work read() && {
    read_type();
    read_titles();
    read_numbers();
    read_publication();
    read_rest();
    read_identifiers();
    read_names();
    read_dates();
    return std::move(work_);
  }

 private:
  [[nodiscard]] std::string_view value(Field field) const noexcept { return values_[field]; }
  [[nodiscard]] bool has(Field field) const noexcept { return !values_[field].empty(); }
  [[nodiscard]] std::string text(Field field) const { return text_of_latex(values_[field]); }
  void set(Variable variable, Field field) {
    if (has(field)) work_.set(variable, text(field));
  }
  // What has its place taken already is extra.
  void set_or_keep(Variable variable, Field field, const char* name) {
    if (!has(field)) return;
    if (work_.get(variable).empty()) {
      work_.set(variable, text(field));
    } else {
      keep(field, name);
    }
  }
  void keep(Field field, const char* name) {
    if (std::string value = text(field); !value.empty()) extra_.push_back({name, std::move(value)});
  }

  void read_type();
  void read_titles();
  void read_numbers();
  void read_publication();
  void read_howpublished();
  void read_rest();
  void read_identifiers();
  void read_eprint();
  void read_names();
  void read_dates();

  std::string_view type_;
  const BibtexValues& values_;
  std::vector<ExtraField>& extra_;
  std::string_view genre_;
  Work work_;
};

void WorkReader::read_type() {
  const TypeRow* row = find_type(type_);
  if (row == nullptr) {
    if (const std::optional<WorkType> type = parse_work_type(text::ascii_lower_case(type_))) work_.type = *type;
    return;
  }
  work_.type = row->type;
  genre_ = row->genre;
  const std::string_view subtype = value(Field::entrysubtype);
  if (work_.type == WorkType::article_journal) {
    if (text::equals_in_any_case(subtype, "newspaper")) work_.type = WorkType::article_newspaper;
    if (text::equals_in_any_case(subtype, "magazine")) work_.type = WorkType::article_magazine;
  } else if (!subtype.empty()) {
    keep(Field::entrysubtype, "entrysubtype");
  }
}

void WorkReader::read_titles() {
  const bool is_volume = work_.type == WorkType::book && has(Field::maintitle);
  if (has(Field::title) || has(Field::subtitle)) {
    work_.set(Variable::title, joined_title(value(Field::title), value(Field::subtitle)));
  } else if (has(Field::maintitle)) {
    work_.set(Variable::title, joined_title(value(Field::maintitle), value(Field::mainsubtitle)));
  }
  set(Variable::title_short, Field::shorttitle);
  if (has(Field::journaltitle) || has(Field::journal)) {
    const bool biblatex = has(Field::journaltitle);
    work_.set(Variable::container_title,
              joined_title(value(biblatex ? Field::journaltitle : Field::journal), value(Field::journalsubtitle)));
    if (biblatex) keep(Field::journal, "journal");
    keep(Field::booktitle, "booktitle");
  } else if (has(Field::booktitle)) {
    work_.set(Variable::container_title, joined_title(value(Field::booktitle), value(Field::booksubtitle)));
  } else if (is_volume && has(Field::title)) {
    work_.set(Variable::container_title, joined_title(value(Field::maintitle), value(Field::mainsubtitle)));
  }
  if (has(Field::maintitle) && has(Field::booktitle)) keep(Field::maintitle, "maintitle");
  set(Variable::container_title_short, Field::shortjournal);
  set(Variable::collection_title, Field::series);
}

// Whose `number` is that of an issue.
bool has_issues(WorkType type) noexcept {
  switch (type) {
    case WorkType::article:
    case WorkType::article_journal:
    case WorkType::article_magazine:
    case WorkType::article_newspaper:
    case WorkType::periodical:
    case WorkType::review:
    case WorkType::review_book:
      return true;
    default:
      return false;
  }
}

void WorkReader::read_numbers() {
  set(Variable::volume, Field::volume);
  const bool in_series = has(Field::series) && (work_.type == WorkType::book || work_.type == WorkType::chapter ||
                                                work_.type == WorkType::paper_conference);
  if (has_issues(work_.type)) {
    set(Variable::issue, Field::number);
  } else {
    set(in_series ? Variable::collection_number : Variable::number, Field::number);
  }
  set_or_keep(Variable::issue, Field::issue, "issue");
  if (has(Field::pages)) work_.set(Variable::page, page_text(value(Field::pages)));
  set_or_keep(Variable::page, Field::eid, "eid");
  set(Variable::number_of_pages, Field::pagetotal);
  set(Variable::number_of_volumes, Field::volumes);
  set(Variable::edition, Field::edition);
  keep(Field::chapter, "chapter");
}

void WorkReader::read_publication() {
  const bool thesis_or_report = work_.type == WorkType::thesis || work_.type == WorkType::report;
  const std::array<std::pair<Field, const char*>, 4> publishers = {{{Field::publisher, "publisher"},
                                                                    {Field::school, "school"},
                                                                    {Field::institution, "institution"},
                                                                    {Field::organization, "organization"}}};
  if (thesis_or_report) {
    set_or_keep(Variable::publisher, Field::school, "school");
    set_or_keep(Variable::publisher, Field::institution, "institution");
    set_or_keep(Variable::publisher, Field::publisher, "publisher");
    set_or_keep(Variable::publisher, Field::organization, "organization");
  } else {
    for (const auto& [field, name] : publishers) set_or_keep(Variable::publisher, field, name);
  }
  set_or_keep(Variable::publisher_place, Field::location, "location");
  set_or_keep(Variable::publisher_place, Field::address, "address");
  read_howpublished();
  set(Variable::event_title, Field::eventtitle);
  set(Variable::event_place, Field::venue);
  if (has(Field::type)) {
    work_.set(Variable::genre, genre_text(value(Field::type)));
  } else if (!genre_.empty()) {
    work_.set(Variable::genre, std::string(genre_));
  }
  set(Variable::version, Field::version);
}

// Often nothing but an address.
void WorkReader::read_howpublished() {
  std::string_view how = text::trim(value(Field::howpublished));
  if (how.empty()) return;
  const std::size_t command = how.find("\\url{");
  const std::size_t close = command == std::string_view::npos ? command : how.find('}', command);
  const bool bare = (how.starts_with("http://") || how.starts_with("https://")) &&
                    how.find_first_of("\\{} ") == std::string_view::npos;
  std::string rest;
  if (close != std::string_view::npos) {
    const std::string url = url_text(how.substr(command, close - command + 1));
    if (!has(Field::url)) work_.set(Variable::url, url);
    rest = text_of_latex(how.substr(0, command));
    rest += text_of_latex(how.substr(close + 1));
    while (!rest.empty() && (rest.back() == ',' || rest.back() == ' ')) rest.pop_back();
  } else if (bare) {
    if (!has(Field::url)) work_.set(Variable::url, url_text(how));
  } else {
    rest = text_of_latex(how);
  }
  if (rest.empty()) return;
  if (work_.get(Variable::publisher).empty()) {
    work_.set(Variable::publisher, rest);
  } else if (rest != work_.get(Variable::publisher)) {
    extra_.push_back({"howpublished", rest});
  }
}

void WorkReader::read_rest() {
  set(Variable::archive, Field::library);
  set(Variable::status, Field::pubstate);
  set(Variable::language, Field::language);
  set_or_keep(Variable::language, Field::langid, "langid");
  set(Variable::abstract, Field::abstract);
  set(Variable::keyword, Field::keywords);
  set(Variable::note, Field::note);
  keep(Field::annotation, "annotation");
}

void WorkReader::read_identifiers() {
  if (has(Field::doi)) work_.set(Variable::doi, doi_text(value(Field::doi)));
  set(Variable::isbn, Field::isbn);
  set(Variable::issn, Field::issn);
  set(Variable::pmid, Field::pmid);
  set(Variable::pmcid, Field::pmcid);
  if (has(Field::url)) work_.set(Variable::url, url_text(value(Field::url)));
  read_eprint();
}

void WorkReader::read_eprint() {
  if (!has(Field::eprint)) {
    keep(Field::eprinttype, "eprinttype");
    return;
  }
  std::string number = text_of_verbatim(value(Field::eprint));
  std::string archive =
      text::ascii_lower_case(text_of_latex(value(has(Field::eprinttype) ? Field::eprinttype : Field::archiveprefix)));
  if (number.size() > 6 && text::equals_in_any_case(std::string_view(number).substr(0, 6), "arxiv:")) {
    number.erase(0, 6);
    archive = "arxiv";
  }
  if (archive == "pubmed") {
    work_.set(Variable::pmid, std::move(number));
  } else if (archive == "pmc" || archive == "pmcid") {
    work_.set(Variable::pmcid, std::move(number));
  } else if (archive == "arxiv" ||
             (archive.empty() && (has(Field::primaryclass) || parse_identifier("arXiv:" + number)))) {
    work_.set(Variable::arxiv, std::move(number));
    keep(Field::primaryclass, "eprintclass");
  } else {
    extra_.push_back({"eprint", std::move(number)});
    if (!archive.empty()) extra_.push_back({"eprinttype", std::move(archive)});
    keep(Field::primaryclass, "eprintclass");
  }
}

void WorkReader::read_names() {
  constexpr std::array<std::pair<NameVariable, Field>, 4> lists = {{
      {NameVariable::author, Field::author},
      {NameVariable::editor, Field::editor},
      {NameVariable::translator, Field::translator},
      {NameVariable::container_author, Field::bookauthor},
  }};
  for (const auto& [variable, field] : lists) {
    if (!has(field)) continue;
    NameList list = read_bibtex_names(value(field));
    if (list.names.empty()) continue;
    work_.set_others(variable, list.others);
    work_.set(variable, std::move(list.names));
  }
}

void WorkReader::read_dates() {
  std::optional<Date> issued;
  if (has(Field::date)) issued = read_edtf_date(text_of_verbatim(value(Field::date)));
  if (!issued) issued = read_bibtex_date(text(Field::year), text(Field::month), text(Field::day));
  work_.set(DateVariable::issued, std::move(issued));
  const auto read = [&](DateVariable variable, Field field) {
    if (has(field)) work_.set(variable, read_edtf_date(text_of_verbatim(value(field))));
  };
  read(DateVariable::accessed, Field::urldate);
  read(DateVariable::original_date, Field::origdate);
  read(DateVariable::event_date, Field::eventdate);
}

bool is_one_of(std::string_view type, std::initializer_list<std::string_view> names) noexcept {
  return std::any_of(names.begin(), names.end(),
                     [type](std::string_view name) { return text::equals_in_any_case(type, name); });
}

}  // namespace

Work work_of_bibtex(std::string_view type, const BibtexValues& values, std::vector<ExtraField>& extra) {
  return WorkReader(type, values, extra).read();
}

BibtexField inherited_title_field(std::string_view parent_type, std::string_view child_type) noexcept {
  if (is_one_of(parent_type, {"book", "collection", "proceedings", "reference"}) &&
      is_one_of(child_type, {"inbook", "incollection", "inproceedings", "conference", "inreference", "bookinbook",
                             "suppbook", "suppcollection"}))
    return Field::booktitle;
  if (text::equals_in_any_case(parent_type, "periodical") && is_one_of(child_type, {"article", "suppperiodical"}))
    return Field::journaltitle;
  if (is_one_of(parent_type, {"mvbook", "mvcollection", "mvproceedings", "mvreference"})) return Field::maintitle;
  return Field::title;
}

}  // namespace citegraph::bibliography
