// The readable answer of `citegraph read`.
#pragma once

#include <iosfwd>
#include <span>

#include <citegraph/graph.hpp>
#include <citegraph/paper.hpp>

namespace command {

void print_summary(std::ostream& out, std::span<const citegraph::Paper> papers, const citegraph::Graph& graph);

}  // namespace command
