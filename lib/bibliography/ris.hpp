// RIS, as reference managers exchange it.
#pragma once

#include <string_view>

#include "citegraph/bibliography.hpp"

#include "bibliography/builder.hpp"

namespace citegraph::bibliography {

bool looks_like_ris(std::string_view text);
void read_ris(Builder& builder);

}  // namespace citegraph::bibliography
