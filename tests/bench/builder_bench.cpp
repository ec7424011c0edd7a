// What it costs to put a paper into a graph, whatever is in it already:
//
//     cmake --preset release && cmake --build --preset release --target bench_builder && bench_builder 10000 100000
//
// The arguments are numbers of papers, each with 40 entries: works of work_generator.hpp, ten for each paper, so that
// every work is listed four times. Papers are made, added and dropped one by one.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "citegraph/graph.hpp"

#include "bench/figures.hpp"
#include "bench/work_generator.hpp"
#include "graph/paper_maker.hpp"

namespace citegraph::bench {
namespace {

constexpr std::size_t entries = 40;
constexpr std::size_t works_per_paper = 10;

Paper paper_of(std::size_t number, const std::vector<Work>& works, WorkGenerator& generator, Random& random) {
  test::PaperMaker maker("paper" + std::to_string(number) + ".md", "On " + word(number) + ' ' + word(number * 7 + 1));
  for (std::size_t i = 0; i < entries; ++i) {
    const auto entry = maker.entry(generator.printed_again(works[random.below(works.size())]));
    if (i % 4 == 0) maker.cite("it, 2001", entry);
  }
  return maker.paper();
}

void run(std::size_t papers) {
  const double before = memory_in_use();
  WorkGenerator generator;
  Random random(3);
  double added = 0;
  double built = 0;
  Graph graph;
  {
    GraphBuilder builder;
    const std::vector<Work> works = generator.works(papers * works_per_paper);
    for (std::size_t p = 0; p < papers; ++p) {
      const Paper paper = paper_of(p, works, generator, random);
      added += cpu(1, [&] { builder.add(paper); });
    }
    built = cpu(1, [&] { graph = std::move(builder).build(); });
  }
  heading("Building from papers");
  const auto count = static_cast<double>(papers);
  figure("papers", count, "");
  figure("works", graph.vertex_count(), "");
  figure("adding a paper", added / count * 1e6, "microseconds");
  figure("building, a paper", built / count * 1e6, "microseconds");
  figure("memory at the most", (memory_in_use("VmHWM:") - before) / 1e6, "MB");
}

}  // namespace
}  // namespace citegraph::bench

int main(int argc, char** argv) {
  std::vector<std::size_t> sizes;
  for (int i = 1; i < argc; ++i) sizes.push_back(std::strtoul(argv[i], nullptr, 10));
  if (sizes.empty()) sizes = {10000, 100000};
  for (const std::size_t papers : sizes) citegraph::bench::run(papers);
}
