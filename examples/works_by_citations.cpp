// Works of one or several papers, the most cited first: works_by_citations FILE...
#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <iostream>
#include <utility>
#include <vector>

#include <citegraph/boost.hpp>
#include <citegraph/graph.hpp>
#include <citegraph/paper.hpp>

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: works_by_citations FILE...\n";
    return 2;
  }
  citegraph::GraphBuilder builder;
  for (int i = 1; i < argc; ++i) {
    try {
      builder.add(citegraph::read_paper(argv[i]));
    } catch (const citegraph::Error& error) {
      std::cerr << error.what() << '\n';
      return 2;
    }
  }
  const citegraph::Graph graph = std::move(builder).build();

  // A work counts once for every paper that cites it; within papers, the mentions decide.
  std::vector<citegraph::Vertex> works(vertices(graph).first, vertices(graph).second);
  const auto mentions = [&](citegraph::Vertex v) {
    std::size_t count = 0;
    for (const citegraph::Edge e : boost::make_iterator_range(in_edges(v, graph))) count += graph[e].mentions.size();
    return count;
  };
  const auto weight = [&](citegraph::Vertex v) { return std::pair(in_degree(v, graph), mentions(v)); };
  std::stable_sort(works.begin(), works.end(), [&](auto a, auto b) { return weight(a) > weight(b); });

  std::cout << "papers mentions work\n";
  for (const citegraph::Vertex v : works)
    std::cout << in_degree(v, graph) << ' ' << mentions(v) << ' ' << summary(graph[v]) << '\n';
}
