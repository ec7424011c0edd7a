// TEI, the XML of the Text Encoding Initiative, as GROBID and editions write it.
#pragma once

#include <string_view>
#include <vector>

#include "document/readers.hpp"

namespace citegraph::document {

bool looks_like_tei(std::string_view text);

// The text of the first TEI element, or a list by itself. Throws MarkupError.
std::vector<Document> read_tei(const Input& input);

}  // namespace citegraph::document
