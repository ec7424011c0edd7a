// The .bbl file that biber writes for biblatex: no text, but the entries that a document cites, field by field.
#pragma once

#include <string>
#include <string_view>

namespace citegraph::document::latex {

bool is_biblatex_list(std::string_view text);

// Its entries in BibLaTeX, from which it was made. Linear; an entry that is broken off is the last one, and stays open.
std::string entries_of_list(std::string_view text);

}  // namespace citegraph::document::latex
