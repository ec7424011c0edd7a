#include "fuzz/read_bibliography.hpp"
#include "fuzz/targets.hpp"

namespace citegraph::fuzz {

void refer(std::string_view bytes) { read_bibliography(bytes, BibliographyFormat::refer); }

}  // namespace citegraph::fuzz
