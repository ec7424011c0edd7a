// What `citegraph read --explain` and `--contexts` add to the summary.
#pragma once

#include <iosfwd>
#include <span>

#include <citegraph/paper.hpp>

namespace command {

// For each citation the entry chosen, what else came near, and the evidence.
void print_explanations(std::ostream& out, std::span<const citegraph::Paper> papers);

// For each work the sentences that cite it.
void print_contexts(std::ostream& out, std::span<const citegraph::Paper> papers);

}  // namespace command
