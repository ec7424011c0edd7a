#include "fuzz/read_twice.hpp"
#include "fuzz/targets.hpp"

namespace citegraph::fuzz {

void plain_text(std::string_view bytes) { read_twice(bytes, Format::plain_text); }

}  // namespace citegraph::fuzz
