// Where works stand on a picture whose vertical axis is time.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "citegraph/graph.hpp"

namespace citegraph::dot {

// Works of one year; after the years those without a date, and after them the papers without one.
struct Band {
  std::string name;              // "1997", "n.d.", or empty for the papers
  std::vector<Vertex> vertices;  // ascending
};
std::vector<Band> bands_of(const Graph& graph);

struct Point {
  std::int64_t x = 0;  // in points, 72 an inch; y grows upwards
  std::int64_t y = 0;
};
struct Timeline {
  std::vector<Point> works;  // by vertex: the middle of its box
  std::vector<Point> bands;  // the middle of the first line of each
};

// Places boxes of the given widths (in points) band by band, oldest on top, in as many lines as it takes for the
// picture to be about half as wide again as high. Within a band works stand near what they cite and what cites them
// (barycentre heuristic of Sugiyama, Tagawa and Toda 1981, eight sweeps). Linear but for the sorting.
Timeline place_on_timeline(const Graph& graph, const std::vector<Band>& bands, const std::vector<std::int64_t>& widths,
                           std::int64_t height);

}  // namespace citegraph::dot
