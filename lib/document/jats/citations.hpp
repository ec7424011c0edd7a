// Cross-references to entries as citations.
#pragma once

#include <string_view>
#include <vector>

#include "citegraph/tagged.hpp"

#include "document/jats/entries.hpp"

namespace citegraph::document::jats {

// The smallest text of each: brackets that the tag happens to include go. Where only the ends of a range are tagged
// ("[1]–[3]", "39–48", one pointer on "2-5"), the entries between them belong to it, in the order of the list, and its
// two ends become one citation. Linear.
std::vector<TaggedCitation> complete_citations(std::vector<TaggedCitation> citations, const Entries& entries,
                                               std::string_view text);

}  // namespace citegraph::document::jats
