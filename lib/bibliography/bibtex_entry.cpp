#include "bibliography/bibtex_entry.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "citegraph/pages.hpp"

#include "bibliography/ascii_letters.hpp"
#include "bibliography/bibtex_dates.hpp"
#include "bibliography/bibtex_names.hpp"
#include "bibliography/bibtex_types.hpp"
#include "bibliography/latex.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::bibliography {
namespace {

// The order in which fields are written.
constexpr auto field_order = std::to_array<std::string_view>({
    "author",       "editor",       "bookauthor",    "translator",   "title",       "shorttitle", "journal",
    "journaltitle", "shortjournal", "booktitle",     "eventtitle",   "venue",       "eventdate",  "entrysubtype",
    "edition",      "series",       "volume",        "volumes",      "number",      "issue",      "chapter",
    "eid",          "pages",        "pagetotal",     "publisher",    "institution", "school",     "organization",
    "location",     "address",      "type",          "version",      "date",        "year",       "month",
    "day",          "origdate",     "pubstate",      "howpublished", "isbn",        "issn",       "doi",
    "eprint",       "eprinttype",   "archiveprefix", "pmid",         "pmcid",       "url",        "urldate",
    "language",     "library",      "note",          "key",
});

// Fields that are written last and not in the order above: they may be long.
constexpr std::array<std::string_view, 2> last_fields = {"keywords", "abstract"};

class EntryBuilder {
 public:
  EntryBuilder(const Work& work, const EntryType& type, const BibtexOptions& options)
      : work_(work), type_(type), options_(options), biblatex_(options.dialect == BibtexDialect::biblatex) {}

  // Reads all of the work into fields and remarks.
  void build();
  // As `build`, for the type that any work fits. A title is the one thing it demands: a work without gets the next best
  // name it has.
  void build_anyhow();
  [[nodiscard]] bool is_complete() const;
  BibtexEntry finish() &&;

 private:
  [[nodiscard]] bool has(std::string_view field) const;
  void put(std::string_view field, std::string value);
  void put_text(std::string_view field, std::string_view text) { put(field, latex_text(text, options_.charset)); }
  void put_or_remark(std::string_view field, Variable variable, std::string_view label);
  void remark(std::string_view label, std::string_view text);

  void add_names();
  void add_titles();
  void add_container();
  void add_numbers();
  void add_pages();
  void add_publication();
  void add_dates();
  void add_identifiers();
  void add_rest();
  std::string names_in_words(NameVariable variable) const;

  const Work& work_;
  const EntryType& type_;
  const BibtexOptions& options_;
  bool biblatex_;
  std::optional<Variable> title_from_;  // what stands in for a missing title, and needs no telling again
  std::vector<std::pair<std::string_view, std::string>> fields_;  // values without delimiters
  std::vector<std::pair<std::string_view, std::string>> bare_;    // values with
  std::string howpublished_;                                      // LaTeX
  std::string remarks_;                                           // LaTeX
};

}  // namespace

BibtexEntry make_entry(const Work& work, const BibtexOptions& options) {
  const std::vector<const EntryType*> types = fitting_types(work, options.dialect);
  for (const EntryType* type : types) {
    EntryBuilder builder(work, *type, options);
    if (type == types.back()) {
      builder.build_anyhow();
      return std::move(builder).finish();
    }
    builder.build();
    if (builder.is_complete()) return std::move(builder).finish();
  }
  return {};
}

