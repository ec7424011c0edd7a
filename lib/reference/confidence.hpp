// How sure the reading of a reference is.
#pragma once

#include <span>
#include <string_view>

#include "citegraph/reference.hpp"

namespace citegraph::reference {

// That all segments are right, 0 to 1, three decimals: the least certain segment, less for words that no segment covers
// and for a reference without title or date.
double reference_confidence(std::string_view text, std::span<const Segment> segments);

// The confidence of a labeller, less where what it read can be no reference: without a word in a name, a title or a
// container, or with nothing beside one field. A model that has seen nothing but references is sure of any text.
double plausible_confidence(std::string_view text, std::span<const Segment> segments, double confidence);

// Below this a reference is reported as unclear.
constexpr double unclear = 0.3;

}  // namespace citegraph::reference
