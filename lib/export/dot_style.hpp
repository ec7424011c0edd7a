// What works and citations look like.
#pragma once

#include <cstddef>
#include <string>

#include "citegraph/graph.hpp"

namespace citegraph::dot {

// Attributes, with ", " between them.
std::string work_style(const Graph& graph, Vertex vertex);
std::string citation_style(const Graph& graph, Edge edge);

// How often any work mentions this one; at least the number of works that cite it in the text.
std::size_t mention_count(const Graph& graph, Vertex vertex);

// A decimal fraction of `places` places: decimal(25, 1) is "2.5". In no locale.
std::string decimal(std::size_t value, std::size_t places);

}  // namespace citegraph::dot
