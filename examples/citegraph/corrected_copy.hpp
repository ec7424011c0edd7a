// `citegraph check --fix`: the corrected copy of a paper.
#pragma once

#include <iosfwd>
#include <string>

#include <citegraph/paper.hpp>

namespace command {

struct FixOptions {
  bool wanted = false;    // --fix
  bool likely = false;    // --fix-likely: also the suggestions that are only likely
  bool in_place = false;  // --in-place
  std::string output;     // --output; empty: PAPER.fixed.EXT
};

// Writes the copy and says on `log` what was changed. Throws UsageError for a format that cannot be corrected.
void write_corrected(const citegraph::Paper& paper, const FixOptions& options, std::ostream& log);

// "paper.fixed.md"
std::string corrected_name(const std::string& path);

}  // namespace command
