// What a paper brings to the graph: itself, its entries, the works it misses, and who cites what.
#pragma once

#include <cstdint>
#include <vector>

#include "citegraph/paper.hpp"

#include "graph/record.hpp"

namespace citegraph::graph {

// Record `from` cites record `to`.
struct RecordedCitation {
  std::uint32_t from;
  std::uint32_t to;
  Cites cites;
};

// Appends the records of `paper` and its citations; gives the record of the paper itself.
// `number` is the number of the paper among those added, from 1.
std::uint32_t add_paper(const Paper& paper, std::uint32_t number, std::vector<Record>& records,
                        std::vector<RecordedCitation>& citations);

}  // namespace citegraph::graph
