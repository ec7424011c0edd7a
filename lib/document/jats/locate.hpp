// Where an entry that is printed by one element prints the fields that another one tags.
#pragma once

#include <string_view>
#include <vector>

#include "citegraph/span.hpp"

#include "document/jats/fields.hpp"

namespace citegraph::document::jats {

// One span for every field, empty where it is not found word for word. Numbers are looked for behind the titles, since
// any number may stand before them.
std::vector<TextSpan> locate_fields(const Fields& fields, std::string_view text, TextSpan entry);

}  // namespace citegraph::document::jats
