// Publishers and their towns, and where what stands before them ends.
#pragma once

#include "reference/rules/draft.hpp"

namespace citegraph::reference::rules {

// True if the words from `i` up to the next mark read as a town: "New York", "Cambridge, MA".
bool starts_place(const Draft& draft, std::uint32_t i);
// The same for a publisher: "Wiley", "Texas Tech University Press".
bool starts_publisher(const Draft& draft, std::uint32_t i);

// Where a container that starts at `first` ends: at what is claimed, at the end of its sentence, before a publisher.
std::uint32_t end_of_container(const Draft& draft, std::uint32_t first);

}  // namespace citegraph::reference::rules
