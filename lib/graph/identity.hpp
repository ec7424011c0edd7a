// Which records denote the same work.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/record.hpp"

namespace citegraph::graph {

struct Identities {
  std::vector<std::vector<std::uint32_t>> works;  // the records of each work, in the order of `comes_before`
  std::vector<std::uint32_t> work_of;             // by record
  std::vector<MergeReason> reasons;               // by record: what joined it to those before it
};

// Two records are the same work if they have the same DOI, if one paper prints both with the same text, or if title,
// first author and year agree and neither DOI, volume, issue, first page nor (in one paper) the letter after the year
// disagrees. A title alone is never enough. Records of missing works stay as they are: a name and a year say too
// little. The result does not depend on the order of the records.
Identities identify(std::span<const Record> records);

}  // namespace citegraph::graph
