#include "fuzz/read_bibliography.hpp"
#include "fuzz/targets.hpp"

namespace citegraph::fuzz {

void nbib(std::string_view bytes) { read_bibliography(bytes, BibliographyFormat::nbib); }

}  // namespace citegraph::fuzz
