// What a work holds as one number, the same on every machine.
#pragma once

#include <cstdint>

#include "citegraph/work.hpp"

namespace citegraph::bibliography {

// FNV-1a of the type and of everything that is set; the key does not count.
std::uint64_t hash_of(const Work& work);

}  // namespace citegraph::bibliography
