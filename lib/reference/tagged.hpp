// References as the document's format tags them.
#pragma once

#include <vector>

#include "citegraph/document.hpp"
#include "citegraph/reference.hpp"

namespace citegraph::reference {

// Reads what is tagged as it is; only an entry whose tags name no author, no title or no year is also labelled, and
// then only for the fields that are not tagged. `marks` hold offsets into the entry.
Reference read_tagged(const Document& document, const TaggedReference& tagged, const std::vector<Mark>& marks,
                      const ReadOptions& options);

// Where the lists stand: runs of blocks that are entries, with the headings before them.
std::vector<TextSpan> tagged_lists(const Document& document);

}  // namespace citegraph::reference
