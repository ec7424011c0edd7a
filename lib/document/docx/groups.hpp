// A field cites several works at once and says what all of it prints: "Lee, 2001; Diaz, 2003". Each work gets its part.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "citegraph/tagged.hpp"

#include "document/docx/entry_matcher.hpp"

namespace citegraph::document::docx {

// The ids are positions of works. What cannot be divided (numbers, a list without years) stays one citation.
std::vector<TaggedCitation> divide_groups(std::vector<TaggedCitation> citations, std::string_view text,
                                          const EntryMatcher& works);

}  // namespace citegraph::document::docx
