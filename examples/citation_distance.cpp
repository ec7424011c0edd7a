// How many citations lead from a paper to each work, over the other papers given: citation_distance PAPER [FILE...]
#include <boost/graph/breadth_first_search.hpp>
#include <boost/range/iterator_range.hpp>
#include <iostream>
#include <utility>
#include <vector>

#include <citegraph/boost.hpp>
#include <citegraph/graph.hpp>
#include <citegraph/paper.hpp>

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: citation_distance PAPER [FILE...]\n";
    return 2;
  }
  citegraph::GraphBuilder builder;
  std::vector<citegraph::WorkId> papers;
  for (int i = 1; i < argc; ++i) {
    try {
      papers.push_back(builder.add(citegraph::read_paper(argv[i])));
    } catch (const citegraph::Error& error) {
      std::cerr << error.what() << '\n';
      return 2;
    }
  }
  const citegraph::Graph graph = std::move(builder).build();
  const citegraph::Vertex start = graph.vertex(papers.front());

  constexpr int unreached = -1;
  std::vector<int> distance(num_vertices(graph), unreached);
  distance[start] = 0;
  auto distances = boost::make_iterator_property_map(distance.begin(), get(boost::vertex_index, graph));
  boost::breadth_first_search(
      graph, start, boost::visitor(boost::make_bfs_visitor(boost::record_distances(distances, boost::on_tree_edge()))));

  for (const citegraph::Vertex v : boost::make_iterator_range(vertices(graph)))
    if (distance[v] != unreached) std::cout << distance[v] << ' ' << summary(graph[v]) << '\n';
}
