// Finding and linking on one index of the entries, which both ask.
#pragma once

#include <vector>

#include "citegraph/citation.hpp"

#include "citation/entry_index.hpp"

namespace citegraph::citation {

// As the public functions of the same name. `index` is of `document` and `references`.
std::vector<Citation> find_citations(const Document& document, const ReferenceLists& references,
                                     const EntryIndex& index);
std::vector<Diagnostic> link_citations(const Document& document, const ReferenceLists& references,
                                       const EntryIndex& index, std::vector<Citation>& citations);

}  // namespace citegraph::citation
