// Citations as the document's format tags them: where they stand and which entries they name is given, how they are
// printed is read.
#pragma once

#include <vector>

#include "citegraph/citation.hpp"

#include "citation/form.hpp"

namespace citegraph::citation {

// One for every tagged citation, with as many targets as it has ids.
std::vector<Citation> read_tagged(const Source& source);

// The tagged citation that `citation` holds, or null.
const TaggedCitation* find_tagged(const Document& document, const Citation& citation) noexcept;

}  // namespace citegraph::citation
