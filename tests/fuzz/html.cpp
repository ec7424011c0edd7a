#include "fuzz/read_twice.hpp"
#include "fuzz/targets.hpp"

namespace citegraph::fuzz {

void html(std::string_view bytes) { read_twice(bytes, Format::html); }

}  // namespace citegraph::fuzz
