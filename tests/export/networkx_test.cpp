// Analyses of the library beside those of NetworkX, which reads the graphs as GraphML.
#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "citegraph/co_citation.hpp"
#include "citegraph/communities.hpp"
#include "citegraph/graphml.hpp"
#include "citegraph/paper.hpp"
#include "citegraph/ranking.hpp"
#include "citegraph/traversal.hpp"

#include "export/programs.hpp"

namespace citegraph {
namespace {

// Circles and works that cite themselves among them; each work has a DOI, which keeps it apart from the others.
Graph random_graph(unsigned seed) {
  std::mt19937 random(seed);
  const std::size_t count = 1 + random() % 40;
  GraphBuilder builder;
  std::vector<WorkId> works;
  for (std::size_t v = 0; v < count; ++v) {
    Work work;
    work.key = "w" + std::to_string(100 + v);
    work.set(Variable::doi, "10.1000/" + work.key);
    works.push_back(builder.add(std::move(work)));
  }
  const std::size_t citations = random() % (3 * count);
  for (std::size_t i = 0; i < citations; ++i) {
    const std::size_t citing = random() % count;
    // Rather the works of low numbers, as in life.
    const std::size_t cited = std::min(random() % count, random() % count);
    builder.cite(works[citing], works[cited]);
  }
  return std::move(builder).build();
}

// One row of counts after the other.
template <class Find>
std::vector<std::uint32_t> related_counts(const Graph& graph, const Find& find) {
  const std::size_t n = graph.vertex_count();
  std::vector<std::uint32_t> counts(n * n);
  for (Vertex v = 0; v < n; ++v)
    for (const analysis::Related& other : find(graph.structure(), v)) counts[v * n + other.vertex] = other.count;
  return counts;
}

std::vector<int> distances(const Graph& graph) {
  std::vector<int> lengths;
  for (Vertex from = 0; from < graph.vertex_count(); ++from)
    for (Vertex to = 0; to < graph.vertex_count(); ++to)
      lengths.push_back(static_cast<int>(shortest_path(graph.structure(), from, to, Direction::cited).size()) - 1);
  return lengths;
}

nlohmann::json counted(const Graph& graph) {
  const GraphStructure& structure = graph.structure();
  const analysis::RankOptions exact = {.tolerance = 1e-13, .most_steps = 2000};
  const analysis::Hits hits = analysis::hits(structure, exact);
  const analysis::Partition communities = analysis::louvain(structure);
  return {{"citations", analysis::citation_counts(structure)},
          {"page_rank", analysis::page_rank(structure, exact)},
          {"hubs", hits.hubs},
          {"authorities", hits.authorities},
          {"core_numbers", analysis::core_numbers(structure)},
          {"weak", analysis::weak_components(structure).count},
          {"strong", analysis::strong_components(structure).count},
          {"communities", communities.part_of},
          {"modularity", analysis::modularity(structure, communities)},
          {"co_cited", related_counts(graph, analysis::co_cited)},
          {"coupled", related_counts(graph, analysis::coupled)},
          {"distances", distances(graph)}};
}

void put(const test::TemporaryFolder& folder, const std::string& name, const Graph& graph) {
  std::ofstream graphml(folder.path(name + ".graphml"));
  write_graphml(graphml, graph);
  std::ofstream(folder.path(name + ".json")) << counted(graph);
}

// The first Python that has them: one of a user's own may stand before that of the system. Empty where there is none.
std::string python() {
  for (const char* const program : {"python3", "/usr/bin/python3"})
    if (test::run(std::string(program) + " -c 'import networkx, numpy, scipy'").status == 0) return program;
  return {};
}

TEST(NetworkX, CountsTheSame) {
  const std::string program = python();
  if (program.empty())
    GTEST_SKIP() << "python3 with networkx, numpy and scipy (python3-networkx, python3-scipy) is not installed";
  const test::TemporaryFolder folder;
  for (unsigned seed = 1; seed <= 60; ++seed) put(folder, "random" + std::to_string(seed), random_graph(seed));
  GraphBuilder builder;
  builder.add(read_paper(CITEGRAPH_SOURCE_DIR "/data/sample-paper.md"));
  put(folder, "sample", std::move(builder).build());
  const test::Ran ran =
      test::run(program + " '" CITEGRAPH_SOURCE_DIR "/tests/export/networkx_check.py' '" + folder.path("") + "'");
  EXPECT_EQ(ran.status, 0) << ran.output.substr(0, 4000);
  EXPECT_NE(ran.output.find("61 times PageRank"), std::string::npos) << ran.output.substr(0, 4000);
}

}  // namespace
}  // namespace citegraph
