// The writers of entries, for the table of formats.
#pragma once

#include <iosfwd>

#include "bibliography/formats.hpp"

namespace citegraph::bibliography {

void write_bibtex_entries(std::ostream& out, const EntriesToWrite& what);
void write_biblatex_entries(std::ostream& out, const EntriesToWrite& what);
void write_csl_entries(std::ostream& out, const EntriesToWrite& what);
void write_ris(std::ostream& out, const EntriesToWrite& what);

}  // namespace citegraph::bibliography
