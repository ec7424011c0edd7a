// The entry of libFuzzer, compiled once for every target: CITEGRAPH_FUZZ_TARGET is its name.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fuzz/targets.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  citegraph::fuzz::CITEGRAPH_FUZZ_TARGET({reinterpret_cast<const char*>(data), size});
  return 0;
}
