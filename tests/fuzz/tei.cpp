#include "fuzz/read_twice.hpp"
#include "fuzz/targets.hpp"

namespace citegraph::fuzz {

void tei(std::string_view bytes) { read_twice(bytes, Format::tei); }

}  // namespace citegraph::fuzz
