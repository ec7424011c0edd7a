#include "fuzz/read_bibliography.hpp"
#include "fuzz/targets.hpp"

namespace citegraph::fuzz {

void endnote(std::string_view bytes) { read_bibliography(bytes, BibliographyFormat::endnote); }

}  // namespace citegraph::fuzz
