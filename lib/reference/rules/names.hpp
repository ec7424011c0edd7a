// Lists of names as they stand in references.
#pragma once

#include "reference/rules/draft.hpp"

namespace citegraph::reference::rules {

struct NamesFound {
  std::uint32_t end = 0;  // one past the last token of the last name, its initial's full stop and "et al." included
  std::uint32_t names = 0;
  bool strong = false;  // initials or "et al." leave no doubt
};

// The list of names that starts at token `i` and stays before `limit`; no names where there is none. Names with
// initials are taken as they come; two or more bare words are a name only before something that ends an author list.
NamesFound match_names(const Draft& draft, std::uint32_t i, std::uint32_t limit);

}  // namespace citegraph::reference::rules
