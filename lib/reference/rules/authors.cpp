#include "reference/rules/dates.hpp"
#include "reference/rules/names.hpp"
#include "reference/rules/rules.hpp"

namespace citegraph::reference::rules {

namespace {

bool is_editor_mark(const Draft& draft, std::uint32_t i) {
  return draft.is(i, WordClass::editor) && (draft.is(i - 1, U'(') || draft.is(i - 1, U'[') || draft.is(i - 1, U','));
}

// An organisation before "(1997)" or before a full stop: short, without the punctuation of a sentence.
std::uint32_t match_organisation(const Draft& draft, std::uint32_t first) {
  if (!draft.is_word(first)) return first;
  bool institution = false;
  for (std::uint32_t i = first; i < draft.size() && i - first < 24; ++i) {
    if (!draft.open(i) || draft.is(i, U'"') || draft.is(i, U'“') || draft.is(i, U'”') || draft.is(i, U'«') ||
        draft.emphasis(i))
      return first;
    if (draft.is(i, WordClass::institution)) institution = true;
    if ((draft.is(i, U'(') || draft.is(i, U'[')) &&
        (match_date(draft, i + 1, draft.size()).year || match_undated(draft, i + 1, draft.size()) != i + 1))
      return i;
    if (draft.is_year(i) && institution && i > first + 1 && (draft.is(i - 1, U'.') || draft.is(i - 1, U',')))
      return i - 1;
    if (draft.ends_sentence(i) || draft.is(i, U':')) {
      const bool acronym = i == first + 1 && draft.is_initial(first);
      const bool all_capitals =
          i == first + 1 && draft.printed(first).size() >= 2 &&
          draft.printed(first).find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
      if (draft.is(i + 1, U'(') && draft.is_year(i + 2)) return i;
      if (draft.is_year(i + 1) && (draft.is(i + 2, U'.') || draft.is(i + 2, U',') || draft.is(i + 2, U':'))) return i;
      return (acronym || all_capitals || (institution && i - first <= 10 && draft.is_capitalised(first))) ? i : first;
    }
    if (draft.is_number(i) && !draft.is_year(i)) return first;
  }
  return first;
}

}  // namespace

void claim_head_authors(Draft& draft) {
  const std::uint32_t first = draft.head_end;
  std::uint32_t limit = draft.size();
  // Names end before the first quotation mark or italics.
  for (std::uint32_t i = first; i < limit; ++i)
    if (!draft.open(i) || draft.emphasis(i) || draft.is(i, U'"') || draft.is(i, U'“') || draft.is(i, U'”') ||
        draft.is(i, U'«'))
      limit = i;
  // "______", "———" stand for the author before.
  std::uint32_t dashes = first;
  while (dashes < limit && (draft.is_dash(dashes) || (draft.is_punctuation(dashes) && draft.printed(dashes) == "_")))
    ++dashes;
  if (dashes > first && (dashes - first > 1 || draft.printed(first).size() > 2)) {
    draft.skip({first, dashes});
    draft.head_end = dashes;
    return;
  }
  const NamesFound names = match_names(draft, first, limit);
  if (names.names > 0) {
    const Label label =
        is_editor_mark(draft, names.end + 1) || is_editor_mark(draft, names.end) ? Label::editor : Label::author;
    if (!draft.claim({first, names.end}, label, names.strong ? 0.95 : 0.8)) return;
    draft.head_end = names.end;
    if (label == Label::editor) {
      std::uint32_t end = names.end;
      while (end < draft.size() && (draft.is_punctuation(end) || draft.is(end, WordClass::editor)) &&
             !(draft.is(end, U'(') && draft.is_year(end + 1)) && !draft.is(end, U'"') && !draft.is(end, U'“'))
        ++end;
      // Stop before what opens the next value.
      draft.skip({names.end, end});
      draft.head_end = end;
    }
    return;
  }
  const std::uint32_t end = match_organisation(draft, first);
  if (end > first && draft.claim({first, end}, Label::author, 0.6)) draft.head_end = end;
}

}  // namespace citegraph::reference::rules
