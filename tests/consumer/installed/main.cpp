// Reads papers and tells what their graph holds: without Boost, without GoogleTest, with the umbrella header alone.
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <citegraph/citegraph.hpp>

int main(int argc, char** argv) {
  const std::vector<std::string> paths(argv + 1, argv + argc);
  citegraph::GraphBuilder builder;
  std::size_t failed = 0;
  citegraph::read_papers(paths, {}, [&](const std::string&, citegraph::Paper* paper, const citegraph::Error* error) {
    if (error != nullptr) {
      std::cerr << error->what() << '\n';
      ++failed;
    } else {
      builder.add(*paper);
    }
  });

  const citegraph::Graph graph = std::move(builder).build();
  std::ostringstream bibtex;
  citegraph::write_bibtex(bibtex, graph);
  std::ostringstream dot;
  citegraph::write_dot(dot, graph);
  std::cout << graph.vertex_count() << " works, " << graph.edge_count() << " citations, " << bibtex.str().size()
            << " bytes of BibTeX, " << dot.str().size() << " bytes of DOT\n";

  // An exception of the library is caught by its type on this side of the border.
  try {
    (void)citegraph::read_paper("there is no such file");
    ++failed;
  } catch (const citegraph::Error& error) {
    std::cout << error.what() << '\n';
  }
  return failed == 0 && graph.edge_count() > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
