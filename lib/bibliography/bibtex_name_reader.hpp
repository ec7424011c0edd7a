// Lists of names as BibTeX and biber divide them.
#pragma once

#include <string_view>

#include "citegraph/name.hpp"

namespace citegraph::bibliography {

// "Knuth, Donald E. and van der Berg, Jan and {World Health Organization} and others". A name all in braces is not
// divided; words that begin with a small letter are particles ("First von Last", "von Last, First",
// "von Last, Jr., First"); "family=..., given=..." is biber's own form.
NameList read_bibtex_names(std::string_view latex);

}  // namespace citegraph::bibliography
