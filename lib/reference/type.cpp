#include "reference/type.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>

#include "reference/description.hpp"
#include "reference/lexicon.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::reference {

namespace {

using Found = std::optional<WorkType>;

// The fields in the form that rules ask about: folded words with a blank at both ends.
struct TypeEvidence {
  const Work& work;
  const TypeCues& cues;
  std::string title;
  std::string container;
  std::string publisher;
  std::string genre;
  std::string head;     // how the reference begins
  bool person = false;  // written by somebody, not by an office

  bool has(Variable variable) const { return !work.get(variable).empty(); }
  bool has(NameVariable variable) const { return !work.get(variable).empty(); }
  bool numbered() const { return has(Variable::volume) || has(Variable::issue); }
  bool published() const { return has(Variable::publisher) || has(Variable::publisher_place); }
};

std::string padded(std::string_view text) {
  constexpr std::size_t enough = 4000;  // bytes; no field that says something is longer
  return ' ' + text::fold_words(text.substr(0, enough)) + ' ';
}

// The letters that words of `padded` begin with, one bit each: most of a list of words is ruled out by its first
// letter.
std::uint32_t first_letters(std::string_view padded) {
  std::uint32_t letters = 0;
  for (std::size_t i = 1; i < padded.size(); ++i)
    if (padded[i - 1] == ' ') letters |= 1U << (static_cast<unsigned char>(padded[i]) & 31U);
  return letters;
}

// Whether any of `words` stands in `padded` as whole words.
bool any_of_words(std::string_view padded, std::initializer_list<std::string_view> words) {
  const std::uint32_t letters = first_letters(padded);
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    if ((letters >> (static_cast<unsigned char>(word.front()) & 31U) & 1U) == 0) return false;
    for (std::size_t at = padded.find(word); at != std::string_view::npos; at = padded.find(word, at + 1))
      if (at > 0 && padded[at - 1] == ' ' && at + word.size() < padded.size() && padded[at + word.size()] == ' ')
        return true;
    return false;
  });
}

bool contains_any(std::string_view folded, std::initializer_list<std::string_view> pieces) {
  return std::any_of(pieces.begin(), pieces.end(),
                     [&](std::string_view piece) { return folded.find(piece) != std::string_view::npos; });
}

bool is_web_site(std::string_view words) {
  return contains_any(words, {"web site", "website", "webpage", "web page", "homepage", "home page", " www "});
}

bool is_dated_to_the_day(const Work& work) {
  const Date* issued = work.get(DateVariable::issued);
  return issued && issued->start && issued->start->day != 0;
}

// What a description ("[Computer software]", "PhD thesis") or the words around the fields say. The first that fits.
struct Telling {
  WorkType type;
  std::initializer_list<std::string_view> words;
};

const std::array<Telling, 14> tellings = {{
    {WorkType::personal_communication,
     {"personal communication", "private communication", "pers comm", "pers com", "comunicacao pessoal",
      "comunicacion personal", "personliche mitteilung", "communication personnelle", "letter to", "e mail to"}},
    {WorkType::patent, {"patent", "patents", "patente", "brevet", "patentschrift", "offenlegungsschrift"}},
    {WorkType::dataset, {"data set", "dataset", "data file", "database record", "datensatz", "conjunto de dados"}},
    {WorkType::software,
     {"software", "computer software", "computer program", "r package", "python package", "source code", "mobile app",
      "programa de computador"}},
    {WorkType::motion_picture,
     {"film", "motion picture", "dvd", "documentary", "directed by", "filme", "pelicula", "spielfilm", "blu ray",
      "video recording", "videorecording"}},
    {WorkType::broadcast,
     {"podcast", "audio podcast", "television broadcast", "tv series", "tv series episode", "radio broadcast",
      "television series", "radio programme"}},
    {WorkType::interview, {"interview", "entrevista", "interview by", "interview with", "intervista"}},
    {WorkType::map, {"map", "topographic map", "geological map", "karte", "mapa"}},
    {WorkType::manuscript,
     {"unpublished manuscript", "unpublished ms", "manuscript", "manuscript in preparation", "manuscript submitted",
      "submitted manuscript", "typescript", "manuscrito", "manuskript", "unveroffentlichtes manuskript", "unpublished",
      "manuscrito inedito", "manoscritto"}},
    {WorkType::speech,
     {"keynote", "keynote address", "keynote speech", "speech", "speech given", "speech delivered", "lecture given",
      "lecture delivered", "inaugural lecture", "address delivered", "rede", "vortrag", "discurso", "conference talk",
      "invited talk", "talk given"}},
    {WorkType::paper_conference,
     {"paper presented", "poster presented", "presented at", "paper given", "poster session", "conference paper",
      "trabalho apresentado", "communication presentee"}},
    {WorkType::post, {"tweet", "facebook post", "status update", "instagram photograph"}},
    {WorkType::post_weblog, {"blog", "weblog", "blog post", "web log post", "blog entry"}},
    {WorkType::article, {"preprint", "preprint at", "e print", "eprint", "working draft"}},
}};

