#include <algorithm>

#include "reference/type/evidence.hpp"
#include "text/utf8.hpp"
#include "text/word_table.hpp"

namespace citegraph::reference {

namespace {

// "ISO 9001:2015", "DIN EN 1992-1-1", "ASTM D638", "RFC 2616", "NBR 6023": a body and a number.
constexpr auto standard_bodies = text::word_set({"iso",  "iec",  "ansi",  "astm", "din", "en",  "bs",   "ieee", "nbr",
                                                 "abnt", "rfc",  "onorm", "jis",  "uni", "nf",  "gost", "itu",  "etsi",
                                                 "sae",  "asme", "vdi",   "nist", "gb",  "snv", "cen",  "fips"});

bool is_standard_body(std::string_view word) noexcept { return standard_bodies.contains(word); }

bool is_standard_number(const text::Words& words) {
  bool body = false;
  std::string_view rest = words.bare();
  for (int n = 0; n < 7 && !rest.empty(); ++n) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    if (is_standard_body(word))
      body = true;
    else if (body && word.find_first_of("0123456789") != std::string_view::npos)
      return true;
    else if (body && word != "std" && word != "standard" && word != "iec" && word != "tr" && word != "ts")
      return false;
  }
  return false;
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

// "BGH, Urteil vom 3.2.2004"
constexpr auto courts = text::phrase_set({"bgh", "bverfg", "bverwg", "eugh", "case c", "urteil vom", "beschluss vom",
                                          "supremo tribunal federal", "stf", "stj", "acordao"});
constexpr auto treaty_openings =
    text::phrase_set({"treaty", "the treaty", "convention on", "convention for", "protocol to", "agreement between",
                      "agreement on", "tratado", "vertrag"});
constexpr auto law_openings = text::phrase_set({"lei",
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
                                                "public law"});
// Where laws are printed.
constexpr auto gazettes =
    text::phrase_set({"u s c", "usc", "pub l", "pub l no", "stat", "bgbl", "diario oficial da uniao",
                      "official journal of the european union", "cfr", "c f r"});
constexpr auto law_words =
    text::phrase_set({"act", "law", "code", "gesetz", "regulation", "directive", "lei", "decreto"});

}  // namespace

TypeFound by_standard(const TypeEvidence& e) {
  // "IEEE Std 802.11-2016", "ISO 9001:2015": nothing else begins so.
  const std::string_view head = e.head.bare();
  if (is_standard_body(head.substr(0, head.find(' '))) && is_standard_number(e.head)) return WorkType::standard;
  if (e.person || (e.numbered() && e.has(Variable::container_title))) return std::nullopt;
  const text::Words number(e.work.get(Variable::number));
  if (is_standard_number(e.title) || is_standard_number(e.head) || is_standard_number(number))
    return WorkType::standard;
  return std::nullopt;
}

TypeFound by_law(const TypeEvidence& e) {
  const bool in_journal =
      e.has(Variable::issue) || (e.has(Variable::title) && e.person && e.has(Variable::container_title));
  if (!in_journal && names_parties(e.cues.head)) return WorkType::legal_case;
  const bool paged = e.has(Variable::page);
  if ((!in_journal || !paged) && courts.any_in(e.head)) return WorkType::legal_case;
  if (e.person || in_journal) return std::nullopt;
  for (const text::Words* words : {&e.title, &e.head}) {
    if (treaty_openings.any_starts(*words)) return WorkType::treaty;
    if (law_openings.any_starts(*words)) return WorkType::legislation;
  }
  if ((gazettes.any_in(e.cues.words) || gazettes.any_in(e.title)) &&
      (law_words.any_in(e.title) || law_words.any_in(e.head)))
    return WorkType::legislation;
  // "Data Protection Act 1998", "Clean Air Act of 1970", "Children Act"
  const std::string_view title = e.title.padded();
  const std::size_t act = title.rfind(" act ");
  if (act != std::string_view::npos && act > 0 && !e.has(Variable::container_title)) {
    const std::string_view behind = title.substr(act + 5);
    const bool year = !behind.empty() && behind.find_first_not_of("0123456789 ") == std::string_view::npos;
    if (year || (!e.has(Variable::publisher) && (behind.empty() || behind.starts_with("of "))))
      return WorkType::legislation;
  }
  return std::nullopt;
}

}  // namespace citegraph::reference
