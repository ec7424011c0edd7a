#include "citegraph/bibtex.hpp"

#include <ostream>
#include <string>
#include <vector>

#include "bibliography/bibtex_entry.hpp"
#include "bibliography/keys.hpp"

namespace citegraph {

void write_bibtex(std::ostream& out, std::span<const Work> works, const BibtexOptions& options) {
  const std::vector<std::string> keys = bibliography::unique_keys(works);
  for (std::size_t i = 0; i < works.size(); ++i) {
    const bibliography::BibtexEntry entry = bibliography::make_entry(works[i], options);
    if (i > 0) out << '\n';
    out << '@' << entry.type << '{' << keys[i] << ",\n";
    for (const auto& [field, value] : entry.fields) out << "  " << field << " = " << value << ",\n";
    out << "}\n";
  }
}

}  // namespace citegraph
