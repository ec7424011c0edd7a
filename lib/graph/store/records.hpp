// Works, citations and prints as bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "citegraph/graph.hpp"

namespace citegraph::graph {

void append(std::string& out, const Work& work);
void append(std::string& out, const Cites& cites);
void append(std::string& out, const std::vector<Variant>& variants);

// What can be read of damaged bytes; `intact`, if given, becomes false for such.
Work read_work(std::string_view bytes, bool* intact = nullptr);
Cites read_cites(std::string_view bytes, bool* intact = nullptr);
std::vector<Variant> read_variants(std::string_view bytes, bool* intact = nullptr);

}  // namespace citegraph::graph
