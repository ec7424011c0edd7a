// HTML as it is found: tags left open, attributes without quotes. Its links to entries of the list are citations.
#pragma once

#include <string_view>
#include <vector>

#include "document/readers.hpp"

namespace citegraph::document {

bool looks_like_html(std::string_view text);

std::vector<Document> read_html(const Input& input);

}  // namespace citegraph::document
