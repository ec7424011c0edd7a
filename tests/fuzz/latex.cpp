#include "fuzz/read_twice.hpp"
#include "fuzz/targets.hpp"

namespace citegraph::fuzz {

void latex(std::string_view bytes) { read_twice(bytes, Format::latex); }

}  // namespace citegraph::fuzz
