#include "reference/lexicon.hpp"
#include "reference/type/evidence.hpp"

namespace citegraph::reference {

namespace {

// What a description ("[Computer software]", "PhD thesis") or the words around the fields say. The first that fits.
constexpr auto tellings = text::phrase_map<WorkType>({
    {"personal communication", WorkType::personal_communication},
    {"private communication", WorkType::personal_communication},
    {"pers comm", WorkType::personal_communication},
    {"pers com", WorkType::personal_communication},
    {"comunicacao pessoal", WorkType::personal_communication},
    {"comunicacion personal", WorkType::personal_communication},
    {"personliche mitteilung", WorkType::personal_communication},
    {"communication personnelle", WorkType::personal_communication},
    {"letter to", WorkType::personal_communication},
    {"e mail to", WorkType::personal_communication},
    {"patent", WorkType::patent},
    {"patents", WorkType::patent},
    {"patente", WorkType::patent},
    {"brevet", WorkType::patent},
    {"patentschrift", WorkType::patent},
    {"offenlegungsschrift", WorkType::patent},
    {"data set", WorkType::dataset},
    {"dataset", WorkType::dataset},
    {"data file", WorkType::dataset},
    {"database record", WorkType::dataset},
    {"datensatz", WorkType::dataset},
    {"conjunto de dados", WorkType::dataset},
    {"software", WorkType::software},
    {"computer software", WorkType::software},
    {"computer program", WorkType::software},
    {"r package", WorkType::software},
    {"python package", WorkType::software},
    {"source code", WorkType::software},
    {"mobile app", WorkType::software},
    {"programa de computador", WorkType::software},
    {"film", WorkType::motion_picture},
    {"motion picture", WorkType::motion_picture},
    {"dvd", WorkType::motion_picture},
    {"documentary", WorkType::motion_picture},
    {"directed by", WorkType::motion_picture},
    {"filme", WorkType::motion_picture},
    {"pelicula", WorkType::motion_picture},
    {"spielfilm", WorkType::motion_picture},
    {"blu ray", WorkType::motion_picture},
    {"video recording", WorkType::motion_picture},
    {"videorecording", WorkType::motion_picture},
    {"podcast", WorkType::broadcast},
    {"audio podcast", WorkType::broadcast},
    {"television broadcast", WorkType::broadcast},
    {"tv series", WorkType::broadcast},
    {"tv series episode", WorkType::broadcast},
    {"radio broadcast", WorkType::broadcast},
    {"television series", WorkType::broadcast},
    {"radio programme", WorkType::broadcast},
    {"interview", WorkType::interview},
    {"entrevista", WorkType::interview},
    {"interview by", WorkType::interview},
    {"interview with", WorkType::interview},
    {"intervista", WorkType::interview},
    {"map", WorkType::map},
    {"topographic map", WorkType::map},
    {"geological map", WorkType::map},
    {"karte", WorkType::map},
    {"mapa", WorkType::map},
    {"unpublished manuscript", WorkType::manuscript},
    {"unpublished ms", WorkType::manuscript},
    {"manuscript", WorkType::manuscript},
    {"manuscript in preparation", WorkType::manuscript},
    {"manuscript submitted", WorkType::manuscript},
    {"submitted manuscript", WorkType::manuscript},
    {"typescript", WorkType::manuscript},
    {"manuscrito", WorkType::manuscript},
    {"manuskript", WorkType::manuscript},
    {"unveroffentlichtes manuskript", WorkType::manuscript},
    {"unpublished", WorkType::manuscript},
    {"manuscrito inedito", WorkType::manuscript},
    {"manoscritto", WorkType::manuscript},
    {"keynote", WorkType::speech},
    {"keynote address", WorkType::speech},
    {"keynote speech", WorkType::speech},
    {"speech", WorkType::speech},
    {"speech given", WorkType::speech},
    {"speech delivered", WorkType::speech},
    {"lecture given", WorkType::speech},
    {"lecture delivered", WorkType::speech},
    {"inaugural lecture", WorkType::speech},
    {"address delivered", WorkType::speech},
    {"rede", WorkType::speech},
    {"vortrag", WorkType::speech},
    {"discurso", WorkType::speech},
    {"conference talk", WorkType::speech},
    {"invited talk", WorkType::speech},
    {"talk given", WorkType::speech},
    {"paper presented", WorkType::paper_conference},
    {"poster presented", WorkType::paper_conference},
    {"presented at", WorkType::paper_conference},
    {"paper given", WorkType::paper_conference},
    {"poster session", WorkType::paper_conference},
    {"conference paper", WorkType::paper_conference},
    {"trabalho apresentado", WorkType::paper_conference},
    {"communication presentee", WorkType::paper_conference},
    {"tweet", WorkType::post},
    {"facebook post", WorkType::post},
    {"status update", WorkType::post},
    {"instagram photograph", WorkType::post},
    {"blog", WorkType::post_weblog},
    {"weblog", WorkType::post_weblog},
    {"blog post", WorkType::post_weblog},
    {"web log post", WorkType::post_weblog},
    {"blog entry", WorkType::post_weblog},
    {"preprint", WorkType::article},
    {"preprint at", WorkType::article},
    {"e print", WorkType::article},
    {"eprint", WorkType::article},
    {"working draft", WorkType::article},
});

TypeFound told_by(const text::Words& words) {
  const WorkType* const told = tellings.find_in(words);
  return told == nullptr ? TypeFound() : *told;
}

constexpr auto theses = text::phrase_set({"phd thesis",
                                          "ph d thesis",
                                          "phd dissertation",
                                          "ph d dissertation",
                                          "doctoral dissertation",
                                          "doctoral thesis",
                                          "master s thesis",
                                          "masters thesis",
                                          "ma thesis",
                                          "msc thesis",
                                          "diss",
                                          "dissertation",
                                          "dissertacao",
                                          "tese de doutorado",
                                          "tese",
                                          "tesis doctoral",
                                          "these de doctorat",
                                          "these",
                                          "tesi di dottorato",
                                          "tesi di laurea",
                                          "diplomarbeit",
                                          "habilitationsschrift",
                                          "masterarbeit",
                                          "bachelorarbeit",
                                          "trabalho de conclusao de curso",
                                          "monografia"});

}  // namespace

TypeFound by_genre(const TypeEvidence& e) {
  if (e.genre.empty()) return std::nullopt;
  const std::uint32_t classes = classes_in(e.genre);
  if (has_class(classes, WordClass::thesis)) return WorkType::thesis;
  if (const TypeFound told = told_by(e.genre)) {
    const bool in_journal = e.has(Variable::container_title) && e.numbered();
    if (!in_journal || *told == WorkType::patent) return told;
  }
  if (has_class(classes, WordClass::report) && !e.has(Variable::container_title)) return WorkType::report;
  return std::nullopt;
}

// A description in square brackets, or a form that says it. In a numbered journal it is about what the article is
// about.
TypeFound by_description(const TypeEvidence& e) {
  const bool by_law = e.cues.described == WorkType::patent || e.cues.described == WorkType::legislation ||
                      e.cues.described == WorkType::legal_case;
  const bool placed = e.has(Variable::page) && (e.numbered() || e.has(Variable::container_title));
  if (placed && !by_law) return std::nullopt;
  if (!e.cues.in_brackets.empty()) {
    if (has_class(classes_in(e.cues.in_brackets), WordClass::thesis)) return WorkType::thesis;
    if (const TypeFound told = told_by(e.cues.in_brackets)) return told;
  }
  if (e.cues.described == WorkType::document) return std::nullopt;
  return e.cues.described;
}

// Words beside the fields. In a numbered journal they are part of the note ("with software").
TypeFound by_words_around(const TypeEvidence& e) {
  const text::Words& words = e.cues.words;
  if (words.has_phrase("dissertation abstracts") || e.container.has_phrase("dissertation abstracts"))
    return WorkType::thesis;
  if (e.has(Variable::container_title) && e.numbered() && e.has(Variable::page)) return std::nullopt;
  if (theses.any_in(words)) return WorkType::thesis;
  const TypeFound told = told_by(words);
  if (!told) return std::nullopt;
  // These words also stand in notes about books and articles.
  const bool weak = *told == WorkType::interview || *told == WorkType::map || *told == WorkType::article ||
                    *told == WorkType::post_weblog || *told == WorkType::speech || *told == WorkType::software;
  if (weak && (e.has(Variable::isbn) || e.has(Variable::publisher_place) || e.has(Variable::container_title)))
    return *told == WorkType::article && !e.numbered() ? told : std::nullopt;
  return told;
}

}  // namespace citegraph::reference
