// BibTeX and BibLaTeX files.
#pragma once

#include <string_view>

#include "bibliography/builder.hpp"

namespace citegraph::bibliography {

bool looks_like_bibtex(std::string_view text);
void read_bibtex(Builder& builder);

}  // namespace citegraph::bibliography
