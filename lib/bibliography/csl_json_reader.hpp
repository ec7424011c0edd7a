// CSL-JSON: an array of items, one item, or one item a line.
#pragma once

#include <string_view>

#include "bibliography/builder.hpp"

namespace citegraph::bibliography {

bool looks_like_csl_json(std::string_view text);
void read_csl_json(Builder& builder);

}  // namespace citegraph::bibliography
