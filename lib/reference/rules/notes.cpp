#include "reference/rules/rules.hpp"

namespace citegraph::reference::rules {

// "reproduced in Strategic Digest, 2000, pp. 15-16" describes another printing: its date and pages are not the work's.
void claim_reprint_note(Draft& draft) {
  for (std::uint32_t i = draft.head_end + 3; i + 2 < draft.size(); ++i) {
    if (!draft.open(i) || !draft.is(i, WordClass::reprint)) continue;
    if (!draft.is(i - 1, U',') && !draft.is(i - 1, U'.') && !draft.is(i - 1, U'(') && !draft.is(i - 1, U'[') &&
        !draft.is(i - 1, U';'))
      continue;
    const std::string_view next = draft.word(i + 1);
    if (next != "in" && next != "by" && next != "from" && next != "as" && next != "published") continue;
    std::uint32_t end = i;
    const bool bracketed = draft.is(i - 1, U'(') || draft.is(i - 1, U'[');
    while (end < draft.size() && draft.open(end) && !(bracketed && (draft.is(end, U')') || draft.is(end, U']')))) ++end;
    draft.claim({i, end}, Label::note, 0.9);
    return;
  }
}

}  // namespace citegraph::reference::rules