namespace {

bool is_integer(std::string_view text) {
  return !text.empty() && text.size() <= 9 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

void append_sentence(std::string& out, std::string_view sentence) {
  if (sentence.empty()) return;
  if (!out.empty()) out += out.ends_with('.') ? " " : ". ";
  out += sentence;
}

// True if `sentence` is one of those of `text`: it may have been added when the work was last written.
bool says(std::string_view text, std::string_view sentence) {
  for (std::size_t at = text.find(sentence); at != std::string_view::npos; at = text.find(sentence, at + 1)) {
    const std::size_t end = at + sentence.size();
    const bool begins = at == 0 || text.substr(0, at).ends_with(". ");
    if (begins && (end == text.size() || sentence.ends_with('.') || text[end] == '.')) return true;
  }
  return false;
}

void append_item(std::string& out, std::string_view item) {
  if (item.empty()) return;
  if (!out.empty()) out += ", ";
  out += item;
}

// Ranges with two hyphens, whatever dash was printed.
std::string page_text(std::string_view printed, Charset charset) {
  std::string pages;
  bool after_dash = false;
  for (std::size_t i = 0; i < printed.size();) {
    const text::CodePoint c = text::decode_at(printed, i);
    if (text::is_dash(c.value)) {
      if (!after_dash) {
        while (pages.ends_with(' ')) pages.pop_back();
        pages += "–";
      }
      after_dash = true;
    } else if (!after_dash || !text::is_space(c.value)) {
      after_dash = false;
      pages += printed.substr(i, c.size);
    }
    i += c.size;
  }
  return latex_range(pages, charset);
}

std::string with_scheme(std::string_view url) {
  const std::size_t colon = url.find(':');
  const bool scheme = colon != std::string_view::npos && colon < 12 && url.substr(colon).starts_with("://");
  const bool mail = url.starts_with("mailto:");
  return (scheme || mail ? "" : "http://") + std::string(url);
}

// Without what is around it; with the number alone of an ordinal in digits, which styles put into words: "2nd ed."
// is 2.
std::string edition_text(std::string_view printed) {
  const std::size_t digits = std::min(printed.find_first_not_of("0123456789"), printed.size());
  if (digits == 0 || digits > 3) return std::string(printed);
  const std::string rest = text::fold_letters(printed.substr(digits));
  for (const std::string_view ordinal :
       {"",     "st",   "nd",   "rd",      "th",        "a",         "o",         "e",         "aed",  "ed",     "sted",
        "nded", "rded", "thed", "edition", "stedition", "ndedition", "rdedition", "thedition", "aufl", "auflage"}) {
    if (rest == ordinal) return std::string(printed.substr(0, digits));
  }
  return std::string(printed);
}

// BibLaTeX's names for the states of what is not out yet.
std::string publication_state(std::string_view literal) {
  if (literal == "in press" || literal == "forthcoming" || literal == "submitted" || literal == "in preparation") {
    std::string state(literal);
    std::erase(state, ' ');
    return state;
  }
  return std::string(literal);
}

bool EntryBuilder::has(std::string_view field) const {
  const auto named = [field](const auto& entry) { return entry.first == field; };
  return std::any_of(fields_.begin(), fields_.end(), named) || std::any_of(bare_.begin(), bare_.end(), named);
}

void EntryBuilder::put(std::string_view field, std::string value) {
  if (!value.empty() && !has(field)) fields_.emplace_back(field, std::move(value));
}

void EntryBuilder::put_or_remark(std::string_view field, Variable variable, std::string_view label) {
  const std::string_view text = work_.get(variable);
  if (text.empty()) return;
  if (!field.empty() && type_.has(field) && !has(field)) {
    put_text(field, text);
  } else {
    remark(label, text);
  }
}

void EntryBuilder::remark(std::string_view label, std::string_view text) {
  const std::string latex = latex_text(text, options_.charset);
  if (latex.empty()) return;
  std::string sentence(label);
  if (!sentence.empty()) sentence += ' ';
  sentence += latex;
  if (!says(latex_text(work_.get(Variable::note), options_.charset), sentence) && !says(remarks_, sentence))
    append_sentence(remarks_, sentence);
}

void EntryBuilder::build_anyhow() {
  if (latex_text(work_.get(Variable::title), options_.charset).empty()) {
    for (const Variable variable :
         {Variable::container_title, Variable::title_short, Variable::collection_title, Variable::genre}) {
      put("title", latex_title(work_.get(variable), options_.charset));
      if (!title_from_ && has("title")) title_from_ = variable;
    }
    put("title", "[Untitled]");
  }
  build();
}

void EntryBuilder::build() {
  add_names();
  add_titles();
  add_container();
  add_numbers();
  add_pages();
  add_publication();
  add_dates();
  add_identifiers();
  add_rest();
}

// ---------------------------------------------------------------- names

std::string EntryBuilder::names_in_words(NameVariable variable) const {
  std::string line;
  for (const Name& name : work_.get(variable)) {
    std::string one = name.is_literal() ? name.literal : name.given;
    for (const std::string& part :
         {name.dropping_particle, name.is_literal() ? std::string() : name.cited_form(), name.suffix}) {
      if (!part.empty()) one += (one.empty() ? "" : " ") + part;
    }
    append_item(line, one);
  }
  if (work_.has_others(variable)) line += " et al.";
  return line;
}

void EntryBuilder::add_names() {
  struct Place {
    NameVariable variable;
    std::string_view field;
    std::string_view label;
  };
  static constexpr std::array<Place, 7> places = {{
      {NameVariable::author, "author", "By"},
      {NameVariable::editor, "editor", "Edited by"},
      {NameVariable::translator, "translator", "Translated by"},
      {NameVariable::container_author, "bookauthor", "In a work by"},
      {NameVariable::collection_editor, "", "Series edited by"},
      {NameVariable::recipient, "", "To"},
      {NameVariable::reviewed_author, "", "Review of a work by"},
  }};
  for (const Place& place : places) {
    if (work_.get(place.variable).empty()) continue;
    std::string names = bibtex_names(work_.get(place.variable), work_.has_others(place.variable), options_.charset);
    if (!place.field.empty() && type_.has(place.field) && !names.empty()) {
      put(place.field, std::move(names));
    } else {
      remark(place.label, names_in_words(place.variable));
    }
  }
}

// ---------------------------------------------------------------- titles and numbers

void EntryBuilder::add_titles() {
  put("title", latex_title(work_.get(Variable::title), options_.charset));
  if (const std::string_view shorter = work_.get(Variable::title_short); !shorter.empty()) {
    put("shorttitle", latex_title(shorter, options_.charset));
  }
}

void EntryBuilder::add_container() {
  std::string_view container = title_from_ == Variable::container_title ? "" : work_.get(Variable::container_title);
  const std::string_view abbreviated = work_.get(Variable::container_title_short);
  const bool is_article = type_.container == "journaltitle" || type_.container == "journal";
  if (container.empty() && work_.type == WorkType::paper_conference && type_.container == "booktitle") {
    container = work_.get(Variable::event_title);  // "In: Third Conference on ..." names the book as well
  }
  const std::string latex =
      is_article ? latex_text(container, options_.charset) : latex_title(container, options_.charset);
  if (!type_.container.empty()) {
    put(type_.container, latex);
  } else if (type_.publisher == "organization" && work_.get(Variable::publisher).empty() && type_.has("organization") &&
             !type_.has("howpublished")) {
    put("organization", bibtex_literal_list(container, options_.charset));  // the site of a page
  } else {
    append_item(howpublished_, latex);
  }
  if (abbreviated.empty()) return;
  if (is_article && container.empty()) {
    put(type_.container, latex_text(abbreviated, options_.charset));
  } else if (is_article) {
    put_text("shortjournal", abbreviated);
  } else {
    append_item(howpublished_, latex_text(abbreviated, options_.charset));
  }
}

void EntryBuilder::add_numbers() {
  const bool in_container = type_.container.empty() && !work_.get(Variable::container_title).empty();
  const auto volume = work_.get(Variable::volume);
  const auto issue = work_.get(Variable::issue);
  const auto tell = [&](std::string_view label, std::string_view text) {
    if (in_container && latex_text(text, options_.charset).empty()) return;
    if (in_container) {
      append_item(howpublished_, std::string(label) + "~" + latex_text(text, options_.charset));
    } else {
      remark(label, text);
    }
  };
  if (!volume.empty()) {
    if (!in_container && type_.has("volume") && (!biblatex_ || is_integer(volume))) {
      put_text("volume", volume);
    } else {
      tell("vol.", volume);
    }
  }
  if (!issue.empty()) {
    const bool named = biblatex_ && type_.has("issue") && issue.find_first_of("0123456789") == std::string_view::npos;
    if (!in_container && type_.has(named ? "issue" : "number")) {
      put_text(named ? "issue" : "number", issue);
    } else {
      tell("no.", issue);
    }
  }
  put_or_remark("series", Variable::collection_title, "Series:");
  put_or_remark("number", Variable::number, "No.");
  put_or_remark("number", Variable::collection_number, "No. in series:");
  if (const auto volumes = work_.get(Variable::number_of_volumes);
      biblatex_ && !volumes.empty() && !is_integer(volumes)) {
    remark("Volumes:", volumes);
  } else {
    put_or_remark("volumes", Variable::number_of_volumes, "Volumes:");
  }
  if (const std::string edition = edition_text(work_.get(Variable::edition)); !edition.empty()) {
    if (type_.has("edition")) {
      put_text("edition", biblatex_ ? edition : work_.get(Variable::edition));
    } else {
      remark("Edition:", work_.get(Variable::edition));
    }
  }
}

void EntryBuilder::add_pages() {
  const std::string_view printed = work_.get(Variable::page);
  put_or_remark("pagetotal", Variable::number_of_pages, "Pages:");
  if (printed.empty()) return;
  const std::optional<Pages> pages = parse_pages(printed);
  const std::string text = page_text(printed, options_.charset);
  const bool in_container = type_.container.empty() && !work_.get(Variable::container_title).empty();
  if (biblatex_ && pages && pages->article_number && type_.has("eid")) {
    put_text("eid", printed);
  } else if (!in_container && type_.has("pages")) {
    put("pages", text);
  } else if (in_container) {
    if (!text.empty()) append_item(howpublished_, "pp.~" + text);
  } else {
    if (!text.empty()) append_sentence(remarks_, "pp. " + text);
  }
}

// ---------------------------------------------------------------- publisher, dates

void EntryBuilder::add_publication() {
  const std::string_view publisher = work_.get(Variable::publisher);
  const std::string_view place = work_.get(Variable::publisher_place);
  const std::string_view place_field = biblatex_ ? "location" : "address";
  const bool publisher_fits = !type_.publisher.empty();
  if (publisher_fits) put(type_.publisher, bibtex_literal_list(publisher, options_.charset));
  if (type_.has(place_field)) put(place_field, bibtex_literal_list(place, options_.charset));
  if (!type_.has(place_field) && !publisher_fits && !place.empty() && !publisher.empty()) {
    remark("", std::string(place) + ": " + std::string(publisher));
  } else {
    if (!publisher_fits) remark("", publisher);
    if (!type_.has(place_field)) remark("", place);
  }
  // "classic" misc prints neither.
  if (!biblatex_ && type_.name == "misc") append_item(howpublished_, latex_text(publisher, options_.charset));

  std::string_view genre = work_.get(Variable::genre);
  if (genre.empty() && biblatex_ && type_.name == "thesis") genre = "phdthesis";
  if (genre.empty() && biblatex_ && type_.name == "report") genre = "Report";
  if (type_.has("type")) {
    put_text("type", genre);
  } else {
    remark("", genre);
  }
  if (biblatex_ && type_.name == "article") {
    if (work_.type == WorkType::article_newspaper) put("entrysubtype", "newspaper");
    if (work_.type == WorkType::article_magazine) put("entrysubtype", "magazine");
  }
  const bool event_is_container = work_.type == WorkType::paper_conference && type_.container == "booktitle" &&
                                  work_.get(Variable::container_title).empty();
  if (!event_is_container) put_or_remark("eventtitle", Variable::event_title, "Event:");
  put_or_remark("venue", Variable::event_place, "Held in:");
  put_or_remark("version", Variable::version, "Version:");
}

void EntryBuilder::add_dates() {
  static const Date undated;
  const Date* issued = work_.get(DateVariable::issued);
  if (issued == nullptr) issued = &undated;
  if (biblatex_) {
    put("date", edtf_date(*issued));
  } else {
    std::string year = latex_range(bibtex_year(*issued), options_.charset);
    put("year", year.empty() ? "n.d." : std::move(year));
    if (std::string month = bibtex_month(*issued); !month.empty()) bare_.emplace_back("month", std::move(month));
    put("day", bibtex_day(*issued));
  }
  const bool literal_is_year = !biblatex_ && !issued->has_year();
  const bool literal_is_date = biblatex_ && issued->literal == edtf_date(*issued);
  const std::string_view status = work_.get(Variable::status);
  if (!issued->literal.empty() && !literal_is_year && !literal_is_date && issued->literal != "n.d.") {
    if (status.empty() && type_.has("pubstate")) {
      put_text("pubstate", publication_state(issued->literal));
    } else {
      remark("", issued->literal);
    }
  }
  if (biblatex_ && issued->start && issued->start->year == 0 && to_string(*issued) != edtf_date(*issued))
    remark("", to_string(*issued));
  put_or_remark("pubstate", Variable::status, "");

  const Date* original = work_.get(DateVariable::original_date);
  if (original != nullptr && original->start) {
    put("origdate", edtf_date(*original));
  } else if (issued->original) {
    put("origdate", edtf_date(Date{.start = issued->original, .end = {}, .original = {}, .suffix = {}, .literal = {}}));
  }
  if (const Date* accessed = work_.get(DateVariable::accessed)) {
    if (accessed->has_year()) {
      put("urldate", edtf_date(*accessed));
    } else {
      remark("Accessed:", to_string(*accessed));
    }
  }
  if (const Date* event = work_.get(DateVariable::event_date)) {
    if (event->has_year() && type_.has("eventdate")) {
      put("eventdate", edtf_date(*event));
    } else {
      remark("Held:", to_string(*event));
    }
  }
  if (const Date* submitted = work_.get(DateVariable::submitted)) remark("Submitted:", to_string(*submitted));
}

// ---------------------------------------------------------------- identifiers and the rest

void EntryBuilder::add_identifiers() {
  put("doi", latex_verbatim(work_.get(Variable::doi)));
  const std::string_view isbn = work_.get(Variable::isbn);
  const bool valid_isbn = [isbn] {
    std::string digits(isbn);
    std::erase_if(digits, [](char c) { return c == '-' || c == ' '; });
    return is_valid_isbn(digits);
  }();
  if (valid_isbn && type_.has("isbn")) {
    put_text("isbn", isbn);
  } else {
    remark("ISBN", isbn);
  }
  const std::string_view issn = work_.get(Variable::issn);
  if (is_valid_issn(issn) && type_.has("issn")) {
    put_text("issn", issn);
  } else {
    remark("ISSN", issn);
  }
  const std::string_view scheme_field = biblatex_ ? "eprinttype" : "archiveprefix";
  const std::string_view arxiv = work_.get(Variable::arxiv);
  const std::string_view pmid = work_.get(Variable::pmid);
  if (!arxiv.empty()) {
    put("eprint", latex_verbatim(arxiv));
    put(scheme_field, biblatex_ ? "arxiv" : "arXiv");
  } else if (biblatex_ && !pmid.empty()) {
    put("eprint", latex_verbatim(pmid));
    put(scheme_field, "pubmed");
  }
  if (!biblatex_) {
    put_text("pmid", pmid);
    put_text("pmcid", work_.get(Variable::pmcid));
  } else {
    if (!arxiv.empty()) remark("PMID", pmid);
    remark("PMCID", work_.get(Variable::pmcid));
  }
  if (const std::string_view url = work_.get(Variable::url); !url.empty()) {
    const std::string address = with_scheme(latex_verbatim(url));
    put("url", address);
    if (!biblatex_ && type_.name == "misc") append_item(howpublished_, "\\url{" + address + "}");
  }
}

void EntryBuilder::add_rest() {
  put_or_remark("language", Variable::language, "Language:");
  std::string archive(work_.get(Variable::archive));
  append_item(archive, work_.get(Variable::archive_location));
  put_text("library", archive);
  remark("", work_.get(Variable::medium));
  put_text("keywords", work_.get(Variable::keyword));
  put_text("abstract", work_.get(Variable::abstract));
  std::string note = latex_text(work_.get(Variable::note), options_.charset);
  if (type_.has("howpublished") && (biblatex_ || type_.name == "misc" || type_.name == "booklet")) {
    put("howpublished", std::move(howpublished_));
  } else if (!howpublished_.empty()) {
    append_sentence(note, "In: " + howpublished_);
  }
  append_sentence(note, remarks_);
  put("note", std::move(note));
  if (!biblatex_ && !has("author") && !has("editor")) {  // what plain.bst sorts and labels the entry by instead
    std::string words;
    for (const std::string& word : significant_words(work_.get(title_from_.value_or(Variable::title)), 3))
      words += (words.empty() ? "" : " ") + word;
    put("key", words.empty() ? std::string("untitled") : std::move(words));
  }
}

bool EntryBuilder::is_complete() const {
  for (std::size_t begin = 0; begin < type_.mandatory.size();) {
    const std::size_t end = std::min(type_.mandatory.find(' ', begin), type_.mandatory.size());
    std::string_view choices = type_.mandatory.substr(begin, end - begin);
    bool any = false;
    while (!choices.empty()) {
      const std::size_t bar = std::min(choices.find('|'), choices.size());
      any = any || has(choices.substr(0, bar));
      choices.remove_prefix(std::min(bar + 1, choices.size()));
    }
    if (!any) return false;
    begin = end + 1;
  }
  return true;
}

BibtexEntry EntryBuilder::finish() && {
  BibtexEntry entry;
  entry.type = type_.name;
  const auto take = [&](std::string_view field) {
    for (auto& [name, value] : fields_) {
      if (name == field) entry.fields.emplace_back(field, "{" + value + "}");
    }
    for (auto& [name, value] : bare_) {
      if (name == field) entry.fields.emplace_back(field, std::move(value));
    }
  };
  for (const std::string_view field : field_order) take(field);
  for (const std::string_view field : last_fields) take(field);
  return entry;
}

}  // namespace
}  // namespace citegraph::bibliography
