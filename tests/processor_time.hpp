// Seconds of processor time, which other programs on the machine do not lengthen.
#pragma once

#include <ctime>

namespace citegraph::test {

template <class Run>
double processor_seconds(const Run& run) {
  const std::clock_t start = std::clock();
  run();
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

}  // namespace citegraph::test
