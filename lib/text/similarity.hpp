// How alike two strings are.
#pragma once

#include <cstddef>
#include <string_view>

namespace citegraph::text {

// Optimal string alignment distance over code points (insertion, deletion, substitution, and the exchange of two
// neighbours, each 1), or `limit` + 1 as soon as it is known to be larger. O(n * limit) time.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

// Share of the words (folded, at least 3 letters) of the shorter text found in the other, 0 to 1.
double word_containment(std::string_view shorter, std::string_view longer);

}  // namespace citegraph::text
