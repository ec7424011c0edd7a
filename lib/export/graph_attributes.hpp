// What formats of graphs say of works and citations: a table each, so that they all say the same.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "citegraph/graph.hpp"

namespace citegraph::attributes {

// By the names that GraphML gives them; GEXF calls `int32` integer.
enum class ValueType : std::uint8_t { text, int32, truth };

struct WorkAttribute {
  std::string_view name;
  ValueType type;
  std::string (*value)(const Graph& graph, Vertex vertex);  // empty: nothing is known
};

struct CitationAttribute {
  std::string_view name;
  ValueType type;
  std::string (*value)(const Cites& cites);
};

std::span<const WorkAttribute> of_works() noexcept;
std::span<const CitationAttribute> of_citations() noexcept;

// A few words: "Levine 1992", else the title, else the key.
std::string label(const Graph& graph, Vertex vertex);

// How much a citation weighs: as often as it is mentioned. One that is only listed weighs 1, since to the programs that
// read this a citation of no weight is none.
std::uint64_t weight(const Cites& cites) noexcept;

}  // namespace citegraph::attributes
