// Lists of names as BibTeX divides them.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "citegraph/bibtex.hpp"

namespace citegraph::bibliography {

// "van Gogh, Vincent and {World Health Organization} and King, Jr., Martin Luther and others"
std::string bibtex_names(std::span<const Name> names, bool others, Charset charset);

// A list that is no list of names (publisher, institution, location): " and " would divide it.
std::string bibtex_literal_list(std::string_view text, Charset charset);

}  // namespace citegraph::bibliography