Found told_by(std::string_view words) {
  for (const Telling& telling : tellings)
    if (any_of_words(words, telling.words)) return telling.type;
  return std::nullopt;
}

Found by_genre(const TypeEvidence& e) {
  if (e.genre.size() <= 2) return std::nullopt;
  const std::uint32_t classes = classes_in(e.genre);
  if (has_class(classes, WordClass::thesis)) return WorkType::thesis;
  if (const Found told = told_by(e.genre)) {
    const bool in_journal = e.has(Variable::container_title) && e.numbered();
    if (!in_journal || *told == WorkType::patent) return told;
  }
  if (has_class(classes, WordClass::report) && !e.has(Variable::container_title)) return WorkType::report;
  return std::nullopt;
}

// A description in square brackets, or a form that says it. In a numbered journal it is about what the article is
// about.
Found by_description(const TypeEvidence& e) {
  const bool by_law = e.cues.described == WorkType::patent || e.cues.described == WorkType::legislation ||
                      e.cues.described == WorkType::legal_case;
  const bool placed = e.has(Variable::page) && (e.numbered() || e.has(Variable::container_title));
  if (placed && !by_law) return std::nullopt;
  if (!e.cues.in_brackets.empty()) {
    if (has_class(classes_in(e.cues.in_brackets), WordClass::thesis)) return WorkType::thesis;
    if (const Found told = told_by(e.cues.in_brackets)) return told;
  }
  if (e.cues.described == WorkType::document) return std::nullopt;
  return e.cues.described;
}

// Words beside the fields. In a numbered journal they are part of the note ("with software").
Found by_words_around(const TypeEvidence& e) {
  const std::string& words = e.cues.words;
  if (contains_any(words, {" dissertation abstracts "}) || contains_any(e.container, {" dissertation abstracts "}))
    return WorkType::thesis;
  if (e.has(Variable::container_title) && e.numbered() && e.has(Variable::page)) return std::nullopt;
  if (any_of_words(words, {"phd thesis",
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
                           "monografia"}))
    return WorkType::thesis;
  const Found told = told_by(words);
  if (!told) return std::nullopt;
  // These words also stand in notes about books and articles.
  const bool weak = *told == WorkType::interview || *told == WorkType::map || *told == WorkType::article ||
                    *told == WorkType::post_weblog || *told == WorkType::speech || *told == WorkType::software;
  if (weak && (e.has(Variable::isbn) || e.has(Variable::publisher_place) || e.has(Variable::container_title)))
    return *told == WorkType::article && !e.numbered() ? told : std::nullopt;
  return told;
}

// "ISO 9001:2015", "DIN EN 1992-1-1", "ASTM D638", "RFC 2616", "NBR 6023": a body and a number.
constexpr std::array<std::string_view, 26> standard_bodies = {
    "iso", "iec", "ansi", "astm", "din",  "en",  "bs",   "ieee", "nbr",  "abnt", "rfc", "onorm", "jis",
    "uni", "nf",  "gost", "itu",  "etsi", "sae", "asme", "vdi",  "nist", "gb",   "snv", "cen",   "fips"};

