#include "bibliography/bibtex_types.hpp"

#include <cstddef>
#include <string>

#include "text/fold.hpp"

namespace citegraph::bibliography {
namespace {

// BibLaTeX: the data model of biber 2.18 (its biber-tool.conf), as far as a work has something for a field.
// Every type has these.
constexpr std::string_view shared =
    "abstract date doi entrysubtype eprint eprintclass eprinttype keywords library origdate shortjournal shorttitle "
    "url urldate";

constexpr EntryType article = {
    "article", "author title journaltitle",
    "author editor eid issn issue journaltitle language note number pages pubstate series title "
    "translator version volume",
    "journaltitle", ""};
constexpr EntryType book = {
    "book", "author title",
    "author edition editor isbn language location note number pages pagetotal publisher pubstate series "
    "title translator volume volumes",
    "", "publisher"};
constexpr EntryType collection = {
    "collection", "editor title",
    "edition editor isbn language location note number pages pagetotal publisher pubstate series "
    "title translator volume volumes",
    "", "publisher"};
constexpr EntryType booklet = {"booklet", "author|editor title",
                               "author editor howpublished language location note pages pagetotal pubstate title type",
                               "", ""};
constexpr EntryType inbook = {
    "inbook", "author title booktitle",
    "author bookauthor booktitle edition editor isbn language location note number pages publisher "
    "pubstate series title translator volume volumes",
    "booktitle", "publisher"};
constexpr EntryType incollection = {
    "incollection", "author editor title booktitle",
    "author booktitle edition editor isbn language location note number pages publisher "
    "pubstate series title translator volume volumes",
    "booktitle", "publisher"};
constexpr EntryType inreference = {"inreference", incollection.mandatory, incollection.fields, "booktitle",
                                   "publisher"};
constexpr EntryType inproceedings = {
    "inproceedings", "author title booktitle",
    "author booktitle editor eid eventdate eventtitle isbn language location note number "
    "organization pages publisher pubstate series title venue volume volumes",
    "booktitle", "publisher"};
constexpr EntryType dataset = {
    "dataset", "title",
    "author edition editor language location note number organization publisher pubstate series title "
    "type version",
    "", "publisher"};
constexpr EntryType software = {
    "software", "title", "author editor howpublished language location note organization pubstate title type version",
    "", "organization"};
constexpr EntryType online = {"online", "title url|doi|eprint",
                              "author editor language note organization pubstate title version", "", "organization"};
constexpr EntryType patent = {"patent", "author title number",
                              "author location note number pubstate title type version", "", ""};
constexpr EntryType periodical = {"periodical", "editor title",
                                  "editor issn issue language note number pubstate series title volume", "", ""};
constexpr EntryType report = {
    "report", "author title type institution",
    "author institution language location note number pages pagetotal pubstate title type version", "", "institution"};
constexpr EntryType thesis = {"thesis", "author title type institution",
                              "author institution language location note pages pagetotal pubstate title type", "",
                              "institution"};
constexpr EntryType unpublished = {
    "unpublished", "author title",
    "author eventdate eventtitle howpublished language location note pubstate title type venue", "", ""};
constexpr EntryType misc = {
    "misc", "title", "author editor howpublished language location note organization pubstate title type version", "",
    "organization"};

// BibTeX: the types that plain.bst knows. It skips fields that it does not know, so that no type lacks one. What it
// warns of and prints all the same (an article without author or title, a book without publisher) is no reason to take
// another type.
constexpr EntryType classic_article = {"article", "journal", "*", "journal", "publisher"};
constexpr EntryType classic_book = {"book", "title", "*", "", "publisher"};
constexpr EntryType classic_booklet = {"booklet", "title", "*", "", ""};
constexpr EntryType classic_inbook = {"inbook", "author|editor title pages publisher", "*", "", "publisher"};
constexpr EntryType classic_incollection = {"incollection", "author title booktitle", "*", "booktitle", "publisher"};
constexpr EntryType classic_inproceedings = {"inproceedings", "author title booktitle", "*", "booktitle", "publisher"};
constexpr EntryType classic_mastersthesis = {"mastersthesis", "author title school", "*", "", "school"};
constexpr EntryType classic_phdthesis = {"phdthesis", "author title school", "*", "", "school"};
constexpr EntryType classic_techreport = {"techreport", "author title institution", "*", "", "institution"};
constexpr EntryType classic_unpublished = {"unpublished", "author title note", "*", "", "publisher"};
constexpr EntryType classic_misc = {"misc", "title", "*", "", "publisher"};

using Types = std::vector<const EntryType*>;

Types biblatex_types(const Work& work) {
  switch (work.type) {
    case WorkType::article_journal:
    case WorkType::article_magazine:
    case WorkType::article_newspaper:
    case WorkType::review:
    case WorkType::review_book:
      return {&article, &online};
    case WorkType::article:
      return {&article, &online, &unpublished};
    case WorkType::book:
      return {&book, &collection};
    case WorkType::chapter:
      return {&incollection, &inbook};
    case WorkType::entry:
    case WorkType::entry_dictionary:
    case WorkType::entry_encyclopedia:
      return {&inreference, &inbook, &online};
    case WorkType::paper_conference:
      return {&inproceedings, &article, &unpublished};
    case WorkType::thesis:
      return {&thesis};
    case WorkType::report:
      return {&report, &online};
    case WorkType::dataset:
      return {&dataset};
    case WorkType::software:
      return {&software};
    case WorkType::patent:
      return {&patent};
    case WorkType::pamphlet:
      return {&booklet};
    case WorkType::periodical:
      return {&periodical};
    case WorkType::manuscript:
    case WorkType::speech:
      return {&unpublished};
    case WorkType::webpage:
    case WorkType::post:
    case WorkType::post_weblog:
      return {&online};
    default:
      return {};
  }
}

bool is_masters_thesis(const Work& work) {
  const std::string genre = text::fold_letters(work.get(Variable::genre));
  for (const std::string_view word :
       {"master", "msc", "diplom", "bachelor", "magister", "mestrado", "laurea", "licence", "maitrise"}) {
    if (genre.find(word) != std::string::npos) return true;
  }
  return false;
}

Types classic_types(const Work& work) {
  switch (work.type) {
    case WorkType::article_journal:
    case WorkType::article_magazine:
    case WorkType::article_newspaper:
    case WorkType::review:
    case WorkType::review_book:
      return {&classic_article};
    case WorkType::article:
      return {&classic_article, &classic_unpublished};
    case WorkType::book:
      return {&classic_book};
    case WorkType::chapter:
      return {&classic_incollection, &classic_inbook};
    case WorkType::entry:
    case WorkType::entry_dictionary:
    case WorkType::entry_encyclopedia:
      return {&classic_incollection};
    case WorkType::paper_conference:
      return {&classic_inproceedings, &classic_unpublished};
    case WorkType::thesis:
      return {is_masters_thesis(work) ? &classic_mastersthesis : &classic_phdthesis};
    case WorkType::report:
      return {&classic_techreport};
    case WorkType::pamphlet:
      return {&classic_booklet};
    case WorkType::manuscript:
    case WorkType::speech:
      return {&classic_unpublished};
    default:
      return {};
  }
}

}  // namespace

bool holds_word(std::string_view list, std::string_view word) noexcept {
  for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    const bool starts = at == 0 || list[at - 1] == ' ';
    const bool ends = at + word.size() == list.size() || list[at + word.size()] == ' ';
    if (starts && ends) return true;
  }
  return false;
}

bool EntryType::has(std::string_view field) const noexcept {
  return fields == "*" || holds_word(fields, field) || holds_word(shared, field);
}

std::vector<const EntryType*> fitting_types(const Work& work, BibtexDialect dialect) {
  const bool biblatex = dialect == BibtexDialect::biblatex;
  Types types = biblatex ? biblatex_types(work) : classic_types(work);
  types.push_back(biblatex ? &misc : &classic_misc);
  return types;
}

}  // namespace citegraph::bibliography
