// The records of one work, packed: what each print says of it, from which the work was merged. A graph keeps them so
// that it can be added to a builder as if its papers were added again.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/record.hpp"

namespace citegraph::graph {

// Of `merged`, in the order of their variants, which are kept elsewhere.
std::string pack(std::span<const Record* const> records, const Work& merged);

// The records again. Nothing packed is one record that says what `merged` says.
std::vector<Record> unpack(std::string_view packed, const Work& merged, VertexRole role,
                           std::span<const Variant> variants);

}  // namespace citegraph::graph