bool is_standard_number(std::string_view words) {
  std::size_t bodies = 0;
  std::size_t begin = 1;
  for (int n = 0; n < 7 && begin < words.size(); ++n) {
    const std::size_t end = words.find(' ', begin);
    const std::string_view word = words.substr(begin, end - begin);
    if (std::find(standard_bodies.begin(), standard_bodies.end(), word) != standard_bodies.end())
      ++bodies;
    else if (bodies > 0 && word.find_first_of("0123456789") != std::string_view::npos)
      return true;
    else if (bodies > 0 && word != "std" && word != "standard" && word != "iec" && word != "tr" && word != "ts")
      return false;
    if (end == std::string_view::npos) break;
    begin = end + 1;
  }
  return false;
}

Found by_standard(const TypeEvidence& e) {
  // "IEEE Std 802.11-2016", "ISO 9001:2015": nothing else begins so.
  const std::string& head = e.head;
  const std::string_view first = std::string_view(head).substr(1, head.find(' ', 1) - 1);
  if (std::find(standard_bodies.begin(), standard_bodies.end(), first) != standard_bodies.end() &&
      is_standard_number(head))
    return WorkType::standard;
  if (e.person || (e.numbered() && e.has(Variable::container_title))) return std::nullopt;
  const std::string number = padded(e.work.get(Variable::number));
  if (is_standard_number(e.title) || is_standard_number(head) || is_standard_number(number)) return WorkType::standard;
  return std::nullopt;
}

// "Brown v. Board": what stands on both sides begins with a capital.
bool names_parties(std::string_view head) {
  for (const std::string_view versus : {" v. ", " v ", " vs. ", " vs "}) {
    const std::size_t at = head.find(versus);
    if (at == std::string_view::npos || at < 3) continue;
    const std::size_t behind = at + versus.size();
    const bool capital_before = text::is_upper(text::decode_at(head, 0).value);
    if (behind < head.size() && capital_before && text::is_upper(text::decode_at(head, behind).value)) return true;
  }
  return false;
}

Found by_law(const TypeEvidence& e) {
  const std::string& head = e.head;
  const bool in_journal =
      e.has(Variable::issue) || (e.has(Variable::title) && e.person && e.has(Variable::container_title));
  if (!in_journal && names_parties(e.cues.head)) return WorkType::legal_case;
  const bool paged = e.has(Variable::page);
  if ((!in_journal || !paged) &&
      any_of_words(head, {"bgh", "bverfg", "bverwg", "eugh", "case c", "urteil vom", "beschluss vom",
                          "supremo tribunal federal", "stf", "stj", "acordao"}))
    return WorkType::legal_case;
  if (e.person || in_journal) return std::nullopt;
  const auto starts = [](std::string_view words, std::initializer_list<std::string_view> heads) {
    return std::any_of(heads.begin(), heads.end(), [&](std::string_view each) {
      return words.substr(1).starts_with(each) && (words.size() <= each.size() + 1 || words[each.size() + 1] == ' ');
    });
  };
  for (const std::string& words : {e.title, head}) {
    if (starts(words, {"treaty", "the treaty", "convention on", "convention for", "protocol to", "agreement between",
                       "agreement on", "tratado", "vertrag"}))
      return WorkType::treaty;
    if (starts(words, {"lei",
                       "decreto",
                       "ley",
                       "loi",
                       "gesetz",
                       "legge",
                       "law of",
                       "law no",
                       "act of",
                       "constitution of",
                       "constituicao",
                       "directive",
                       "regulation eu",
                       "regulation ec",
                       "regulation no",
                       "richtlinie",
                       "verordnung",
                       "decree",
                       "medida provisoria",
                       "portaria",
                       "resolucao",
                       "real decreto",
                       "council directive",
                       "decreto lei",
                       "lei complementar",
                       "pub l",
                       "public law"}))
      return WorkType::legislation;
  }
  if (any_of_words(e.cues.words + e.title,
                   {"u s c", "usc", "pub l", "pub l no", "stat", "bgbl", "diario oficial da uniao",
                    "official journal of the european union", "cfr", "c f r"}) &&
      any_of_words(e.title + head, {"act", "law", "code", "gesetz", "regulation", "directive", "lei", "decreto"}))
    return WorkType::legislation;
  // "Data Protection Act 1998", "Clean Air Act of 1970", "Children Act"
  const std::size_t act = e.title.rfind(" act ");
  if (act != std::string::npos && act > 0 && !e.has(Variable::container_title)) {
    const std::string_view behind = std::string_view(e.title).substr(act + 5);
    const bool year = !behind.empty() && behind.find_first_not_of("0123456789 ") == std::string_view::npos;
    if (year || (!e.has(Variable::publisher) && (behind.empty() || behind.starts_with("of "))))
      return WorkType::legislation;
  }
  return std::nullopt;
}

