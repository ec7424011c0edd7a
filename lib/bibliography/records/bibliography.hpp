// Records as bibliographies: what a database's interface or dump holds, for conversion.
#pragma once

#include <string_view>

#include "bibliography/builder.hpp"

namespace citegraph::bibliography {

bool looks_like_open_alex(std::string_view text);
bool looks_like_crossref(std::string_view text);
void read_open_alex_works(Builder& builder);
void read_crossref_works(Builder& builder);

}  // namespace citegraph::bibliography
