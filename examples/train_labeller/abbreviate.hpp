// Names of journals cut as bibliographies cut them: "Journal of Mathematical Physics" as "J. Math. Phys.".
#pragma once

#include <string>
#include <string_view>

#include "random.hpp"

namespace training {

std::string abbreviate(std::string_view journal, Random& random);

}  // namespace training
