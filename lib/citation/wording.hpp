// How findings name citations and entries.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "citegraph/reference.hpp"

namespace citegraph::citation {

std::string quoted(std::string_view text);

// "2015b", "in press"
std::string year_text(const Date& date);

// The first of the works of an entry, or null.
const Work* first_work(const ReferenceLists& references, std::uint32_t number);

// "Levine 1992", "Treaty of Friendship 2001": an entry as one would cite it.
std::string cited_as(const ReferenceLists& references, std::uint32_t number, std::string_view text);

}  // namespace citegraph::citation
