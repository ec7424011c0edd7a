// Which records denote the same work.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "citegraph/identity.hpp"

#include "graph/record.hpp"

namespace citegraph::graph {

struct RecordGroups {
  std::vector<std::vector<std::uint32_t>> works;  // the records of each work, in the order of `comes_before`
  std::vector<std::uint32_t> work_of;             // by record
  std::vector<Merge> joined_by;                   // by record: what joined it to another; reason none for the first
  std::vector<IdentityConflict> conflicts;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> versions;
};

// Two records of which someone said that they are one work, or that they are not; the latter holds where both are said.
struct Decision {
  std::uint32_t first;
  std::uint32_t second;
  bool same;
};

// As `find_same_works`, and: one paper that prints two entries with the same text lists one work twice. Records of
// missing works stay as they are: a name and a year say too little.
RecordGroups identify(std::span<const Record> records, std::span<const Decision> decisions = {});

}  // namespace citegraph::graph
