// Where sentences end.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "citegraph/span.hpp"

namespace citegraph::citation {

// The sentences of `text` within `block`, in order, without white space around them, covering all else. A full stop
// ends a sentence unless it stands after an initial or a known abbreviation ("et al.", "cf.", "pp."), inside a number
// or a bracket, or before a lower-case letter. Closing quotes and brackets belong to the sentence they close. Linear.
std::vector<TextSpan> split_sentences(std::string_view text, TextSpan block);

}  // namespace citegraph::citation
