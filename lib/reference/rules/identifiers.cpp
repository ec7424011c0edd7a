#include <algorithm>

#include "citegraph/identifier.hpp"

#include "reference/rules/dates.hpp"
#include "reference/rules/rules.hpp"

namespace citegraph::reference::rules {

namespace {

Label label_of(const Identifier& identifier) {
  switch (identifier.scheme) {
    case IdentifierScheme::doi:
      return Label::doi;
    case IdentifierScheme::isbn:
      return Label::isbn;
    case IdentifierScheme::issn:
      return Label::other;
    case IdentifierScheme::arxiv:
    case IdentifierScheme::pmid:
    case IdentifierScheme::pmcid:
      return Label::eprint;
    case IdentifierScheme::url:
      return Label::url;
  }
  return Label::other;
}

bool is_lead_in(const Draft& draft, std::uint32_t i) {
  static constexpr std::string_view words[] = {
      "at",        "from",     "on",    "in",    "em",        "url",        "doi",        "isbn",
      "issn",      "pmid",     "pmcid", "arxiv", "available", "disponivel", "disponible", "online",
      "retrieved", "accessed", "see",   "http",  "https",     "web",        "site",       "website",
      "verfugbar", "unter",    "sur",   "the",   "internet",  "link",       "org",        "pubmed"};
  return std::find(std::begin(words), std::end(words), draft.word(i)) != std::end(words);
}

// Skips "Available at:", "doi:", "<" before the value. "at" and "in" alone count directly before it.
void skip_lead_in(Draft& draft, std::uint32_t i) {
  std::uint32_t first = i;
  while (first > 0 && i - first < 6 && draft.open(first - 1) &&
         (draft.is_punctuation(first - 1) || is_lead_in(draft, first - 1))) {
    if (draft.is(first - 1, U'.') || draft.is(first - 1, U')') || draft.is(first - 1, U']') ||
        draft.is(first - 1, U'"') || draft.is(first - 1, U'”'))
      break;
    --first;
  }
  draft.skip({first, i});
}

}  // namespace

void claim_citation_number(Draft& draft) {
  std::uint32_t i = 0;
  const bool square = draft.is(0, U'[');
  if (square || draft.is(0, U'(')) {
    if (!(draft.is_number(1) && draft.printed(1).size() <= 4 && (draft.is(2, U']') || draft.is(2, U')')))) return;
    if (!square && draft.is_year(1)) return;
    i = 3;
    draft.claim({1, 2}, Label::citation_number, 0.97);
    draft.skip({0, i});
  } else if (draft.is_number(0) && draft.printed(0).size() <= 3 && (draft.is(1, U'.') || draft.is(1, U')')) &&
             (draft.is_word(2) || draft.is(2, U'"') || draft.is(2, U'“'))) {
    i = 2;
    draft.claim({0, 1}, Label::citation_number, 0.9);
    draft.skip({1, 2});
  }
  if (draft.is(i, U'.')) draft.skip({i, i + 1});
  draft.head_end = i;
}

void claim_identifiers(Draft& draft) {
  for (const FoundIdentifier& found : find_identifiers(draft.text())) {
    const Range range = draft.tokens_in(found.span);
    if (range.empty() || !draft.all_open(range)) continue;
    draft.claim_bytes(found.span, label_of(found.identifier), found.identifier.valid ? 0.97 : 0.8);
    skip_lead_in(draft, range.first);
  }
  // What the document links is an address even where it does not look like one: "example.eng".
  for (const TextSpan link : draft.links()) {
    const std::string_view printed = slice(draft.text(), link);
    const std::size_t stop = printed.find('.');
    if (stop == std::string_view::npos || stop + 1 >= printed.size() ||
        printed.find_first_of(" \n\t") != std::string_view::npos)
      continue;
    const Range range = draft.tokens_in(link);
    if (range.empty() || !draft.all_open(range)) continue;
    draft.claim_bytes(link, Label::url, 0.9);
    skip_lead_in(draft, range.first);
  }
}

void claim_accessed(Draft& draft) {
  for (std::uint32_t i = draft.head_end + 1; i < draft.size(); ++i) {
    if (!draft.is(i, WordClass::accessed)) continue;
    if (draft.word(i) == "consulted" && i < 4) continue;
    std::uint32_t at = i + 1;
    while (at < draft.size() && at - i < 6 &&
           (draft.is(at, U':') || draft.is(at, U'.') || draft.is(at, U',') || draft.is(at, U'[') ||
            draft.word(at) == "on" || draft.word(at) == "em" || draft.word(at) == "el" || draft.word(at) == "le" ||
            draft.word(at) == "il" || draft.word(at) == "am" || draft.word(at) == "en" || draft.word(at) == "in" ||
            draft.word(at) == "date" || draft.word(at) == "last" || draft.word(at) == "dia"))
      ++at;
    std::uint32_t end = match_date(draft, at, draft.size()).end;
    if (!end && draft.is_number(at)) {  // 12/03/2015, 2011-09-13
      end = at;
      while (end < draft.size() &&
             (draft.is_number(end) || draft.is(end, U'/') || draft.is(end, U'.') || draft.is_dash(end)) &&
             !draft.space_before(end + (end == at ? 1 : 0)))
        ++end;
    }
    if (end > at && draft.claim({at, end}, Label::accessed, 0.95)) {
      std::uint32_t first = i;
      while (first > 0 && draft.open(first - 1) &&
             (draft.is(first - 1, U'(') || draft.is(first - 1, U'[') || draft.word(first - 1) == "last" ||
              draft.word(first - 1) == "date"))
        --first;
      draft.skip({first, at});
      i = end;
    } else if (i + 1 < draft.size() && draft.is(i, WordClass::accessed) && !draft.open(i + 1)) {
      draft.skip({i, i + 1});
    }
  }
}

}  // namespace citegraph::reference::rules
