// Entries of one reference list that denote one work.
#pragma once

#include <cstdint>
#include <vector>

#include "citegraph/reference.hpp"

namespace citegraph::citation {

// An entry, and an earlier one that denotes the same work.
struct Duplicate {
  std::uint32_t number;
  std::uint32_t earlier;
};

// In the order of the entries, at most one for each. Entries of one first author are one work
//   - where the title is the same, and nothing of year, volume, first page and DOI tells them apart;
//   - where year, volume and first page are the same, and the title is but for typing errors or a subtitle.
// A year may be one off where volume and first page are the same. Another letter after the year is another year.
std::vector<Duplicate> duplicates(const ReferenceLists& references);

}  // namespace citegraph::citation
