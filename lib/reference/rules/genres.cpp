#include <optional>

#include "reference/rules/rules.hpp"

namespace citegraph::reference::rules {

// "2nd ed.", "3. Aufl.", "Second Edition", "rev. ed.": the number and the word.
void claim_edition(Draft& draft) {
  for (std::uint32_t i = draft.head_end + 1; i < draft.size(); ++i) {
    const bool word =
        draft.open(i) && draft.is(i, WordClass::edition) && draft.word(i) != "rev" && draft.word(i) != "revised";
    const bool abbreviation = draft.open(i) && draft.word(i) == "ed";
    if (!word && !abbreviation) continue;
    std::uint32_t first = i;
    while (first > draft.head_end && i - first < 4 && draft.open(first - 1) &&
           (draft.is(first - 1, WordClass::ordinal) || draft.is_number(first - 1) || draft.is(first - 1, U'.') ||
            draft.is(first - 1, U'ª') || draft.is(first - 1, U'º') || draft.word(first - 1) == "rev" ||
            draft.word(first - 1) == "revised" || draft.word(first - 1) == "th" || draft.word(first - 1) == "nd" ||
            draft.word(first - 1) == "expanded" || draft.word(first - 1) == "a" || draft.word(first - 1) == "e")) {
      if (draft.is_year(first - 1)) break;
      --first;
    }
    while (first < i && draft.is_punctuation(first)) ++first;
    // "(ed.)" is an editor, "Fifth Edition" of a conference part of its name: the number is what counts.
    if (first == i || !(draft.is_number(first) || draft.is(first, WordClass::ordinal) || draft.word(first) == "rev" ||
                        draft.word(first) == "revised"))
      continue;
    if (draft.claim({first, i + 1}, Label::edition, 0.9)) return;
  }
}

namespace {

// Where the words end that begin at `i` and tell of a thesis: "thesis", "Tese (Doutorado)", "Master's thesis".
std::uint32_t end_of_thesis(const Draft& draft, std::uint32_t i) {
  std::uint32_t end = i + 1;
  while (end < draft.size() && end - i < 8 && draft.open(end) &&
         (draft.is(end, WordClass::thesis) || draft.is(end, U'.') || draft.is(end, U'\'') || draft.is(end, U'’') ||
          draft.word(end) == "s" || draft.word(end) == "d" || draft.is(end, U'('))) {
    if (draft.is(end, U'.') && !draft.is(end + 1, WordClass::thesis)) break;
    if (draft.is(end, U'(')) {
      while (end < draft.size() && !draft.is(end, U')')) ++end;
      ++end;
      break;
    }
    ++end;
  }
  return end;
}

bool claim_thesis(Draft& draft, std::uint32_t i) {
  std::uint32_t first = i;
  while (first > draft.head_end && draft.open(first - 1) && draft.is_capitalised(first - 1) && i - first < 4) --first;
  // "Ph.D. thesis"
  if (i >= 4 && draft.is(i - 1, U'.') && draft.word(i - 2) == "d" && draft.is(i - 3, U'.') && draft.word(i - 4) == "ph")
    first = i - 4;
  if (draft.word(i) == "phd" || draft.word(i) == "master") first = i;
  const std::uint32_t end = end_of_thesis(draft, i);
  const bool opens = first > 0 && (draft.is_punctuation(first - 1) || !draft.open(first - 1));
  const bool closes = end >= draft.size() || draft.is_punctuation(end) || !draft.open(end);
  return opens && closes && draft.claim({first, std::min(end, draft.size())}, Label::genre, 0.9);
}

// Where the number ends that stands behind a kind of report, from `end` on; nothing where there is none.
std::optional<std::uint32_t> end_of_report_number(const Draft& draft, std::uint32_t end) {
  std::uint32_t number = end;
  while (number < draft.size() && number - end < 4 &&
         (draft.is(number, WordClass::issue) || draft.is(number, U'.') || draft.is_dash(number) ||
          draft.is(number, U'#') || draft.is(number, U',') || draft.word(number) == "series"))
    ++number;
  if (!draft.is_number(number) || draft.is_year(number)) return std::nullopt;
  ++number;
  while (number + 1 < draft.size() && (draft.is_dash(number) || draft.is(number, U'/') || draft.is(number, U'.')) &&
         !draft.space_before(number + 1) && !draft.is_punctuation(number + 1))
    number += 2;
  return number;
}

// A kind of report with a number, and what is set off before it.
bool claim_report(Draft& draft, std::uint32_t i) {
  if (!draft.is_capitalised(i)) return false;
  std::uint32_t end = i + 1;
  while (end < draft.size() && draft.is(end, WordClass::report)) ++end;
  const std::optional<std::uint32_t> number = end_of_report_number(draft, end);
  if (!number) return false;
  std::uint32_t first = i;
  while (first > draft.head_end && i - first < 6 && draft.open(first - 1) && draft.is_capitalised(first - 1) &&
         draft.emphasis(first - 1) == draft.emphasis(i))
    --first;
  const bool set_off = draft.is_punctuation(i - 1) || !draft.open(i - 1);
  if (first == i && !set_off) return false;
  return draft.claim({first, *number}, Label::genre, 0.85);
}

}  // namespace

// "PhD thesis", "Tese (Doutorado)", "Technical Report TR-12", "Working Paper No. 5", "Fifa Report No-30".
void claim_genre(Draft& draft) {
  for (std::uint32_t i = draft.head_end + 1; i < draft.size(); ++i) {
    if (!draft.open(i)) continue;
    if (draft.is(i, WordClass::thesis) ? claim_thesis(draft, i)
                                       : draft.is(i, WordClass::report) && claim_report(draft, i))
      return;
  }
}

}  // namespace citegraph::reference::rules
