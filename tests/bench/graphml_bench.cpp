// Reading GraphML beside boost::read_graphml:
//
//     cmake --build --preset release --target bench_graphml && bench_graphml 100000
//
// The argument is the number of works; citation_generator.hpp says what they cite. The file holds nodes and edges
// alone, which is the most that both read alike. Each way reads it in a process of its own, so that its memory can be
// told: that is what it needed at the most beyond what an idle process does.
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <unordered_map>
#include <utility>
#include <vector>

#include "citegraph/bare_graph.hpp"
#include "citegraph/record_linker.hpp"
#include "citegraph/records.hpp"

#include "bench/citation_generator.hpp"
#include "bench/figures.hpp"

namespace citegraph::bench {
namespace {

void write_file(const std::string& path, Vertex works) {
  std::ofstream out(path);
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
         "  <graph id=\"citations\" edgedefault=\"directed\">\n";
  for (Vertex v = 0; v < works; ++v) out << "    <node id=\"n" << v << "\"/>\n";
  std::uint64_t number = 0;
  for (const Edge edge : citation_edges(works))
    out << "    <edge id=\"e" << number++ << "\" source=\"n" << edge.from << "\" target=\"n" << edge.to << "\"/>\n";
  out << "  </graph>\n</graphml>\n";
}

struct Cost {
  double seconds = 0;
  double bytes = 0;
};

// In a process of its own.
Cost cost_of(const std::function<void()>& run) {
  int ends[2];
  if (::pipe(ends) != 0) std::exit(1);
  const pid_t child = ::fork();
  if (child == 0) {
    const double before = memory_in_use();
    Cost cost;
    cost.seconds = cpu(1, run);
    cost.bytes = memory_in_use("VmHWM:") - before;
    const bool told = ::write(ends[1], &cost, sizeof cost) == sizeof cost;
    ::_exit(told ? 0 : 1);
  }
  Cost cost;
  if (::read(ends[0], &cost, sizeof cost) != sizeof cost) std::exit(1);
  ::waitpid(child, nullptr, 0);
  ::close(ends[0]);
  ::close(ends[1]);
  return cost;
}

void read_as_records(const std::string& path) {
  std::uint64_t citations = 0;
  read_records(path, [&](const WorkRecord& record) { citations += record.cited.size(); });
}

void read_as_graph(const std::string& path) {
  GraphBuilder builder;
  {
    RecordLinker linker(builder);
    read_records(path, [&](const WorkRecord& record) { linker.add(record); });
    linker.finish();
  }
  const Graph graph = std::move(builder).build();
}

// The structure alone, which is what Boost's graph holds here.
void read_as_structure(const std::string& path) {
  std::unordered_map<std::string, Vertex> vertices;
  std::vector<Edge> edges;
  const auto vertex_of = [&](const std::string& id) {
    return vertices.try_emplace(id, static_cast<Vertex>(vertices.size())).first->second;
  };
  read_records(path, [&](const WorkRecord& record) {
    const Vertex citing = vertex_of(record.id);
    for (const std::string& cited : record.cited) edges.push_back({.from = citing, .to = vertex_of(cited)});
  });
  const BareGraph graph(static_cast<Vertex>(vertices.size()), edges);
}

void read_with_boost(const std::string& path) {
  boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS> graph;
  boost::dynamic_properties none(boost::ignore_other_properties);
  std::ifstream in(path);
  boost::read_graphml(in, graph, none);
}

void run(Vertex works) {
  const std::string path =
      (std::filesystem::temp_directory_path() / ("bench_graphml." + std::to_string(::getpid()))).string();
  // Not in this process, whose memory the others inherit.
  (void)cost_of([&] { write_file(path, works); });
  const auto size = static_cast<double>(std::filesystem::file_size(path));
  heading("GraphML");
  figure("works", works, "");
  figure("the file", size / 1e6, "MB");
  struct Way {
    const char* name;
    void (*read)(const std::string& path);
  };
  const Way ways[] = {{"read_records", read_as_records},
                      {"read_records and BareGraph", read_as_structure},
                      {"read_records, RecordLinker and GraphBuilder", read_as_graph},
                      {"boost::read_graphml", read_with_boost}};
  std::vector<Cost> costs;
  for (const Way& way : ways) {
    heading(way.name);
    const Cost cost = costs.emplace_back(cost_of([&] { way.read(path); }));
    figure("read", size / 1e6 / cost.seconds, "MB/s");
    figure("memory", cost.bytes / size, "times the file");
  }
  heading("Against Boost's");
  for (std::size_t i = 0; i + 1 < costs.size(); ++i)
    ratio(ways[i].name, {.ours = costs[i].seconds, .theirs = costs.back().seconds});
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace citegraph::bench

int main(int argc, char** argv) {
  const long works = argc > 1 ? std::strtol(argv[1], nullptr, 10) : 100000;
  if (works < 1000 || works > 20000000) {
    std::fprintf(stderr, "usage: bench_graphml [WORKS], from 1000\n");
    return 2;
  }
  citegraph::bench::run(static_cast<citegraph::Vertex>(works));
}
