// What a paper brings to the graph: itself, its entries, the works it misses, and who cites what.
#pragma once

#include <cstdint>
#include <vector>

#include "citegraph/paper.hpp"

#include "graph/citations.hpp"
#include "graph/record.hpp"

namespace citegraph::graph {

// Appends the records of `paper` and its citations; gives the record of the paper itself.
// `number` is the number of the paper among those added, from 1.
std::uint32_t add_paper(const Paper& paper, std::uint32_t number, std::vector<Record>& records,
                        RecordedCitations& citations);

}  // namespace citegraph::graph
