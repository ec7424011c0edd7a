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

// In points, 72 an inch; y grows upwards.
struct Size {
  std::int64_t width = 0;
  std::int64_t height = 0;
};
struct Point {
  std::int64_t x = 0;
  std::int64_t y = 0;
};
struct Timeline {
  std::vector<Point> works;  // by vertex: the middle of its box
  std::vector<Point> bands;  // where the name of each goes
};

// Places the boxes of the works band by band, oldest on top, each band in as many lines as it needs for the picture not
// to be wider than it should. Within a band a work stands as near as it can to the middle of what it cites and what
// cites it (the barycentre heuristic of Sugiyama, Tagawa and Toda 1981). Linear but for the sorting.
Timeline place_on_timeline(const Graph& graph, const std::vector<Band>& bands, const std::vector<Size>& sizes);

}  // namespace citegraph::dot
