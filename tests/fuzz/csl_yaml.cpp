#include "fuzz/read_bibliography.hpp"
#include "fuzz/targets.hpp"

namespace citegraph::fuzz {

void csl_yaml(std::string_view bytes) { read_bibliography(bytes, BibliographyFormat::csl_yaml); }

}  // namespace citegraph::fuzz
