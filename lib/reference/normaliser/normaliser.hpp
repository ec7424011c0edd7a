// Normalising: labelled text becomes a work.
#pragma once

#include <span>
#include <string_view>

#include "citegraph/reference.hpp"
#include "citegraph/work.hpp"

namespace citegraph::reference {

// The work that the segments of `text`, one whole reference, describe: names divided, dates merged ("2000" and
// "18 July"), page ranges completed, numbers freed of the words around them, identifiers checked; then its type.
// `emphasised` says that the title is printed in italics, which tells a book.
Work normalise(std::string_view text, std::span<const Segment> segments, bool emphasised = false);

}  // namespace citegraph::reference
