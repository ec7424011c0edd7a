// Words that a line end has divided.
#pragma once

#include <string_view>
#include <vector>

#include "document/rich_text.hpp"

namespace citegraph::document {

// The edits of `text` that join its divided words. The hyphen goes where what is left is a word ("exam-\nple"); it
// stays in compounds that the text also prints on one line, in addresses, before digits, and before capitals unless the
// word stands undivided elsewhere. Linear.
std::vector<Edit> find_divided_words(std::string_view text);

}  // namespace citegraph::document
