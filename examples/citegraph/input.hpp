// Standard input as a document.
#pragma once

#include <cstdint>
#include <string>

namespace command {

inline constexpr const char* standard_input_name = "<stdin>";

// All of standard input. Throws InputOutputError when it cannot be read or is longer than `limit` bytes.
std::string read_standard_input(std::uint64_t limit);

}  // namespace command