bool is_proceedings(const TypeEvidence& e) {
  const std::uint32_t classes = classes_in(e.work.get(Variable::container_title));
  if (!has_class(classes, WordClass::conference)) return false;
  // "Proceedings of the National Academy of Sciences, 107": an academy's journal
  const bool meeting = contains_any(
      e.container,
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

Found by_container(const TypeEvidence& e) {
  if (!e.has(Variable::container_title)) return std::nullopt;
  const std::uint32_t classes = classes_in(e.work.get(Variable::container_title));
  const bool numbered = e.numbered();
  const bool published = e.published() || e.has(Variable::isbn);
  if (any_of_words(e.container,
                   {"arxiv", "arxiv preprint", "corr", "biorxiv", "medrxiv", "psyarxiv", "chemrxiv", "ssrn",
                    "ssrn electronic journal", "research square", "osf preprints", "socarxiv", "hal"}))
    return WorkType::article;
  if (is_proceedings(e)) return WorkType::paper_conference;
  const bool reference_work = contains_any(e.container, {"encyclop", "enciclop", "enzyklop", "lexikon", "wikipedia"}) &&
                              !contains_any(e.container, {" journal "});
  if (reference_work && !e.has(Variable::issue)) return WorkType::entry_encyclopedia;
  if (!e.has(Variable::issue) &&
      contains_any(e.container, {" dictionary ", " dizionario ", " diccionario ", " dicionario ", " dictionnaire ",
                                 "worterbuch ", " oxford dnb "}))
    return WorkType::entry_dictionary;
  if (e.has(NameVariable::editor)) return WorkType::chapter;
  if (any_of_words(e.container, {"blog", "weblog", "medium", "wordpress"})) return WorkType::post_weblog;
  if (is_web_site(e.container)) return WorkType::webpage;
  const bool journal = has_class(classes, WordClass::journal);
  const bool magazine = any_of_words(e.container, {"magazine",
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

bool is_office(const TypeEvidence& e) {
  return has_class(classes_in(e.work.get(Variable::publisher)), WordClass::institution);
}

// Published by the organisation that wrote it, as reports are.
bool is_own_publisher(const TypeEvidence& e) {
  if (e.person || e.publisher.size() <= 2) return false;
  const auto authors = e.work.get(NameVariable::author);
  return std::any_of(authors.begin(), authors.end(),
                     [&](const Name& name) { return name.is_literal() && padded(name.literal) == e.publisher; });
}

// Works that stand by themselves.
Found by_publication(const TypeEvidence& e) {
  const bool editor = e.has(NameVariable::editor);
  if (any_of_words(e.publisher, {"zenodo", "dryad", "figshare", "pangaea", "icpsr", "dataverse", "genbank", "gesis",
                                 "harvard dataverse", "dryad digital repository", "mendeley data"}))
    return WorkType::dataset;
  if (any_of_words(e.publisher, {"github", "r foundation for statistical computing", "statacorp", "mathworks",
                                 "the mathworks", "cran", "sourceforge", "bioconductor"}))
    return WorkType::software;
  if (any_of_words(e.publisher, {"youtube", "netflix", "paramount pictures", "warner bros", "universal pictures"}))
    return WorkType::motion_picture;
  if (is_web_site(e.publisher)) return WorkType::webpage;
  if (has_class(classes_in(e.work.get(Variable::publisher)), WordClass::report)) return WorkType::report;
  if (e.has(Variable::arxiv) && !e.published()) return WorkType::article;
  if (e.has(Variable::volume) && e.has(Variable::page) && !e.has(Variable::publisher)) return WorkType::article_journal;
  if (e.has(Variable::isbn) || e.has(Variable::edition)) return WorkType::book;
  if (is_own_publisher(e)) {
    const bool online = e.has(Variable::url) && any_of_words(e.cues.in_brackets, {"internet", "online"});
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

// In the order in which they are asked.
constexpr std::array<Found (*)(const TypeEvidence&), 7> type_rules = {
    by_genre, by_description, by_standard, by_law, by_words_around, by_container, by_publication};

bool is_person_among(std::span<const Name> names) {
  return std::any_of(names.begin(), names.end(), [](const Name& name) { return !name.is_literal(); });
}

bool ends_in_word_in(std::string_view before) {
  const std::string words = text::fold_words(before.size() > 12 ? before.substr(before.size() - 12) : before);
  const std::size_t blank = words.rfind(' ');
  const std::string_view last =
      blank == std::string::npos ? std::string_view(words) : std::string_view(words).substr(blank + 1);
  return last == "in" || last == "em" || last == "dans" || last == "en" || last == "nel";
}

}  // namespace

TypeCues cues_of(std::string_view text, std::span<const Segment> segments, bool emphasised_title) {
  constexpr std::size_t enough = 2000;
  constexpr std::size_t head_size = 120;
  TypeCues cues;
  cues.emphasised_title = emphasised_title;
  std::string around;
  std::uint32_t at = 0;
  const auto add_until = [&](std::uint32_t end) {
    if (end > at && around.size() < enough) around += slice(text, {at, end});
    around += " | ";
  };
  for (const Segment& segment : segments) {
    if (segment.label == Label::container_title && ends_in_word_in(text.substr(0, segment.span.start)))
      cues.in_before_container = true;
    const bool named = segment.label == Label::author || segment.label == Label::editor ||
                       segment.label == Label::title || segment.label == Label::container_title ||
                       segment.label == Label::collection_title || segment.label == Label::url ||
                       segment.label == Label::doi || segment.label == Label::publisher;
    if (!named || segment.span.start < at) continue;
    add_until(segment.span.start);
    at = segment.span.end;
  }
  add_until(static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), at + enough)));
  cues.words = padded(around);
  if (const std::string brackets = bracketed(text.substr(0, enough)); !brackets.empty())
    cues.in_brackets = padded(brackets);
  cues.described = described_type(padded(text.substr(0, enough))).value_or(WorkType::document);
  std::string_view head = text;
  if (!segments.empty() && segments.front().label == Label::citation_number)
    head = text.substr(std::min<std::size_t>(segments.front().span.end, text.size()));
  while (!head.empty() && (head.front() == ' ' || head.front() == ']' || head.front() == '.' || head.front() == '*'))
    head.remove_prefix(1);
  cues.head = std::string(head.substr(0, head_size));
  return cues;
}

WorkType decide_type(const Work& work, const TypeCues& cues) {
  TypeEvidence evidence{work,
                        cues,
                        padded(work.get(Variable::title)),
                        padded(work.get(Variable::container_title)),
                        padded(work.get(Variable::publisher)),
                        padded(work.get(Variable::genre)),
                        padded(cues.head)};
  evidence.person = is_person_among(work.get(NameVariable::author));
  for (const auto rule : type_rules)
    if (const Found found = rule(evidence)) return *found;
  return WorkType::document;
}

}  // namespace citegraph::reference
