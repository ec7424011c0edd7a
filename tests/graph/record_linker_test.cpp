#include "citegraph/record_linker.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <string>
#include <utility>
#include <vector>

namespace citegraph {
namespace {

WorkRecord record(std::string id, const char* title, std::vector<std::string> cited, int year = 0) {
  WorkRecord made{.id = std::move(id), .work = {}, .cited = std::move(cited)};
  made.work.set(Variable::title, title);
  if (year > 0) made.work.set(DateVariable::issued, parse_date(std::to_string(year)));
  return made;
}

Graph link(const std::vector<WorkRecord>& records) {
  GraphBuilder builder;
  RecordLinker linker(builder);
  for (const WorkRecord& each : records) linker.add(each);
  linker.finish();
  return std::move(builder).build();
}

std::vector<std::string> printed_edges(const Graph& graph) {
  std::vector<std::string> found;
  for (Vertex v = 0; v < graph.vertex_count(); ++v)
    for (const Vertex w : graph.cited(v)) found.push_back(graph[v].key + ">" + graph[w].key);
  std::sort(found.begin(), found.end());
  return found;
}

TEST(RecordLinkerTest, TiesWorksByTheirIdentifiers) {
  const Graph graph = link({record("W1", "Tides of the Nile", {"W2", "W3", "W2", "W1"}, 2001),
                            record("W3", "Banks of the Oder", {"W2"}, 1999)});
  EXPECT_EQ(printed_edges(graph), (std::vector<std::string>{"W1>W2", "W1>W3", "W3>W2"}));
  EXPECT_EQ(graph[*graph.find("W1")].get(Variable::title), "Tides of the Nile");
  EXPECT_EQ(graph[*graph.find("W2")].get(Variable::title), "");
}

TEST(RecordLinkerTest, CitationsLineByLineAreOneWork) {
  std::vector<WorkRecord> lines = {record("10.1000/a", "", {"10.1000/b"}), record("10.1000/a", "", {"10.1000/c"}),
                                   record("10.1000/b", "", {"10.1000/c"}, 1990)};
  const Graph graph = link(lines);
  EXPECT_EQ(printed_edges(graph),
            (std::vector<std::string>{"10.1000/a>10.1000/b", "10.1000/a>10.1000/c", "10.1000/b>10.1000/c"}));
  const Vertex b = *graph.find("10.1000/b");
  EXPECT_EQ(graph[b].get(Variable::doi), "10.1000/b");
  EXPECT_EQ(graph[b].year(), 1990);
  std::reverse(lines.begin(), lines.end());
  EXPECT_EQ(printed_edges(link(lines)), printed_edges(graph));
}

TEST(RecordLinkerTest, ADescriptionMayComeBehindCitations) {
  const Graph graph = link({record("W1", "", {"W2"}), record("W2", "Banks of the Oder", {}, 1999)});
  ASSERT_EQ(graph.vertex_count(), 2U);
  EXPECT_EQ(graph[*graph.find("W2")].get(Variable::title), "Banks of the Oder");
}

// The same records once more, and more of them, beside the graph of the first: each work stays one.
TEST(RecordLinkerTest, RecordsBesideTheirGraph) {
  const std::vector<WorkRecord> first = {record("W1", "Tides of the Nile", {"W2", "W3"}, 2001)};
  std::vector<WorkRecord> all = first;
  all.push_back(record("W2", "Banks of the Oder", {"W3"}, 1999));
  const Graph known = link(first);
  for (const bool before : {true, false}) {
    GraphBuilder builder;
    if (before) builder.add(known);
    RecordLinker linker(builder);
    for (const WorkRecord& each : all) linker.add(each);
    linker.finish();
    if (!before) builder.add(known);
    const Graph graph = std::move(builder).build();
    EXPECT_EQ(graph.vertex_count(), 3U) << before;
    EXPECT_EQ(printed_edges(graph), (std::vector<std::string>{"W1>W2", "W1>W3", "W2>W3"})) << before;
    EXPECT_EQ(graph[*graph.find("W2")].get(Variable::title), "Banks of the Oder");
  }
}

TEST(RecordLinkerTest, Counts) {
  GraphBuilder builder;
  RecordLinker linker(builder);
  linker.add(record("W1", "A", {"W2", "W3"}));
  EXPECT_EQ(linker.work_count(), 3U);
  EXPECT_EQ(linker.citation_count(), 2U);
}

}  // namespace
}  // namespace citegraph
