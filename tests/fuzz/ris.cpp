#include "fuzz/read_bibliography.hpp"
#include "fuzz/targets.hpp"

namespace citegraph::fuzz {

void ris(std::string_view bytes) { read_bibliography(bytes, BibliographyFormat::ris); }

}  // namespace citegraph::fuzz
