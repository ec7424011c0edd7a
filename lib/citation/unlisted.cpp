#include "citation/unlisted.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "citation/title_names.hpp"
#include "citation/words.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::citation {
namespace {

using Knows = EntryIndex::Knows;

// Articles and prepositions that stand before things and places rather than before authors.
bool precedes_things(std::string_view word) noexcept {
  constexpr std::string_view words[] = {"al",    "an",    "ao",  "at",    "da",  "das", "dem", "den",  "des",   "do",
                                        "dos",   "du",    "el",  "em",    "en",  "im",  "in",  "la",   "las",   "le",
                                        "los",   "na",    "nas", "no",    "nos", "o",   "of",  "pela", "pelas", "pelo",
                                        "pelos", "since", "the", "until", "vom", "zum", "zur"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// "WTO"
bool is_all_capitals(std::string_view name) noexcept {
  for (std::size_t offset = 0; offset < name.size();) {
    const text::CodePoint c = text::decode_at(name, offset);
    if (text::is_letter(c.value) && !text::is_upper(c.value)) return false;
    offset += std::max(c.size, 1U);
  }
  return true;
}

// "Source: Authors (2021)", "Fonte: Dados da Pesquisa (2020)": the paper itself, by the last word.
bool names_this_paper(std::string_view name) {
  constexpr std::string_view words[] = {"auteur",  "auteurs", "author",     "authors",  "autor",   "autora",
                                        "autoras", "autores", "autorinnen", "pesquisa", "research"};
  const std::string folded = text::fold(name.substr(name.rfind(' ') + 1));
  return std::find(std::begin(words), std::end(words), folded) != std::end(words);
}

// A work is listed that is to appear, hardly one that is being written.
bool is_listed_before_print(std::string_view literal) noexcept {
  return literal == "in press" || literal == "forthcoming" || literal == "n.d.";
}

// So often printed in lower case, a word is a term of the text and nobody's name.
constexpr std::uint32_t common = 3;

}  // namespace

Unlisted::Unlisted(const Source& source) : source_(source), body_(source.body) {
  for (const Entry& entry : source.index.entries())
    for (const int year : entry.years) oldest_ = std::min(oldest_, year);
}

std::string_view Unlisted::folded(std::uint32_t token) const { return body_.folded(token); }

// Names that the list does not know. A work older than all that are listed is rather the author of a species, or an
// event.
bool Unlisted::likely_narrative(const ChosenNames& names, const Dated& dated, std::uint32_t bracket) {
  if (is_authority(names, dated, bracket)) return false;
  if (names.others || names.names.size() > 1) return true;
  const std::string& name = names.names.front();
  if (names_this_paper(name)) return false;
  if (text::count_code_points(name) < 3 || is_emphasised(names.first, bracket)) return false;
  if (is_misspelt(name, dated)) return true;
  // "the Constitution (1988)", "no Censo (2010)", "in Beijing (2008)", "WTO (1995)", and words of the field
  // ("China").
  if (names.first > 0 && precedes_things(folded(names.first - 1))) return false;
  if (names.known == Knows::author) return true;
  if (!dated.locator && is_common_word(bracket - 1)) return false;
  if (names.known == Knows::word || source_.index.in_titles(text::fold_letters(name))) return false;
  const bool word = name.find(' ') == std::string::npos;
  return !(word && (is_all_capitals(name) || is_caseless(name)));
}

bool Unlisted::likely_parenthetical(const ChosenNames& names, const NameRun& run, std::uint32_t floor,
                                    const Dated& dated) const {
  if (text::count_code_points(names.names.front()) < 2 || names_this_paper(names.names.front())) return false;
  if (is_authority(names, dated, floor - 1)) return false;
  if (!dated.date.has_year() && !is_listed_before_print(dated.date.literal)) return false;
  // A list of places or things ("Corp, Armonk, NY, USA, 2012") has commas and no conjunction.
  const auto commas = std::count_if(run.names.begin(), run.names.end(),
                                    [](const PrintedName& n) { return n.before == NameSeparator::comma; });
  const bool joined = names.others || std::any_of(run.names.begin(), run.names.end(), [](const PrintedName& n) {
                        return n.before == NameSeparator::conjunction;
                      });
  if (commas >= 3 && !joined) return false;
  if (names.first == floor) return true;
  switch (body_.kind(names.first - 1)) {
    case TokenKind::semicolon:
    case TokenKind::comma:
    case TokenKind::period:
    case TokenKind::colon:
    case TokenKind::quote:
      return true;
    case TokenKind::word:
      return introduces(folded(names.first - 1)) || names.others || dated.first == names.first;
    default:
      return names.others;
  }
}

bool Unlisted::likely_undated(const ChosenNames& names, const Dated& dated) const {
  if (dated.date.has_year()) return true;
  const bool listed = is_listed_before_print(dated.date.literal);
  for (const std::uint32_t number : source_.index.by_name(text::fold_letters(names.names.front()))) {
    const Entry& entry = source_.index.entries()[number];
    if (!entry.date_literal.empty() || (listed && entry.years.empty())) return true;
  }
  return false;
}

// "Aus bus (Linnaeus, 1758)" names the author of a species, and "the war (1618)" an event: older than all that is
// listed, after a word pair like a species' name or by centuries.
bool Unlisted::is_authority(const ChosenNames& names, const Dated& dated, std::uint32_t bracket) const {
  if (names.others || !dated.date.has_year() || dated.date.year() >= oldest_) return false;
  if (dated.date.year() < std::min(1800, oldest_ - 50)) return true;
  if (bracket < 2 || names.first < bracket) return false;
  const Token& species = body_[bracket - 1];
  return species.kind == TokenKind::word && !species.capital && body_.kind(bracket - 2) == TokenKind::word &&
         body_[bracket - 2].capital && !is_function_word(folded(bracket - 1));
}

// The list has a work of that year by someone whose name is spelt nearly so.
bool Unlisted::is_misspelt(std::string_view name, const Dated& dated) const {
  const std::vector<std::uint32_t> near = source_.index.by_similar_name(text::fold_letters(name));
  return std::any_of(near.begin(), near.end(),
                     [&](std::uint32_t number) { return source_.index.entries()[number].has_year(dated.date.year()); });
}

bool Unlisted::is_emphasised(std::uint32_t first, std::uint32_t end) const {
  const TextSpan span{body_[first].start, body_[end - 1].end};
  for (const Mark& mark : source_.document.marks_in(span))
    if ((mark.kind == MarkKind::emphasis || mark.kind == MarkKind::strong) && mark.span.contains(span)) return true;
  return false;
}

// "(Ruffini et al. 2023, in preparation)", "(J. Smith 2009, pers. comm.)": nothing that a list could hold.
bool Unlisted::is_unpublished(const Dated& dated) const {
  if (body_.kind(dated.end) != TokenKind::comma && body_.kind(dated.end) != TokenKind::semicolon) return false;
  const std::uint32_t at = dated.end + 1;
  if (const std::string_view word = folded(at); word.starts_with("pers") || word.starts_with("comunica"))
    return folded(body_.kind(at + 1) == TokenKind::period ? at + 2 : at + 1).starts_with("com") ||
           folded(at + 1) == "pessoal" || folded(at + 1) == "personal";
  const std::optional<Dated> instead = read_date(body_, at);
  return instead && !instead->date.has_year() && !is_listed_before_print(instead->date.literal);
}

// "Entropy (2011)" where the text goes on about entropy.
bool Unlisted::is_common_word(std::uint32_t token) {
  if (lower_case_.empty())
    for (std::uint32_t i = 0; i < body_.size(); ++i)
      if (body_.kind(i) == TokenKind::word && !body_[i].capital) ++lower_case_[folded(i)];
  const auto found = lower_case_.find(folded(token));
  return found != lower_case_.end() && found->second >= common;
}

}  // namespace citegraph::citation
