// A store built on disk from the records of a large database:
//
//     cmake --preset release && cmake --build --preset release --target bench_bulk && bench_bulk 1000000 64
//
// The arguments are the number of works and how many megabytes are sorted at a time. Each work has a title and cites
// ten others at most: half of them from the last hundredth of what is there, half from anywhere before it. Records are
// made one by one, so that memory is that of the builder.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>

#include "citegraph/store.hpp"
#include "citegraph/store_builder.hpp"

#include "bench/citation_generator.hpp"
#include "bench/figures.hpp"

namespace citegraph::bench {
namespace {

constexpr std::uint64_t references = 10;

void make_record(std::uint64_t number, std::uint64_t works, Random& random, WorkRecord& record) {
  record.id = "W" + std::to_string(1000000000 + number);
  record.work = Work();
  record.work.type = WorkType::article_journal;
  record.work.set(Variable::title, "Of rivers and of harbours, part " + std::to_string(number));
  record.work.set(DateVariable::issued, parse_date(std::to_string(1900 + number * 125 / works)));
  record.cited.clear();
  for (std::uint64_t i = 0; i < references && number > 0; ++i) {
    const std::uint64_t reach = i % 2 == 0 ? std::max<std::uint64_t>(number / 100, 1) : number;
    record.cited.push_back("W" + std::to_string(1000000000 + number - 1 - random.below(reach)));
  }
}

void run(std::uint64_t works, std::uint64_t megabytes) {
  const std::filesystem::path path = std::filesystem::temp_directory_path() / "citegraph_bulk.cgs";
  const double before = memory_in_use();
  Random random(1);
  WorkRecord record;
  const double making = cpu(1, [&] {
    for (std::uint64_t n = 0; n < works; ++n) make_record(n, works, random, record);
  });
  std::uint64_t citations = 0;
  {
    StoreBuilder builder({.memory = megabytes << 20U, .directory = {}});
    const double adding = cpu(1, [&] {
      for (std::uint64_t n = 0; n < works; ++n) {
        make_record(n, works, random, record);
        builder.add(record);
      }
    });
    figure("records added", static_cast<double>(works) / (adding - making), "works/s");
    figure("sorted and written",
           cpu(1,
               [&] {
                 std::ofstream out(path, std::ios::binary);
                 builder.finish(out);
               }),
           "s");
    figure("both", static_cast<double>(builder.citation_count()) / (cpu_seconds() - 2 * making), "citations/s");
    citations = builder.citation_count();
  }
  const double peak = memory_in_use("VmHWM:") - before;
  figure("citations", static_cast<double>(citations), "");
  figure("memory at the most", peak / 1e6, "MB");
  figure("of it a work, without what is sorted",
         (peak - static_cast<double>(megabytes << 20U)) / static_cast<double>(works), "bytes");
  figure("the store", static_cast<double>(std::filesystem::file_size(path)) / 1e6, "MB");
  figure("opened in", 1e3 * cpu(3, [&] { (void)open_store(path.string(), StoreCheck::frame); }), "ms");
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace citegraph::bench

int main(int argc, char** argv) {
  const long works = argc > 1 ? std::strtol(argv[1], nullptr, 10) : 1000000;
  const long megabytes = argc > 2 ? std::strtol(argv[2], nullptr, 10) : 64;
  if (works < 1000 || works > 400000000 || megabytes < 1) {
    std::fprintf(stderr, "usage: bench_bulk [WORKS [MEGABYTES]], from 1000 works\n");
    return 2;
  }
  citegraph::bench::run(static_cast<std::uint64_t>(works), static_cast<std::uint64_t>(megabytes));
}
