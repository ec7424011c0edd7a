// Works, citations and prints as bytes.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/graph.hpp"

namespace citegraph::graph {

void append(std::string& bytes, const Work& work);
void append(std::string& bytes, const Cites& cites);
void append(std::string& bytes, std::span<const Variant> variants);

// What can be read of damaged bytes; `intact`, if given, becomes false for such.
Work read_work(std::string_view bytes, bool* intact = nullptr);
Cites read_cites(std::string_view bytes, bool* intact = nullptr);
std::vector<Variant> read_variants(std::string_view bytes, bool* intact = nullptr);

// How a work was printed: its records as prints.hpp packs them, and its variants.
struct Prints {
  std::string packed;
  std::vector<Variant> variants;
};
void append_prints(std::string& bytes, std::string_view packed, std::span<const Variant> variants);
Prints read_prints(std::string_view bytes);

}  // namespace citegraph::graph
