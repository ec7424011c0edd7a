// What is doubtful about one entry.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "citegraph/reference.hpp"

namespace citegraph::reference {

struct Finding {
  std::string_view code;
  TextSpan span;  // into the same text as the reference's
  std::string message;
};

std::vector<Finding> findings_of(std::string_view text, const Reference& reference);

}  // namespace citegraph::reference
