// A work as one paper (or a caller) gave it, before it is known which records are the same work.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "citegraph/graph.hpp"

namespace citegraph::graph {

struct Record {
  Work work;
  VertexRole role = VertexRole::listed;
  std::uint32_t paper = 0;    // numbers the calls that added records: 0 for works added by hand
  std::uint32_t part = 0;     // position among the works of its entry
  std::uint64_t content = 0;  // of a paper: hash of its file
  std::vector<Variant> variants;
};

// True if it says nothing but its key, a DOI and dates.
bool is_bare(const Work& work);

// A work of which nothing is known but its identifier and, it may be, a date. Its key is the identifier.
Work bare_work(std::string id, const std::optional<Date>& issued);

// A total order on what records say, whatever the order they were added in.
bool comes_before(const Record& a, const Record& b);

// One work from records of the same work, which are in the order of `comes_before`: the fullest, its gaps filled from
// the others. What a paper says of itself comes before what others say of it.
Work merge_works(std::span<const Record* const> records);

}  // namespace citegraph::graph
