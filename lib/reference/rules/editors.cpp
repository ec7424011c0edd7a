#include "reference/rules/names.hpp"
#include "reference/rules/rules.hpp"

namespace citegraph::reference::rules {

namespace {

// Tokens of the longest list of editors looked for: a bound, so that a text of nothing but names takes linear time.
constexpr std::uint32_t longest_list = 300;

// "(ed.)", "(eds)", "[Hrsg.]", ", eds.", ", editors": the end, or `i`.
std::uint32_t skip_editor_mark(const Draft& draft, std::uint32_t i) {
  std::uint32_t at = i;
  if (draft.is(at, U',')) ++at;
  const bool bracket = draft.is(at, U'(') || draft.is(at, U'[');
  if (bracket) ++at;
  if (!draft.is(at, WordClass::editor) || draft.word(at) == "edit") return i;
  ++at;
  if (draft.is(at, U'.')) ++at;
  if (bracket) {
    if (!draft.is(at, U')') && !draft.is(at, U']')) return i;
    return at + 1;
  }
  return at > i + 1 ? at : i;
}

// "edited by", "ed. by", "hrsg. von", "éd. par", "a cura di", "Ed."
std::uint32_t skip_edited_by(const Draft& draft, std::uint32_t i) {
  std::uint32_t at = i;
  if (draft.word(at) == "a" && draft.word(at + 1) == "cura" && draft.word(at + 2) == "di") return at + 3;
  if (!draft.is(at, WordClass::edited) && !draft.is(at, WordClass::editor)) return i;
  ++at;
  if (draft.is(at, U'.')) ++at;
  const std::string_view by = draft.word(at);
  if (by == "by" || by == "von" || by == "par" || by == "por" || by == "di" || by == "v") {
    ++at;
    return draft.is(at, U'.') ? at + 1 : at;
  }
  // "Ed. N. Jasmine", ", ed. Joseph Martin"
  const bool set_off = i > 0 && draft.is_punctuation(i - 1) && !draft.is(i - 1, U'(') && !draft.is(i - 1, U'[');
  return draft.is(i, WordClass::editor) && draft.is(i + 1, U'.') && set_off && draft.is_capitalised(at) ? at : i;
}

}  // namespace

void claim_editors(Draft& draft) {
  if (draft.has(Label::editor)) return;
  for (std::uint32_t i = draft.head_end; i < draft.size(); ++i) {
    if (!draft.open(i)) continue;
    // "in A. Kim and B. Lee (eds.)"; names with a mark after them anywhere
    const bool slot = i > 0 && (draft.is(i - 1, WordClass::in) || draft.is_punctuation(i - 1) || !draft.open(i - 1));
    if (slot && (draft.is_capitalised(i) || draft.is(i, WordClass::particle))) {
      const NamesFound names = match_names(draft, i, i + longest_list);
      if (names.names > 0) {
        const std::uint32_t mark = skip_editor_mark(draft, names.end);
        if (mark != names.end && draft.claim({i, names.end}, Label::editor, 0.93)) {
          draft.skip({names.end, mark});
          return;
        }
        // A long list without a mark has none further on either.
        if (names.names > 3) {
          i = names.end - 1;
          continue;
        }
      }
    }
    if (const std::uint32_t by = skip_edited_by(draft, i); by != i) {
      const NamesFound names = match_names(draft, by, draft.size());
      if (names.names > 0 && draft.claim({by, names.end}, Label::editor, 0.93)) {
        draft.skip({i, by});
        return;
      }
    }
  }
}

void claim_translators(Draft& draft) {
  for (std::uint32_t i = draft.head_end + 1; i + 1 < draft.size(); ++i) {
    if (!draft.open(i) || !draft.is(i, WordClass::translator) || (draft.word(i) == "trans" && !draft.is(i + 1, U'.')))
      continue;
    std::uint32_t at = i + 1;
    if (draft.is(at, U'.')) ++at;
    const std::string_view by = draft.word(at);
    if (by == "by" || by == "von" || by == "par" || by == "por" || by == "di" || by == "de" || by == "da" || by == "do")
      ++at;
    const NamesFound names = match_names(draft, at, draft.size());
    if (names.names > 0 && draft.claim({at, names.end}, Label::translator, 0.9)) {
      draft.skip({i, at});
      return;
    }
  }
}

}  // namespace citegraph::reference::rules
