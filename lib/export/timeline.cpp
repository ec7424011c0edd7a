#include "export/timeline.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace citegraph::dot {
namespace {

constexpr std::int64_t gap = 12;  // between boxes, in points

class Placer {
 public:
  Placer(const Graph& graph, const std::vector<Band>& bands, const std::vector<std::int64_t>& widths,
         std::int64_t height)
      : graph_(graph), widths_(widths), row_height_(3 * height) {
    for (const Band& band : bands) order_.push_back(band.vertices);
    const double area = static_cast<double>(std::accumulate(widths.begin(), widths.end(), std::int64_t{0}) +
                                            gap * static_cast<std::int64_t>(widths.size())) *
                        static_cast<double>(row_height_);
    width_ = std::max<std::int64_t>(600, std::llround(std::sqrt(1.5 * area)));
    timeline_.works.resize(graph.vertex_count());
  }

  Timeline place() {
    lay_out();
    for (int sweep = 0; sweep < 8; ++sweep) {
      for (std::vector<Vertex>& band : order_) sort_by_neighbours(band);
      lay_out();
    }
    return std::move(timeline_);
  }

 private:
  void sort_by_neighbours(std::vector<Vertex>& band) {
    std::vector<std::pair<std::int64_t, Vertex>> keyed;
    for (const Vertex v : band) keyed.emplace_back(barycentre(v), v);
    std::sort(keyed.begin(), keyed.end());
    std::transform(keyed.begin(), keyed.end(), band.begin(), [](const auto& k) { return k.second; });
  }

  std::int64_t barycentre(Vertex v) const {
    std::int64_t sum = 0;
    for (const Vertex w : graph_.cited(v)) sum += timeline_.works[w].x;
    for (const Vertex w : graph_.citing(v)) sum += timeline_.works[w].x;
    const auto count = static_cast<std::int64_t>(graph_.cited(v).size() + graph_.citing(v).size());
    return count == 0 ? timeline_.works[v].x : sum / count;
  }

  // Fills lines from left to right and centres each.
  void lay_out() {
    timeline_.bands.clear();
    std::int64_t y = 0;
    for (const std::vector<Vertex>& band : order_) {
      timeline_.bands.push_back({-width_ / 2 - 60, y});
      for (std::size_t first = 0; first < band.size();) {
        std::size_t last = first;
        std::int64_t used = 0;
        while (last < band.size() && (last == first || used + widths_[band[last]] + gap <= width_))
          used += widths_[band[last++]] + gap;
        place_line(band, first, last, -used / 2, y);
        first = last;
        y -= row_height_;
      }
      y -= row_height_ / 2;
    }
  }

  void place_line(const std::vector<Vertex>& band, std::size_t first, std::size_t last, std::int64_t x,
                  std::int64_t y) {
    for (std::size_t i = first; i < last; ++i) {
      timeline_.works[band[i]] = {x + widths_[band[i]] / 2, y};
      x += widths_[band[i]] + gap;
    }
  }

  const Graph& graph_;
  const std::vector<std::int64_t>& widths_;
  std::int64_t row_height_;
  std::int64_t width_ = 0;
  std::vector<std::vector<Vertex>> order_;
  Timeline timeline_;
};

}  // namespace

std::vector<Band> bands_of(const Graph& graph) {
  std::vector<Band> bands;
  Band papers;
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    const int year = graph[v].year();
    if (year == 0 && graph.role(v) == VertexRole::paper) {
      papers.vertices.push_back(v);
      continue;
    }
    std::string name = year == 0 ? "n.d." : std::to_string(year);
    if (bands.empty() || bands.back().name != name) bands.push_back({std::move(name), {}});
    bands.back().vertices.push_back(v);
  }
  if (!papers.vertices.empty()) bands.push_back(std::move(papers));
  return bands;
}

Timeline place_on_timeline(const Graph& graph, const std::vector<Band>& bands, const std::vector<std::int64_t>& widths,
                           std::int64_t height) {
  return Placer(graph, bands, widths, height).place();
}

}  // namespace citegraph::dot
