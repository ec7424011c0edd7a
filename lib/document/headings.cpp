#include "document/headings.hpp"

#include <algorithm>
#include <string>

#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::document {
namespace {

// Folded words, sorted.
constexpr std::string_view section_names[] = {
    "abstract",
    "acknowledgement",
    "acknowledgements",
    "acknowledgment",
    "acknowledgments",
    "agradecimentos",
    "agradecimientos",
    "analise dos dados",
    "anhang",
    "annex",
    "anmerkungen",
    "apendice",
    "appendices",
    "appendix",
    "background",
    "bibliografia",
    "bibliographic references",
    "bibliographie",
    "bibliography",
    "bibliografie",
    "bibliografía",
    "cited literature",
    "cited works",
    "conclusao",
    "conclusion",
    "conclusiones",
    "conclusioni",
    "conclusions",
    "conclusoes",
    "consideracoes finais",
    "consideraciones finales",
    "danksagung",
    "diskussion",
    "discussao",
    "discusion",
    "discussion",
    "discussione",
    "einfuhrung",
    "einleitung",
    "endnotes",
    "ergebnisse",
    "fazit",
    "footnotes",
    "fuentes",
    "further reading",
    "introducao",
    "introduccion",
    "introduction",
    "introduzione",
    "literatur",
    "literatur und quellen",
    "literatura",
    "literatura citada",
    "literature",
    "literature cited",
    "literature review",
    "literaturverzeichnis",
    "material and methods",
    "materiais e metodos",
    "materials and methods",
    "method",
    "methode",
    "methoden",
    "methodology",
    "methods",
    "metodo",
    "metodologia",
    "metodos",
    "notas",
    "note",
    "notes",
    "obras citadas",
    "quellen",
    "quellen und literatur",
    "quellenverzeichnis",
    "referencia",
    "referencias",
    "referencias bibliograficas",
    "reference list",
    "references",
    "references and notes",
    "references cited",
    "referenzen",
    "related work",
    "remerciements",
    "resultados",
    "resultados e discussao",
    "resultados y discusion",
    "results",
    "results and discussion",
    "resultate",
    "resume",
    "resumen",
    "resumo",
    "resultats",
    "riassunto",
    "riferimenti bibliografici",
    "ringraziamenti",
    "risultati",
    "schluss",
    "selected bibliography",
    "supplementary material",
    "works cited",
    "zusammenfassung",
};

// Without "4.", "IV.", "2.3" before it and a colon behind it.
std::string_view bare_name(std::string_view line) {
  line = text::trim(line);
  std::size_t i = 0;
  while (i < line.size() && (text::is_ascii_digit(line[i]) || line[i] == '.')) ++i;
  if (i == 0) {
    while (i < line.size() && (line[i] == 'I' || line[i] == 'V' || line[i] == 'X')) ++i;
    if (i >= line.size() || line[i] != '.') i = 0;
    while (i < line.size() && line[i] == '.') ++i;
  }
  line = text::trim(line.substr(i));
  while (!line.empty() && (line.back() == ':' || line.back() == '.')) line.remove_suffix(1);
  return text::trim(line);
}

std::size_t count_words(std::string_view line) {
  std::size_t words = 0;
  bool inside = false;
  for (std::size_t i = 0; i < line.size();) {
    const text::CodePoint c = text::decode_at(line, i);
    const bool space = text::is_space(c.value);
    if (!space && !inside) ++words;
    inside = !space;
    i += c.size;
  }
  return words;
}

struct Letters {
  std::size_t upper = 0;
  std::size_t lower = 0;
  std::size_t digits = 0;
};

Letters count_letters(std::string_view line) {
  Letters letters;
  for (std::size_t i = 0; i < line.size();) {
    const text::CodePoint c = text::decode_at(line, i);
    if (text::is_upper(c.value)) ++letters.upper;
    if (text::is_lower(c.value)) ++letters.lower;
    if (text::is_digit(c.value)) ++letters.digits;
    i += c.size;
  }
  return letters;
}

}  // namespace

bool is_section_name(std::string_view line) {
  if (line.size() > 60) return false;
  const std::string_view name = bare_name(line);
  if (name.empty() || !text::is_upper(text::decode_at(name, 0).value)) return false;
  const std::string folded = text::fold_words(name);
  return std::find(std::begin(section_names), std::end(section_names), folded) != std::end(section_names);
}

unsigned numbering_depth(std::string_view line) {
  unsigned depth = 0;
  std::size_t i = 0;
  while (i < line.size()) {
    const std::size_t start = i;
    while (i < line.size() && i - start < 3 && text::is_ascii_digit(line[i])) ++i;
    if (i == start) break;
    if (i < line.size() && text::is_ascii_digit(line[i])) return 0;  // a year
    ++depth;
    if (i < line.size() && line[i] == '.') ++i;
  }
  if (depth > 0) return i < line.size() && line[i] == ' ' ? depth : 0;
  while (i < line.size() && i < 5 && (line[i] == 'I' || line[i] == 'V' || line[i] == 'X')) ++i;
  return i > 0 && i + 1 < line.size() && line[i] == '.' && line[i + 1] == ' ' ? 1 : 0;
}

bool looks_like_heading(std::string_view line) {
  if (line.size() > 100 || count_words(line) > 12) return false;
  const char32_t last = text::decode_before(line, line.size()).value;
  if (last == '.' || last == ',' || last == ';' || last == '-' || text::is_digit(last)) return false;
  const Letters letters = count_letters(line);
  if (letters.upper + letters.lower < 3 || letters.upper == 0) return false;
  if (line.find(',') != std::string_view::npos || line.find("://") != std::string_view::npos) return false;
  if (numbering_depth(line) > 0) return true;
  if (letters.digits > 0) return false;
  return text::is_upper(text::decode_at(line, 0).value);
}

}  // namespace citegraph::document
