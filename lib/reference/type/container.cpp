#include "reference/lexicon.hpp"
#include "reference/type/evidence.hpp"
#include "text/utf8.hpp"

namespace citegraph::reference {

namespace {

bool is_dated_to_the_day(const Work& work) {
  const Date* issued = work.get(DateVariable::issued);
  return issued && issued->start && issued->start->day != 0;
}

constexpr auto preprint_servers =
    text::phrase_set({"arxiv", "arxiv preprint", "corr", "biorxiv", "medrxiv", "psyarxiv", "chemrxiv", "ssrn",
                      "ssrn electronic journal", "research square", "osf preprints", "socarxiv", "hal"});
constexpr auto blogs = text::phrase_set({"blog", "weblog", "medium", "wordpress"});
constexpr auto magazines = text::phrase_set({"magazine",
                                             "time",
                                             "newsweek",
                                             "the economist",
                                             "economist",
                                             "der spiegel",
                                             "wired",
                                             "the new yorker",
                                             "new yorker",
                                             "scientific american",
                                             "new scientist",
                                             "the atlantic",
                                             "atlantic monthly",
                                             "forbes",
                                             "fortune",
                                             "veja",
                                             "epoca",
                                             "harper s",
                                             "vanity fair",
                                             "the nation",
                                             "the spectator",
                                             "fast company",
                                             "national geographic",
                                             "rolling stone",
                                             "l espresso",
                                             "businessweek",
                                             "stern",
                                             "focus",
                                             "le point"});

bool is_proceedings(const TypeEvidence& e) {
  const std::uint32_t classes = classes_in(e.container);
  if (!has_class(classes, WordClass::conference)) return false;
  // "Proceedings of the National Academy of Sciences, 107": an academy's journal
  const bool meeting = e.container.has_any_piece(
      {"conference", "symposium",  "workshop", "congress",          "meeting",     " conf ",   " symp ",   "kongress",
       "tagung",     "colloquium", "simposio", "seminario",         "congresso",   "congreso", "encontro", "convegno",
       "colloque",   "jornadas",   "anais do", "anais eletronicos", "conferencia", "konferenz"});
  return meeting || !e.has(Variable::volume);
}

// "CVPR", "NIPS 2010", "Proc. ICML": the short name of a meeting behind "In".
bool is_acronym(std::string_view container) {
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < container.size();) {
    const text::CodePoint c = text::decode_at(container, at);
    at += c.size;
    if (text::is_lower(c.value) && capitals < 3) return false;
    capitals += text::is_upper(c.value) ? 1 : 0;
  }
  return capitals >= 3 && container.size() <= 24;
}

}  // namespace

TypeFound by_container(const TypeEvidence& e) {
  if (!e.has(Variable::container_title)) return std::nullopt;
  const std::uint32_t classes = classes_in(e.container);
  const bool numbered = e.numbered();
  const bool published = e.published() || e.has(Variable::isbn);
  if (preprint_servers.any_in(e.container)) return WorkType::article;
  if (is_proceedings(e)) return WorkType::paper_conference;
  const bool reference_work = e.container.has_any_piece({"encyclop", "enciclop", "enzyklop", "lexikon", "wikipedia"}) &&
                              !e.container.has_phrase("journal");
  if (reference_work && !e.has(Variable::issue)) return WorkType::entry_encyclopedia;
  if (!e.has(Variable::issue) &&
      e.container.has_any_piece({" dictionary ", " dizionario ", " diccionario ", " dicionario ", " dictionnaire ",
                                 "worterbuch ", " oxford dnb "}))
    return WorkType::entry_dictionary;
  if (e.has(NameVariable::editor)) return WorkType::chapter;
  if (blogs.any_in(e.container)) return WorkType::post_weblog;
  if (is_web_site(e.container)) return WorkType::webpage;
  const bool journal = has_class(classes, WordClass::journal);
  const bool magazine = magazines.any_in(e.container);
  if (magazine && !journal && !(numbered && e.has(Variable::issue) && !is_dated_to_the_day(e.work)))
    return WorkType::article_magazine;
  const bool news = has_class(classes, WordClass::news) && !journal;
  if (news && is_dated_to_the_day(e.work) && !e.has(Variable::doi)) return WorkType::article_newspaper;
  if (e.has(Variable::issue)) return WorkType::article_journal;
  if (e.cues.in_before_container && published && !journal)
    return is_acronym(e.work.get(Variable::container_title)) ? WorkType::paper_conference : WorkType::chapter;
  if (numbered && (e.has(Variable::page) || !published)) return WorkType::article_journal;
  if (!numbered && is_dated_to_the_day(e.work) && !e.has(Variable::doi) && !journal) return WorkType::article_newspaper;
  if (!numbered && news && !published) return WorkType::article_newspaper;
  if (published) return WorkType::chapter;
  if (has_class(classes, WordClass::report)) return WorkType::report;
  if (e.has(Variable::url) && !e.has(Variable::page) && !numbered && e.work.get(DateVariable::accessed) && !journal)
    return WorkType::webpage;
  if (e.cues.in_before_container && !numbered && !journal)
    return is_acronym(e.work.get(Variable::container_title)) ? WorkType::paper_conference : WorkType::chapter;
  return WorkType::article_journal;
}

}  // namespace citegraph::reference
