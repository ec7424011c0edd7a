#include "fuzz/read_bibliography.hpp"
#include "fuzz/targets.hpp"

namespace citegraph::fuzz {

void csl_json(std::string_view bytes) { read_bibliography(bytes, BibliographyFormat::csl_json); }

}  // namespace citegraph::fuzz
