#include "export/timeline.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace citegraph::dot {
namespace {

constexpr std::int64_t gap = 10;       // between boxes of a line, in points
constexpr std::int64_t line_gap = 8;   // between lines of a band
constexpr std::int64_t band_gap = 16;  // between bands, besides
constexpr int sweeps = 12;             // the picture of 60 papers hardly changes after ten

using Line = std::vector<Vertex>;

class Placer {
 public:
  Placer(const Graph& graph, const std::vector<Band>& bands, const std::vector<Size>& sizes)
      : graph_(graph), bands_(bands), sizes_(sizes) {
    timeline_.works.resize(graph.vertex_count());
    choose_width();
  }

  Timeline place() {
    for (const Band& band : bands_) spread(band);
    for (int sweep = 0; sweep < sweeps; ++sweep) {
      const bool down = sweep % 2 == 0;
      for (std::size_t b = 0; b < bands_.size(); ++b) pull_together(bands_[down ? b : bands_.size() - 1 - b]);
    }
    stack_bands();
    return std::move(timeline_);
  }

 private:
  std::int64_t width_of(const Band& band) const {
    std::int64_t width = 0;
    for (const Vertex v : band.vertices) width += sizes_[v].width + gap;
    return width;
  }

  // Half as wide again as high, if all lines were full; wider where bands of few works make it high.
  void choose_width() {
    double area = 0;
    for (const Size size : sizes_) area += static_cast<double>((size.width + gap) * (size.height + line_gap));
    const auto high = static_cast<std::int64_t>(bands_.size()) * (22 + line_gap + band_gap);
    width_ = std::max({std::int64_t{600}, std::int64_t{std::llround(std::sqrt(1.5 * area))}, high});
    for (const Size size : sizes_) width_ = std::max(width_, size.width + gap);
  }

  // Evenly over the width, in the order of the vertices.
  void spread(const Band& band) {
    const auto count = static_cast<std::int64_t>(band.vertices.size());
    for (std::int64_t i = 0; i < count; ++i)
      timeline_.works[band.vertices[static_cast<std::size_t>(i)]].x = width_ * (2 * i + 1) / (2 * count);
  }

  std::int64_t barycentre(Vertex v) const {
    const auto count = static_cast<std::int64_t>(graph_.cited(v).size() + graph_.citing(v).size());
    if (count == 0) return timeline_.works[v].x;
    std::int64_t sum = 0;
    for (const Vertex w : graph_.cited(v)) sum += timeline_.works[w].x;
    for (const Vertex w : graph_.citing(v)) sum += timeline_.works[w].x;
    return sum / count;
  }

  void pull_together(const Band& band) {
    std::vector<std::pair<std::int64_t, Vertex>> wanted;
    for (const Vertex v : band.vertices) wanted.emplace_back(barycentre(v), v);
    std::sort(wanted.begin(), wanted.end());
    for (const auto& [x, v] : wanted) timeline_.works[v].x = x;
    for (const Line& line : lines_of(band)) separate(line);
  }

  // The works from left to right, dealt out to as many lines as are needed.
  std::vector<Line> lines_of(const Band& band) const {
    Line order = band.vertices;
    std::stable_sort(order.begin(), order.end(),
                     [&](Vertex a, Vertex b) { return timeline_.works[a].x < timeline_.works[b].x; });
    std::vector<Line> lines(static_cast<std::size_t>((width_of(band) + width_ - 1) / width_));
    for (std::size_t i = 0; i < order.size(); ++i) lines[i % lines.size()].push_back(order[i]);
    return lines;
  }

  // Moves overlapping boxes apart: the mean of what pushing to the right and pushing to the left would give.
  void separate(const Line& line) {
    const auto distance = [&](std::size_t i) { return (sizes_[line[i - 1]].width + sizes_[line[i]].width) / 2 + gap; };
    std::vector<std::int64_t> right;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const std::int64_t wanted = timeline_.works[line[i]].x;
      right.push_back(i == 0 ? wanted : std::max(wanted, right[i - 1] + distance(i)));
    }
    std::int64_t left = 0;
    for (std::size_t i = line.size(); i-- > 0;) {
      const std::int64_t wanted = timeline_.works[line[i]].x;
      left = i + 1 == line.size() ? wanted : std::min(wanted, left - distance(i + 1));
      timeline_.works[line[i]].x = (left + right[i]) / 2;
    }
  }

  void stack_bands() {
    std::int64_t y = 0;
    for (const Band& band : bands_) {
      const std::vector<Line> lines = lines_of(band);
      for (std::size_t i = 0; i < lines.size(); ++i) {
        separate(lines[i]);
        std::int64_t height = i == 0 ? 22 : 0;  // that of the name
        for (const Vertex v : lines[i]) height = std::max(height, sizes_[v].height);
        y -= height / 2;
        if (i == 0) timeline_.bands.push_back({0, y});
        for (const Vertex v : lines[i]) timeline_.works[v].y = y;
        y -= height - height / 2 + line_gap;
      }
      y -= band_gap;
    }
    std::int64_t leftmost = 0;
    for (Vertex v = 0; v < graph_.vertex_count(); ++v)
      leftmost = std::min(leftmost, timeline_.works[v].x - sizes_[v].width / 2);
    for (Point& band : timeline_.bands) band.x = leftmost - 60;
  }

  const Graph& graph_;
  const std::vector<Band>& bands_;
  const std::vector<Size>& sizes_;
  std::int64_t width_ = 0;
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

Timeline place_on_timeline(const Graph& graph, const std::vector<Band>& bands, const std::vector<Size>& sizes) {
  return Placer(graph, bands, sizes).place();
}

}  // namespace citegraph::dot
