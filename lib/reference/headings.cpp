#include "reference/headings.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <string>
#include <vector>

#include "text/fold.hpp"
#include "text/similarity.hpp"
#include "text/utf8.hpp"

namespace citegraph::reference {

namespace {

// All phrases are folded (lower case, no diacritics), words divided by one blank.

constexpr std::array list_phrases = std::to_array<std::string_view>({
    // English
    "references",
    "reference",
    "reference list",
    "list of references",
    "references cited",
    "cited references",
    "references and notes",
    "references and further reading",
    "literature",
    "literature cited",
    "cited literature",
    "literature references",
    "works cited",
    "work cited",
    "works consulted",
    "list of works cited",
    "bibliography",
    "bibliographies",
    "selected bibliography",
    "select bibliography",
    "selective bibliography",
    "annotated bibliography",
    "working bibliography",
    "bibliographic references",
    "bibliographical references",
    "bibliography and references",
    "references and bibliography",
    "sources cited",
    "selected references",
    "additional references",
    "supplementary references",
    "supplemental references",
    "notes and references",
    "literature list",
    // German
    "literatur",
    "literaturverzeichnis",
    "literaturangaben",
    "literaturliste",
    "literaturhinweise",
    "quellenverzeichnis",
    "quellen und literatur",
    "quellen und literaturverzeichnis",
    "literatur und quellenverzeichnis",
    "literatur und quellen",
    "bibliographie",
    "bibliografie",
    "schrifttum",
    "schrifttumsverzeichnis",
    "referenzen",
    "zitierte literatur",
    "verwendete literatur",
    "referenzliste",
    // French
    "references bibliographiques",
    "reference bibliographique",
    "references citees",
    "liste des references",
    "ouvrages cites",
    "ouvrages de reference",
    "travaux cites",
    "oeuvres citees",
    "sources et bibliographie",
    "bibliographie selective",
    "bibliographie et sources",
    "litterature citee",
    // Spanish, Portuguese, Galician, Catalan
    "referencias",
    "referencia",
    "referencias bibliograficas",
    "referencia bibliografica",
    "lista de referencias",
    "bibliografia",
    "bibliografia citada",
    "bibliografia consultada",
    "bibliografia y fuentes",
    "literatura citada",
    "literatura",
    "obras citadas",
    "obras consultadas",
    "trabajos citados",
    "trabalhos citados",
    "fuentes y bibliografia",
    "fontes e bibliografia",
    "referencies",
    "referencies bibliografiques",
    // Italian, Romanian
    "riferimenti bibliografici",
    "riferimenti",
    "opere citate",
    "testi citati",
    "bibliografia essenziale",
    "referinte",
    "referinte bibliografice",
    // Dutch, Scandinavian, Finnish, Hungarian
    "referenties",
    "literatuur",
    "literatuurlijst",
    "literatuuropgave",
    "geraadpleegde literatuur",
    "referenser",
    "referanser",
    "referencer",
    "referenslista",
    "referanseliste",
    "litteratur",
    "litteraturforteckning",
    "litteraturliste",
    "litteraturlista",
    "kallforteckning",
    "kall och litteraturforteckning",
    "kildeliste",
    "lahteet",
    "lahdeluettelo",
    "kirjallisuus",
    "kirjallisuusluettelo",
    "irodalom",
    "irodalomjegyzek",
    "felhasznalt irodalom",
    "hivatkozasok",
    // Polish, Czech, Slovak, South Slavic
    "pismiennictwo",
    "spis literatury",
    "seznam literatury",
    "pouzita literatura",
    "zoznam pouzitej literatury",
    "popis literature",
    "koristena literatura",
    "viri",
    "viri in literatura",
    "literatura i izvori",
    // Turkish, Indonesian, Vietnamese
    "kaynaklar",
    "kaynakca",
    "daftar pustaka",
    "daftar referensi",
    "referensi",
    "tai lieu tham khao",
    "tham khao",
    // Cyrillic, Greek
    "литература",
    "список литературы",
    "список использованной литературы",
    "список использованных источников",
    "библиография",
    "библиографический список",
    "источники и литература",
    "література",
    "список літератури",
    "список використаних джерел",
    "список використаної літератури",
    "библиографски извори",
    "βιβλιογραφια",
    "αναφορες",
    "βιβλιογραφικες αναφορες",
    // East Asian, Semitic, Persian
    "参考文献",
    "參考文獻",
    "参考资料",
    "參考資料",
    "参考书目",
    "參考書目",
    "引用文献",
    "引用文獻",
    "主要参考文献",
    "参考・引用文献",
    "文献",
    "참고문헌",
    "참고 문헌",
    "인용문헌",
    "المراجع",
    "المصادر",
    "المصادر والمراجع",
    "قائمة المراجع",
    "مراجع",
    "منابع",
    "منابع و مآخذ",
    "ביבליוגרפיה",
    "מקורות",
    "רשימת מקורות",
});

constexpr std::array likely_phrases = std::to_array<std::string_view>({
    "sources",
    "source",
    "quellen",
    "fuentes",
    "fontes",
    "fonti",
    "bronnen",
    "kallor",
    "zrodla",
    "источники",
    "kilder",
    "citations",
    "further reading",
    "further readings",
    "suggested reading",
    "suggested readings",
    "suggestions for further reading",
    "recommended reading",
    "additional reading",
    "reading list",
    "readings",
    "weiterfuhrende literatur",
    "lectures complementaires",
    "publications",
    "published works",
    "cited works",
    "texts cited",
    "online sources",
    "internet sources",
    "primary sources",
    "secondary sources",
    "primary literature",
    "secondary literature",
    "primarliteratur",
    "sekundarliteratur",
    "sources primaires",
    "sources secondaires",
    "fontes primarias",
    "fuentes primarias",
    "webography",
    "sitography",
    "sitografia",
    "webgrafia",
    "filmography",
    "documents cited",
    "works referenced",
    "referenced works",
});

constexpr std::array notes_phrases = std::to_array<std::string_view>({
    "notes", "endnotes",     "end notes",     "footnotes", "anmerkungen",  "endnoten",   "fussnoten",
    "notas", "notas finais", "notas finales", "note",      "notes de fin", "примечания", "注釈",
    "注释",  "註釋",         "noten",         "noter",     "notit",
});

constexpr std::array division_words = std::to_array<std::string_view>({
    "archival",   "archives",      "archive",       "archivos",    "arquivos",        "articles",      "article",
    "artigos",    "articulos",     "artikel",       "aufsatze",    "bibliography",    "books",         "book",
    "bucher",     "capitulos",     "cases",         "chapters",    "conference",      "dissertations", "documentos",
    "documents",  "dokumente",     "electronic",    "eletronicas", "entrevistas",     "films",         "filmes",
    "gray",       "grey",          "government",    "internet",    "internetquellen", "interviews",    "jornais",
    "journal",    "journals",      "laws",          "legal",       "legislacao",      "legislation",   "leis",
    "libros",     "links",         "literature",    "livres",      "livros",          "magazines",     "manuscripts",
    "media",      "monographien",  "monographs",    "newspapers",  "newspaper",       "news",          "official",
    "online",     "onlinequellen", "ouvrages",      "papers",      "patents",         "periodicals",   "periodicos",
    "podcasts",   "presentations", "press",         "primary",     "published",       "publications",  "reports",
    "relatorios", "revistas",      "secondary",     "sites",       "software",        "sources",       "statutes",
    "teses",      "theses",        "treaties",      "unpublished", "videos",          "web",           "webpages",
    "websites",   "website",       "zeitschriften", "zeitungen",   "dissertacoes",
});

constexpr std::array end_phrases = std::to_array<std::string_view>({
    "appendix",
    "appendices",
    "appendixes",
    "anhang",
    "annex",
    "annexe",
    "annexes",
    "anexo",
    "anexos",
    "apendice",
    "apendices",
    "appendice",
    "allegato",
    "allegati",
    "bijlage",
    "bilaga",
    "liite",
    "приложение",
    "приложения",
    "附录",
    "付録",
    "부록",
    "acknowledgement",
    "acknowledgements",
    "acknowledgment",
    "acknowledgments",
    "danksagung",
    "remerciements",
    "agradecimientos",
    "agradecimentos",
    "ringraziamenti",
    "благодарности",
    "致谢",
    "author contributions",
    "authors contributions",
    "author contribution",
    "contributors",
    "contributorship",
    "credit authorship",
    "contribuicao dos autores",
    "contribucion de los autores",
    "about the author",
    "about the authors",
    "author biographies",
    "author biography",
    "author information",
    "authors information",
    "author details",
    "biography",
    "biographies",
    "biographical note",
    "notes on contributors",
    "affiliations",
    "correspondence",
    "corresponding author",
    "funding",
    "financial support",
    "financiamento",
    "conflict of interest",
    "conflicts of interest",
    "conflito de interesse",
    "competing interests",
    "competing interest",
    "declaration of competing interest",
    "declaration of interest",
    "declaration of interests",
    "disclosure",
    "disclosures",
    "ethics",
    "ethics statement",
    "ethics approval",
    "data availability",
    "data availability statement",
    "data accessibility",
    "availability of data",
    "code availability",
    "figure",
    "figures",
    "figure legend",
    "figure legends",
    "figure captions",
    "list of figures",
    "legends",
    "tables",
    "table",
    "table legends",
    "list of tables",
    "abbildungen",
    "abbildungsverzeichnis",
    "tabellen",
    "supplementary",
    "supplemental",
    "supporting information",
    "supplementary material",
    "supplementary materials",
    "supplementary information",
    "electronic supplementary material",
    "additional files",
    "additional file",
    "additional information",
    "publishers note",
    "publisher s note",
    "index",
    "glossary",
    "abbreviations",
    "list of abbreviations",
    "license",
    "copyright",
    "peer review",
    "reviewer comments",
    "open access",
    "received",
    "submitted",
    "accepted",
    "recebido",
    "recibido",
    "submetido",
    "aceito",
    "aprovado",
    "eingegangen",
    "how to cite",
    "cite this article",
    "como citar",
    "editor",
    "editora responsavel",
    "editor responsavel",
    "edited by",
    "abstract",
    "resumo",
    "resumen",
    "zusammenfassung",
    "summary",
});

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& phrases, std::string_view phrase) {
  return std::find(phrases.begin(), phrases.end(), phrase) != phrases.end();
}

std::vector<std::string_view> words_of(std::string_view folded) {
  std::vector<std::string_view> words;
  while (!folded.empty()) {
    const std::size_t blank = std::min(folded.find(' '), folded.size());
    if (blank > 0) words.push_back(folded.substr(0, blank));
    folded.remove_prefix(std::min(blank + 1, folded.size()));
  }
  return words;
}

bool is_numbering(std::string_view word) {
  if (word.size() > 4) return false;
  if (std::all_of(word.begin(), word.end(), [](char c) { return '0' <= c && c <= '9'; })) return true;
  return word.find_first_not_of("ivxl") == std::string_view::npos;
}

// The words without a number before them: "7.1 References", "VI. Bibliography". A number alone stays.
std::string without_numbering(std::string_view folded) {
  std::vector<std::string_view> words = words_of(folded);
  std::size_t first = 0;
  while (first + 1 < words.size() && first < 3 && is_numbering(words[first])) ++first;
  std::string out;
  for (std::size_t i = first; i < words.size(); ++i) {
    if (!out.empty()) out += ' ';
    out += words[i];
  }
  return out;
}

// The bytes of a phrase as a set. One edit changes two of its members at most.
constexpr std::uint64_t byte_set(std::string_view phrase) noexcept {
  std::uint64_t set = 0;
  for (const char c : phrase) set |= std::uint64_t{1} << (static_cast<unsigned char>(c) & 63U);
  return set;
}

constexpr auto list_sets = [] {
  std::array<std::uint64_t, list_phrases.size()> sets{};
  for (std::size_t i = 0; i < sets.size(); ++i) sets[i] = byte_set(list_phrases[i]);
  return sets;
}();

// One slip in eight letters or more: "Refrences", "Bibliograhy", "Referênces".
bool is_misspelt_list(std::string_view phrase) {
  if (phrase.size() < 8 || phrase.size() > 40) return false;
  const std::uint64_t set = byte_set(phrase);
  const bool ascii =
      std::all_of(phrase.begin(), phrase.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  for (std::size_t i = 0; i < list_phrases.size(); ++i) {
    const std::string_view known = list_phrases[i];
    if (known.size() < 8) continue;
    const std::size_t limit = known.size() >= 12 ? 2 : 1;
    // A letter beyond ASCII has two bytes or more.
    if (static_cast<std::size_t>(std::popcount(set ^ list_sets[i])) > (ascii ? 2 : 8) * limit) continue;
    if (text::edit_distance(phrase, known, limit) <= limit) return true;
  }
  return false;
}

bool is_division_word(std::string_view word) {
  return contains(division_words, word) || word.size() <= 2 || word == "and" || word == "for" || word == "further" ||
         word == "cited" || word == "other" || word == "outros" || word == "outras" || word == "otras";
}

HeadingSense sense_of_longer(std::string_view phrase) {
  const std::vector<std::string_view> words = words_of(phrase);
  if (words.empty() || words.size() > 9) return HeadingSense::other;
  std::string head;
  for (std::size_t i = 0; i < words.size() && i < 4; ++i) {
    if (!head.empty()) head += ' ';
    head += words[i];
    if (contains(end_phrases, head)) return HeadingSense::end_matter;
    if (!contains(list_phrases, head)) continue;
    if (std::all_of(words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.end(), is_division_word))
      return HeadingSense::list;
    return HeadingSense::likely_list;
  }
  if (words.size() > 1 && contains(list_phrases, words.back())) return HeadingSense::likely_list;
  return HeadingSense::other;
}

}  // namespace

HeadingSense heading_sense(std::string_view heading) {
  heading = text::trim(heading);
  if (heading.empty() || heading.size() > 160) return HeadingSense::other;
  if (contains(list_phrases, heading)) return HeadingSense::list;  // scripts that folding takes apart
  const std::string phrase = without_numbering(text::fold_words(heading));
  if (phrase.empty()) return HeadingSense::other;
  if (contains(list_phrases, phrase)) return HeadingSense::list;
  if (contains(likely_phrases, phrase)) return HeadingSense::likely_list;
  if (contains(notes_phrases, phrase)) return HeadingSense::notes;
  if (contains(end_phrases, phrase)) return HeadingSense::end_matter;
  const std::vector<std::string_view> words = words_of(phrase);
  if (words.size() <= 6 && std::all_of(words.begin(), words.end(), is_division_word)) return HeadingSense::division;
  if (is_misspelt_list(phrase)) return HeadingSense::list;
  return sense_of_longer(phrase);
}

bool opens_end_matter(std::string_view paragraph) {
  paragraph = text::trim(paragraph.substr(0, 200));
  if (paragraph.starts_with("©")) return true;
  const std::string folded = text::fold(paragraph.substr(0, std::min<std::size_t>(paragraph.size(), 60)));
  for (std::string_view opening :
       {"figure ", "fig. ", "table ", "appendix ", "supplementary ", "supporting information", "received ",
        "received:", "recebido ", "recebido:", "submitted:", "accepted:", "copyright ",
        "correspondence:", "publisher's note", "how to cite"}) {
    if (!folded.starts_with(opening)) continue;
    const std::string_view rest = std::string_view(folded).substr(opening.size());
    // "Figure 3." and "Received 3 May" go on with a number; a title such as "Table manners" does not.
    if (opening.back() != ' ' || opening.starts_with("suppl")) return true;
    if (!rest.empty() && (text::is_digit(static_cast<unsigned char>(rest.front())) || rest.size() < 3 ||
                          rest[1] == '.' || rest[1] == ' ' || rest[1] == ':'))
      return true;
    if (opening.starts_with("rece")) return true;
  }
  return false;
}

}  // namespace citegraph::reference
