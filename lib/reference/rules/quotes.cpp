#include <algorithm>

#include "reference/rules/rules.hpp"
#include "text/utf8.hpp"

namespace citegraph::reference::rules {

namespace {

constexpr std::uint32_t none = UINT32_MAX;
constexpr std::uint32_t longest_title = 200;  // tokens; keeps a text of opening quotes linear

char32_t mark_at(const Draft& draft, std::uint32_t i) {
  return draft.is_punctuation(i) ? text::decode_at(draft.printed(i), 0).value : 0;
}

// The kind of quotation mark: what may close one must be of the same kind.
char32_t closing_of(char32_t c) {
  switch (c) {
    case U'"':
      return U'"';
    case U'“':
      return U'”';
    case U'„':
      return U'“';
    case U'«':
      return U'»';
    case U'»':
      return U'«';
    case U'‹':
      return U'›';
    case U'「':
      return U'」';
    case U'『':
      return U'』';
    case U'《':
      return U'》';
    case U'‘':
      return U'’';
    case U'\'':
      return U'\'';
    case U'`':
      return U'\'';
    default:
      return 0;
  }
}

bool opens(const Draft& draft, std::uint32_t i) {
  const char32_t c = mark_at(draft, i);
  if (!closing_of(c) || i + 1 >= draft.size()) return false;
  if (c == U'\'' || c == U'"' || c == U'`' || c == U'‘' || c == U'»')
    return (i == 0 || draft.space_before(i) || draft.is(i - 1, U'(') || draft.is(i - 1, U'.') ||
            draft.is(i - 1, U'`')) &&
           !(draft.space_before(i + 1) && c != U'»');
  return true;
}

bool closes(const Draft& draft, std::uint32_t i, char32_t opening) {
  const char32_t c = mark_at(draft, i);
  if (c == 0) return false;
  const bool straight = c == U'"' || c == U'\'';
  if (c != closing_of(opening) && !(opening == U'„' && c == U'”') &&
      !((opening == U'“' || opening == U'"') && (c == U'"' || c == U'”')) && !(opening == U'‘' && c == U'\''))
    return false;
  // An apostrophe stands between letters; a straight mark that closes has no blank before it.
  if (c == U'’' || c == U'\'') return i + 1 >= draft.size() || draft.space_before(i + 1) || draft.is_punctuation(i + 1);
  return !straight || !draft.space_before(i) || i + 1 >= draft.size() || draft.is_punctuation(i + 1);
}

std::uint32_t find_closing(const Draft& draft, std::uint32_t open, std::uint32_t limit) {
  const char32_t mark = mark_at(draft, open);
  int depth = 0;
  for (std::uint32_t i = open + 1; i < limit; ++i) {
    if (mark != U'"' && mark != U'\'' && mark != U'`' && mark_at(draft, i) == mark) ++depth;
    if (closes(draft, i, mark) && depth-- == 0) {
      // A single mark inside double ones, or ''.
      return i;
    }
  }
  return none;
}

// Where a title whose closing quote is missing ends: before italics, an address, or after the first question mark or
// full stop.
std::uint32_t guess_end(const Draft& draft, std::uint32_t first) {
  const std::uint32_t limit = std::min(draft.size(), first + longest_title);
  for (std::uint32_t i = first; i < limit; ++i) {
    if (draft.emphasis(i) || !draft.open(i)) return i;
    if (i > first + 2 && draft.ends_sentence(i)) {
      for (std::uint32_t k = i; k < limit; ++k)
        if (draft.emphasis(k)) return k < i + 60 && !draft.is(i, U'.') ? i + 1 : i;
      return draft.is(i, U'.') ? i : i + 1;
    }
  }
  return limit;
}

// A closing mark without an opening one: `Declaration of Beijing". (2000)`. The title began where the entry or its
// title slot did.
bool claim_to_stray_closing(Draft& draft) {
  for (std::uint32_t i = draft.head_end + 2; i < draft.size(); ++i) {
    const char32_t c = mark_at(draft, i);
    if (c != U'"' && c != U'”' && c != U'»') continue;
    if (draft.space_before(i) && c == U'"') continue;
    const Range range{draft.head_end, i};
    if (!draft.all_open(range) || draft.open_words(range) < 3) return false;
    if (!draft.claim(range, Label::title, 0.85)) return false;
    draft.skip({i, i + 1});
    return true;
  }
  return false;
}

}  // namespace

void claim_quoted_title(Draft& draft) {
  for (std::uint32_t i = 0; i < draft.size(); ++i) {
    if (!draft.open(i) || !opens(draft, i)) continue;
    std::uint32_t first = i + 1;
    const char32_t mark = mark_at(draft, i);
    const bool single = mark == U'\'' || mark == U'‘' || mark == U'`';
    if (single && mark_at(draft, first) == mark) ++first;  // ``TeX quotes''
    if (mark_at(draft, first) == mark) continue;
    std::uint32_t end = find_closing(draft, first - 1, std::min(draft.size(), first + longest_title));
    const std::uint32_t close = end;
    if (end == none) {
      if (single) continue;
      end = guess_end(draft, first);
    }
    // A quoted word or two in the middle of a title is no title.
    const std::uint32_t words = draft.open_words({first, end});
    const bool at_slot =
        i <= draft.head_end + 1 || draft.is_punctuation(i - 1) || !draft.open(i - 1) || draft.is_number(i - 1);
    if (words < (at_slot ? 1U : 4U) || (single && !at_slot)) continue;
    if (!draft.claim({first, end}, Label::title, close == none ? 0.8 : 0.96)) continue;
    draft.skip({i, first});
    if (close != none) draft.skip({close, close + 1});
    return;
  }
  claim_to_stray_closing(draft);
}

}  // namespace citegraph::reference::rules
