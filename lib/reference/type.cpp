#include "reference/type.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "reference/lexicon.hpp"
#include "text/fold.hpp"

namespace citegraph::reference {

namespace {

bool has_person(const Work& work, NameVariable variable) {
  const auto names = work.get(variable);
  return std::any_of(names.begin(), names.end(), [](const Name& name) { return !name.is_literal(); });
}

bool has(const Work& work, Variable variable) { return !work.get(variable).empty(); }

bool contains_any(std::string_view folded, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return folded.find(word) != std::string_view::npos; });
}

bool is_web_site(std::string_view text) {
  return contains_any(text::fold(text),
                      {"web site", "website", "webpage", "web page", "homepage", "home page", "blog", "www."});
}

bool is_dated_to_the_day(const Work& work) {
  const Date* issued = work.get(DateVariable::issued);
  return issued && issued->start && issued->start->day != 0;
}

WorkType type_by_genre(const Work& work) {
  const std::string genre = text::fold(work.get(Variable::genre));
  if (genre.empty()) return WorkType::document;
  const std::uint32_t classes = classes_in(genre);
  if (has_class(classes, WordClass::thesis)) return WorkType::thesis;
  if (contains_any(genre, {"patent"})) return WorkType::patent;
  if (contains_any(genre, {"software", "computer program", "r package"})) return WorkType::software;
  if (contains_any(genre, {"data set", "dataset"})) return WorkType::dataset;
  if (contains_any(genre, {"interview", "entrevista"})) return WorkType::interview;
  if (has_class(classes, WordClass::report) && !has(work, Variable::container_title)) return WorkType::report;
  return WorkType::document;
}

bool is_proceedings(const Work& work) {
  const std::string_view container = work.get(Variable::container_title);
  const std::uint32_t classes = classes_in(container);
  if (!has_class(classes, WordClass::conference)) return false;
  // "Proceedings of the National Academy of Sciences, 107": an academy's journal
  const std::string folded = text::fold(container);
  const bool meeting = contains_any(folded, {"conference", "symposium", "workshop", "congress", "meeting", "conf.",
                                             "symp", "kongress", "tagung", "colloquium", "simposio", "seminario"});
  return meeting || !has(work, Variable::volume);
}

WorkType type_in_container(const Work& work) {
  const std::uint32_t classes = classes_in(work.get(Variable::container_title));
  const bool numbered = has(work, Variable::volume) || has(work, Variable::issue);
  const bool published =
      has(work, Variable::publisher) || has(work, Variable::publisher_place) || has(work, Variable::isbn);
  if (is_proceedings(work)) return WorkType::paper_conference;
  if (!work.get(NameVariable::editor).empty()) return WorkType::chapter;
  if (is_web_site(work.get(Variable::container_title))) return WorkType::webpage;
  if (has(work, Variable::issue)) return WorkType::article_journal;
  if (numbered && (has(work, Variable::page) || !published)) return WorkType::article_journal;
  if (!numbered && is_dated_to_the_day(work) && !has(work, Variable::doi)) return WorkType::article_newspaper;
  if (!numbered && has_class(classes, WordClass::news) && !has_class(classes, WordClass::journal) && !published)
    return WorkType::article_newspaper;
  if (published) return WorkType::chapter;
  if (has_class(classes, WordClass::report)) return WorkType::report;
  if (has(work, Variable::url) && !has(work, Variable::page) && !numbered && work.get(DateVariable::accessed))
    return WorkType::webpage;
  return WorkType::article_journal;
}

// "Treaty of ...", "Convention on ...": named by its first words, and by nobody.
WorkType type_by_title(const Work& work) {
  const std::string title = text::fold_words(work.get(Variable::title)).substr(0, 60);
  const std::string head = title.substr(0, title.find(" of "));
  const auto starts = [&](std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
      return title.starts_with(word) && (title.size() == word.size() || title[word.size()] == ' ');
    });
  };
  if (starts({"treaty", "the treaty", "convention on", "convention for", "protocol to", "agreement between",
              "agreement on", "tratado", "vertrag"}))
    return WorkType::treaty;
  if (starts({"lei", "decreto", "ley", "loi", "gesetz", "law of", "law no", "act of", "constitution of"}))
    return WorkType::legislation;
  return WorkType::document;
}

}  // namespace

WorkType decide_type(const Work& work, const TypeCues& cues) {
  if (const WorkType type = type_by_genre(work); type != WorkType::document) return type;
  if (has(work, Variable::container_title)) return type_in_container(work);

  const bool person = has_person(work, NameVariable::author);
  const bool published = has(work, Variable::publisher) || has(work, Variable::publisher_place);
  if (is_web_site(work.get(Variable::publisher))) return WorkType::webpage;
  if (has_class(classes_in(work.get(Variable::publisher)), WordClass::report)) return WorkType::report;
  if (!person && work.get(NameVariable::editor).empty())
    if (const WorkType type = type_by_title(work); type != WorkType::document) return type;
  if (has(work, Variable::arxiv) && !published) return WorkType::article;
  if (has(work, Variable::volume) && has(work, Variable::page)) return WorkType::article_journal;
  if (has(work, Variable::isbn) || has(work, Variable::edition)) return WorkType::book;
  if (!work.get(NameVariable::editor).empty() && has(work, Variable::page) && has(work, Variable::title) && person)
    return WorkType::chapter;
  if (has(work, Variable::publisher_place))
    return person || !work.get(NameVariable::editor).empty() || !has(work, Variable::url) ? WorkType::book
                                                                                          : WorkType::report;
  if (published && (person || cues.emphasised_title) && !has(work, Variable::url))
    return person || !has_class(classes_in(work.get(Variable::publisher)), WordClass::institution) ? WorkType::book
                                                                                                   : WorkType::report;
  if (published && has(work, Variable::url)) return person ? WorkType::webpage : WorkType::report;
  if (has(work, Variable::url)) return WorkType::webpage;
  if (cues.emphasised_title && person) return WorkType::book;
  return WorkType::document;
}

}  // namespace citegraph::reference
