// What does not fit, said to the author: one Diagnostic for every citation without a plain target, and one for every
// entry never cited or printed twice.
#pragma once

#include <vector>

#include "citegraph/citation.hpp"

namespace citegraph::citation {

// Findings about linked `citations`, in the order of the text; nothing where the document has no references at all.
std::vector<Diagnostic> findings(const Document& document, const ReferenceLists& references,
                                 const std::vector<Citation>& citations);

}  // namespace citegraph::citation
