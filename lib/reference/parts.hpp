// References that name several works: "(a) ...; (b) ...".
#pragma once

#include <string_view>
#include <vector>

#include "citegraph/span.hpp"

namespace citegraph::reference {

// The parts of an entry that is divided by letters in brackets counting from (a), as chemists print; else the whole
// text.
std::vector<TextSpan> parts_of(std::string_view text);

}  // namespace citegraph::reference
