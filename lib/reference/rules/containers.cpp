#include <algorithm>

#include "reference/rules/places.hpp"
#include "reference/rules/rules.hpp"

namespace citegraph::reference::rules {

namespace {

// The word that says "in what": after the title, at the start of a sentence, with a colon, or before editors or
// italics.
bool introduces_container(const Draft& draft, std::uint32_t i) {
  if (!draft.open(i) || !draft.is(i, WordClass::in) || i == 0 || draft.word(i) == "i") return false;
  const bool capital = draft.is_capitalised(i);
  const bool after_mark = draft.is_punctuation(i - 1) || !draft.open(i - 1);
  if (draft.is(i + 1, U':')) return after_mark || capital;
  if (capital && after_mark &&
      (draft.is_capitalised(i + 1) || draft.is_number(i + 1) || draft.is_punctuation(i + 1) || !draft.open(i + 1)))
    return true;
  if (draft.word(i) != "in" && draft.word(i) != "dans") return false;
  if (!draft.open(i + 1) && !draft.has(Label::editor)) return false;
  if (draft.range_of(Label::editor).first == i + 1) return true;
  if (draft.emphasis(i + 1) && !draft.emphasis(i)) return true;
  const Range title = draft.range_of(Label::title);
  if (!title.empty() && i > title.end && i <= title.end + 3) return true;
  return after_mark && (draft.is(i - 1, U',') || draft.is(i - 1, U'.')) && draft.is_capitalised(i + 1);
}

// Italics after a quoted title, after a title that is not in italics, or after nothing but a day: "(2005). 1 July,
// Xinhua".
void claim_italics_after_title(Draft& draft) {
  const Range title = draft.range_of(Label::title);
  std::uint32_t first = draft.head_end;
  while (first < draft.size() && !(draft.emphasis(first) && (title.empty() || first >= title.end))) ++first;
  if (first >= draft.size()) return;
  const bool title_before = !title.empty() || draft.open_words({draft.head_end, first}) >= 2;
  bool day_before = false;
  for (std::uint32_t i = draft.head_end; i < first; ++i) day_before |= !draft.open(i) && draft.is(i, WordClass::month);
  if (!title_before && !day_before) return;
  std::uint32_t end = first;
  while (end < draft.size() && draft.emphasis(end) == draft.emphasis(first) && draft.open(end)) ++end;
  draft.claim({first, end}, Label::container_title, 0.93);
}

}  // namespace

void claim_containers(Draft& draft) {
  for (std::uint32_t i = std::max<std::uint32_t>(draft.head_end, 1); i < draft.size(); ++i) {
    if (!introduces_container(draft, i)) continue;
    std::uint32_t first = i + 1;
    while (first < draft.size() && (draft.is_punctuation(first) || !draft.open(first)) && first - i < 300) {
      if (draft.is(first, U'(') && draft.open(first + 1)) break;
      ++first;
    }
    std::uint32_t end = first;
    if (const std::uint32_t run = draft.emphasis(first)) {
      while (end < draft.size() && draft.emphasis(end) == run && draft.open(end)) ++end;
    } else {
      end = end_of_container(draft, first);
    }
    if (draft.claim({first, end}, Label::container_title, 0.88)) {
      draft.skip({i, first});
      return;
    }
  }
  claim_italics_after_title(draft);
}

}  // namespace citegraph::reference::rules
