// How a fuzz target says that something does not hold: it names it and aborts, which the fuzzer records with the input.
#pragma once

#include <cstdlib>
#include <iostream>
#include <string_view>

#include "text/utf8.hpp"

namespace citegraph::fuzz {

inline void require(bool holds, std::string_view otherwise) {
  if (holds) return;
  std::cerr << "does not hold: " << otherwise << std::endl;
  std::abort();
}

inline void require_sound(std::string_view problem) { require(problem.empty(), problem); }

inline bool is_utf8(std::string_view text) { return text::find_invalid(text) == std::string_view::npos; }

}  // namespace citegraph::fuzz
