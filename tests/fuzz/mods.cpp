#include "fuzz/read_bibliography.hpp"
#include "fuzz/targets.hpp"

namespace citegraph::fuzz {

void mods(std::string_view bytes) { read_bibliography(bytes, BibliographyFormat::mods); }

}  // namespace citegraph::fuzz
