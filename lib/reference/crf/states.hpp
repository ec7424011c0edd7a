// The states of the chain.
//
// For every label three: its first token, a further token, and "outside, after it", so that what lies between two
// fields knows which field it follows; and one outside before any field. The outsides share one row of emission
// weights.
#pragma once

#include <cstddef>
#include <cstdint>

#include "citegraph/reference.hpp"

namespace citegraph::crf {

inline constexpr std::size_t label_count = static_cast<std::size_t>(Label::other) + 1;
inline constexpr std::size_t lanes = 24;  // labels, padded: one more lane holds the outside before any field
static_assert(label_count < lanes);

inline constexpr std::size_t first_row = 0;  // emission rows of first tokens: [0, 24)
inline constexpr std::size_t further_row =
    lanes;  // of further tokens: [24, 48); the lane beyond the labels is "outside"
inline constexpr std::size_t outside_row = further_row + lanes - 1;
inline constexpr std::size_t row_count = 2 * lanes;

// States are kind * 24 + lane; the lane 23 of `outside` is the one before any field, of the other kinds it is unused.
enum Kind : std::size_t { first_kind = 0, further_kind = 1, outside_kind = 2 };
inline constexpr std::size_t state_count = 3 * lanes;
inline constexpr std::size_t start_lane = lanes - 1;

constexpr std::size_t state(Kind kind, std::size_t lane) noexcept { return kind * lanes + lane; }

}  // namespace citegraph::crf
