// Where the entries of a numbered list begin.
#pragma once

#include <vector>

#include "citegraph/document.hpp"

#include "reference/boundaries.hpp"
#include "reference/lines.hpp"

namespace citegraph::reference {

// The entries of a list that bears numbers counting up ("[1]", "2.", "(3)") or keys ("[Knu97]"); empty for any other
// list. A number counts only in its place in the sequence, so that "12. Berlin" on a wrapped line is no start between 4
// and 5; numbers may be missing, and start again at 1. Bracketed numbers are also found inside a line, for lists that
// were run together.
std::vector<Start> find_numbered_starts(const Document& document, const std::vector<Line>& lines);

}  // namespace citegraph::reference
