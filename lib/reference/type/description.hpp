// What a reference says of itself in a form that nothing else has: "U.S. Patent 4,683,202", "RFC 2616", "[Data set]".
//
// It counts wherever it stands: such words are printed without a mark between them and the title, and what a labeller
// makes of them is hardly more than chance.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "citegraph/work.hpp"

#include "text/phrases.hpp"

namespace citegraph::reference {

// `words` is the whole reference.
std::optional<WorkType> described_type(const text::Words& words);

// The descriptions in square brackets, as printed, with bars between them; empty where there are none.
std::string bracketed(std::string_view text);

}  // namespace citegraph::reference
