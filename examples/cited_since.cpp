// What a paper cites of a year and later: cited_since FILE [YEAR]
#include <boost/graph/filtered_graph.hpp>
#include <boost/range/iterator_range.hpp>
#include <cstdlib>
#include <iostream>
#include <utility>

#include <citegraph/boost.hpp>
#include <citegraph/graph.hpp>
#include <citegraph/paper.hpp>

namespace {

// Keeps papers, whatever their year, and works of the year or later. Boost wants a predicate without state to exist.
struct Since {
  const citegraph::Graph* graph = nullptr;
  int year = 0;
  bool operator()(citegraph::Vertex v) const {
    return graph->role(v) == citegraph::VertexRole::paper || (*graph)[v].year() >= year;
  }
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2 && argc != 3) {
    std::cerr << "usage: cited_since FILE [YEAR]\n";
    return 2;
  }
  const int year = argc == 3 ? std::atoi(argv[2]) : 2000;
  citegraph::GraphBuilder builder;
  try {
    builder.add(citegraph::read_paper(argv[1]));
  } catch (const citegraph::Error& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
  const citegraph::Graph graph = std::move(builder).build();

  const boost::filtered_graph<citegraph::Graph, boost::keep_all, Since> recent(graph, {}, {&graph, year});
  for (const citegraph::Edge e : boost::make_iterator_range(edges(recent))) {
    const citegraph::Cites& cites = graph[e];
    std::cout << summary(graph[target(e, recent)]) << (cites.listed ? "\n" : " (in no list)\n");
    for (const citegraph::Mention& mention : cites.mentions)
      std::cout << "    line " << mention.line << ": " << mention.text << '\n';
  }
}
