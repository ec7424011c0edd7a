// How fast works are recognised, and in how much memory:
//
//     cmake --preset release && cmake --build --preset release --target bench_identity && bench_identity 1000000
//
// The argument is the number of works; work_generator.hpp says what they say.
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "citegraph/identity.hpp"

#include "bench/figures.hpp"
#include "bench/work_generator.hpp"

namespace citegraph::bench {
namespace {

void run(std::size_t count) {
  const double before = memory_in_use();
  const std::vector<Work> works = WorkGenerator().works(count);
  const double with_works = memory_in_use();
  const double begin = cpu_seconds();
  const Identities found = find_same_works(works);
  const double seconds = cpu_seconds() - begin;
  heading("Identity");
  figure("works", static_cast<double>(count), "");
  figure("of them recognised as one before", static_cast<double>(found.merges.size()), "");
  figure("works a second", static_cast<double>(count) / seconds, "");
  figure("memory of the works themselves", (with_works - before) / 1e6, "MB");
  figure("memory at the most, besides the works", (memory_in_use("VmHWM:") - with_works) / 1e6, "MB");
}

}  // namespace
}  // namespace citegraph::bench

int main(int argc, char** argv) {
  const long works = argc > 1 ? std::strtol(argv[1], nullptr, 10) : 1000000;
  if (works < 4) {
    std::fprintf(stderr, "usage: bench_identity [WORKS], from 4\n");
    return 2;
  }
  citegraph::bench::run(static_cast<std::size_t>(works));
}
