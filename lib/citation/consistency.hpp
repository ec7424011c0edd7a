// What the author would want to know though every link is plain: citations that do not agree with their entries or with
// each other, and lists out of order. Each kind is a row of the table in consistency.cpp.
#pragma once

#include <vector>

#include "citegraph/citation.hpp"

namespace citegraph::citation {

// Findings about linked `citations`, kind by kind.
std::vector<Diagnostic> inconsistencies(const Document& document, const ReferenceLists& references,
                                        const std::vector<Citation>& citations);

}  // namespace citegraph::citation
