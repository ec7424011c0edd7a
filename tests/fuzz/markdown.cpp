#include "fuzz/read_twice.hpp"
#include "fuzz/targets.hpp"

namespace citegraph::fuzz {

void markdown(std::string_view bytes) { read_twice(bytes, Format::markdown); }

}  // namespace citegraph::fuzz
