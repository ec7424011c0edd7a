// PubMed's NBIB (MEDLINE): "PMID- 123", continued lines indented by six blanks.
#pragma once

#include <string_view>

#include "bibliography/builder.hpp"

namespace citegraph::bibliography {

bool looks_like_nbib(std::string_view text);
void read_nbib(Builder& builder);

}  // namespace citegraph::bibliography
