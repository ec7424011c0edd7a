#include "fuzz/read_twice.hpp"
#include "fuzz/targets.hpp"

namespace citegraph::fuzz {

void jats(std::string_view bytes) { read_twice(bytes, Format::jats); }

}  // namespace citegraph::fuzz
