// The graph the Boost tests walk: nine citations between eight works of 1990 to 1997, vertex = year - 1990. 6 and 7
// cite each other.
//
//     7 <-> 6
//     7 -> 5 -> 3 -> 1
//          5 -> 4
//               3 -> 2, 4 -> 2, 2 -> 0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "citegraph/boost.hpp"

namespace citegraph::test {

inline Graph graph_of_edges(int vertex_count, const std::vector<Edge>& edges) {
  GraphBuilder builder;
  std::vector<WorkId> works;
  for (int v = 0; v < vertex_count; ++v) {
    Work work;
    work.key = "w" + std::to_string(v);
    Date date;
    date.start = CalendarDate{.year = static_cast<std::int16_t>(1990 + v)};
    work.set(Variable::title, "Work " + std::to_string(v));
    work.set(DateVariable::issued, date);
    works.push_back(builder.add(std::move(work)));
  }
  for (const Edge edge : edges) builder.cite(works[edge.from], works[edge.to]);
  return std::move(builder).build();
}

inline Graph small_graph() {
  return graph_of_edges(8, {{2, 0}, {3, 1}, {3, 2}, {4, 2}, {5, 3}, {5, 4}, {6, 7}, {7, 5}, {7, 6}});
}

// The same without the cycle: 6 cites nothing.
inline Graph small_acyclic_graph() {
  return graph_of_edges(8, {{2, 0}, {3, 1}, {3, 2}, {4, 2}, {5, 3}, {5, 4}, {7, 5}, {7, 6}});
}

// A vector as a property map of vertices. (A bare pointer is none where reverse_graph.hpp is included too: its
// boost::detail::get hides the one for pointers.)
template <class Value>
auto by_vertex(std::vector<Value>& values) {
  return boost::make_iterator_property_map(values.begin(), bgl::VertexIndexMap());
}

}  // namespace citegraph::test
