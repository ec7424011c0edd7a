#include <algorithm>

#include "reference/lexicon.hpp"
#include "reference/type/evidence.hpp"

namespace citegraph::reference {

namespace {

constexpr auto repositories =
    text::phrase_set({"zenodo", "dryad", "figshare", "pangaea", "icpsr", "dataverse", "genbank", "gesis",
                      "harvard dataverse", "dryad digital repository", "mendeley data"});
constexpr auto software_makers =
    text::phrase_set({"github", "r foundation for statistical computing", "statacorp", "mathworks", "the mathworks",
                      "cran", "sourceforge", "bioconductor"});
constexpr auto film_makers =
    text::phrase_set({"youtube", "netflix", "paramount pictures", "warner bros", "universal pictures"});
constexpr auto online_marks = text::phrase_set({"internet", "online"});

bool is_office(const TypeEvidence& e) { return has_class(classes_in(e.publisher), WordClass::institution); }

// Published by the organisation that wrote it, as reports are.
bool is_own_publisher(const TypeEvidence& e) {
  if (e.person || e.publisher.empty()) return false;
  const auto authors = e.work.get(NameVariable::author);
  return std::any_of(authors.begin(), authors.end(),
                     [&](const Name& name) { return name.is_literal() && text::Words(name.literal) == e.publisher; });
}

}  // namespace

// Works that stand by themselves.
TypeFound by_publication(const TypeEvidence& e) {
  const bool editor = e.has(NameVariable::editor);
  if (repositories.any_in(e.publisher)) return WorkType::dataset;
  if (software_makers.any_in(e.publisher)) return WorkType::software;
  if (film_makers.any_in(e.publisher)) return WorkType::motion_picture;
  if (is_web_site(e.publisher)) return WorkType::webpage;
  if (has_class(classes_in(e.publisher), WordClass::report)) return WorkType::report;
  if (e.has(Variable::arxiv) && !e.published()) return WorkType::article;
  if (e.has(Variable::volume) && e.has(Variable::page) && !e.has(Variable::publisher)) return WorkType::article_journal;
  if (e.has(Variable::isbn) || e.has(Variable::edition)) return WorkType::book;
  if (is_own_publisher(e)) {
    const bool online = e.has(Variable::url) && online_marks.any_in(e.cues.in_brackets);
    return online ? WorkType::webpage : WorkType::report;
  }
  if (editor && e.has(Variable::page) && e.has(Variable::title) && e.person) return WorkType::chapter;
  if (e.has(Variable::publisher_place))
    return e.person || editor || !e.has(Variable::url) ? WorkType::book : WorkType::report;
  if (e.has(Variable::publisher) && (e.person || e.cues.emphasised_title) && !e.has(Variable::url))
    return e.person || !is_office(e) ? WorkType::book : WorkType::report;
  if (e.has(Variable::publisher) && e.has(Variable::url)) return e.person ? WorkType::webpage : WorkType::report;
  if (e.has(Variable::url)) return WorkType::webpage;
  if (editor && e.has(Variable::publisher)) return WorkType::book;
  if (e.cues.emphasised_title && e.person) return WorkType::book;
  return std::nullopt;
}

}  // namespace citegraph::reference
