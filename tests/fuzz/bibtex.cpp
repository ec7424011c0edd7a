#include "fuzz/read_bibliography.hpp"
#include "fuzz/targets.hpp"

namespace citegraph::fuzz {

void bibtex(std::string_view bytes) { read_bibliography(bytes, BibliographyFormat::bibtex); }

}  // namespace citegraph::fuzz
