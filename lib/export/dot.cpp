#include "citegraph/dot.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <ostream>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "export/dot_style.hpp"
#include "export/dot_text.hpp"
#include "export/timeline.hpp"
#include "export/work_label.hpp"
#include "text/utf8.hpp"

namespace citegraph {
namespace {

// With ranks by year, dot 2.43 takes .4 s at this size, and 5 s for 400 works of two citations each.
constexpr std::size_t ranked_vertices = 150;
constexpr std::size_t ranked_edges = 300;

// Works of one year stand beside each other, so narrow labels of several lines keep the picture of a paper on one page.
constexpr std::size_t ranked_label_width = 18;
constexpr std::size_t line_label_width = 28;

// Numbers are written as text, since a stream might group their digits.
std::string work_node(Vertex v) { return "\"n" + std::to_string(v) + '"'; }
std::string band_node(std::size_t band) { return "\"y" + std::to_string(band) + '"'; }

class DotWriter {
 public:
  DotWriter(std::ostream& out, const Graph& graph, const DotOptions& options)
      : out_(out),
        graph_(graph),
        options_(options),
        bands_(dot::bands_of(graph)),
        layout_(options.layout),
        label_width_(options.label_width) {
    const bool small = graph.vertex_count() <= ranked_vertices && graph.edge_count() <= ranked_edges;
    if (layout_ == DotLayout::automatic) layout_ = small ? DotLayout::ranked : DotLayout::placed;
    if (label_width_ == 0) label_width_ = layout_ == DotLayout::ranked ? ranked_label_width : line_label_width;
  }

  void write() {
    write_head();
    if (layout_ == DotLayout::ranked) write_ranks();
    if (layout_ == DotLayout::placed)
      write_placed_works();
    else
      write_works();
    write_citations();
    out_ << "}\n";
  }

 private:
  void write_head();
  void write_works();
  void write_ranks();
  void write_placed_works();
  void write_citations();
  std::vector<bool> choose_labelled() const;

  std::ostream& out_;
  const Graph& graph_;
  const DotOptions& options_;
  std::vector<dot::Band> bands_;
  DotLayout layout_;
  std::size_t label_width_;
};

void DotWriter::write_head() {
  if (layout_ == DotLayout::placed) out_ << "// Every work has its place: draw with dot, or neato -n2.\n";
  out_ << "digraph \"citations\" {\n";
  if (layout_ == DotLayout::ranked)
    out_ << R"(  graph [rankdir="BT", newrank="true", ranksep="0.2", nodesep="0.05", outputorder="edgesfirst"];)"
         << '\n';
  if (layout_ == DotLayout::placed)
    out_ << R"(  graph [layout="nop2", splines="line", outputorder="edgesfirst"];)" << '\n';
  out_ << R"(  node [shape="box", style="rounded,filled", fillcolor="#eaf1f8", color="#4a6a8a", fontname="Helvetica",)"
       << R"( fontsize="10", margin="0.08,0.04", width="0.3", height="0.3"];)" << '\n'
       << R"(  edge [color="#4a6a8a90", arrowsize="0.5"];)" << '\n';
}

void DotWriter::write_works() {
  for (Vertex v = 0; v < graph_.vertex_count(); ++v) {
    const std::size_t mentions = graph_.role(v) == VertexRole::paper ? 3 : dot::mention_count(graph_, v);
    const std::size_t font_size = 9 + std::min<std::size_t>(7, 2 * mentions);
    out_ << "  " << work_node(v) << " [label=" << dot::quote(dot::work_label(graph_, v, label_width_))
         << ", fontsize=\"" << std::to_string(font_size) << "\", " << dot::work_style(graph_, v) << "];\n";
  }
}

// A chain of years, with the works of each on its rank. It comes first, which puts the years on the left.
void DotWriter::write_ranks() {
  for (std::size_t b = 0; b < bands_.size(); ++b) {
    out_ << R"(  {rank="same"; )" << band_node(b) << R"( [shape="plaintext", style="", fontsize="12", label=)"
         << dot::quote(bands_[b].name) << "];";
    for (const Vertex v : bands_[b].vertices) out_ << ' ' << work_node(v) << ';';
    out_ << "}\n";
    if (b > 0) out_ << "  " << band_node(b) << " -> " << band_node(b - 1) << " [style=\"invis\"];\n";
  }
}

void DotWriter::write_placed_works() {
  const std::vector<bool> labelled = choose_labelled();
  std::vector<std::string> looks;
  std::vector<dot::Size> sizes;
  for (Vertex v = 0; v < graph_.vertex_count(); ++v) {
    if (labelled[v]) {
      const std::string label = dot::wrapped(dot::work_label(graph_, v, label_width_), label_width_, 1);
      looks.push_back("label=" + dot::quote(label));
      // A character of Helvetica at 10 points is 5.5 points wide in the mean.
      sizes.push_back({14 + 6 * static_cast<std::int64_t>(text::count_code_points(label)), 22});
    } else {
      // A dot whose area grows with the citations.
      const double citations = static_cast<double>(graph_.citing(v).size());
      const auto diameter = std::clamp<std::int64_t>(std::llround(6 * std::sqrt(citations + 1)), 6, 44);
      const std::string inches = '"' + dot::decimal(static_cast<std::size_t>(diameter) * 1000 / 72, 3) + '"';
      std::string& look = looks.emplace_back(R"(label="", shape="circle", fixedsize="true", width=)");
      look.append(inches).append(", height=").append(inches);
      sizes.push_back({diameter, diameter});
    }
  }
  const dot::Timeline timeline = dot::place_on_timeline(graph_, bands_, sizes);
  const auto pos = [](dot::Point p) { return "pos=\"" + std::to_string(p.x) + ',' + std::to_string(p.y) + '"'; };
  for (Vertex v = 0; v < graph_.vertex_count(); ++v)
    out_ << "  " << work_node(v) << " [" << looks[v] << ", " << pos(timeline.works[v]) << ", "
         << dot::work_style(graph_, v) << "];\n";
  for (std::size_t b = 0; b < bands_.size(); ++b)
    out_ << "  " << band_node(b) << R"( [shape="plaintext", style="", fontsize="14", label=)"
         << dot::quote(bands_[b].name) << ", " << pos(timeline.bands[b]) << "];\n";
}

// The papers, then the most cited works, then the most often mentioned ones.
std::vector<bool> DotWriter::choose_labelled() const {
  const std::size_t count = graph_.vertex_count();
  std::vector<Vertex> order(count);
  std::iota(order.begin(), order.end(), Vertex{0});
  std::vector<std::tuple<bool, std::size_t, std::size_t>> weight;
  for (Vertex v = 0; v < count; ++v)
    weight.emplace_back(graph_.role(v) == VertexRole::paper, graph_.citing(v).size(), dot::mention_count(graph_, v));
  std::stable_sort(order.begin(), order.end(), [&](Vertex a, Vertex b) { return weight[a] > weight[b]; });
  std::vector<bool> labelled(count, false);
  for (std::size_t i = 0; i < std::min(count, options_.labelled); ++i) labelled[order[i]] = true;
  return labelled;
}

void DotWriter::write_citations() {
  std::vector<std::size_t> band_of(graph_.vertex_count());
  for (std::size_t b = 0; b < bands_.size(); ++b)
    for (const Vertex v : bands_[b].vertices) band_of[v] = b;
  for (Vertex v = 0; v < graph_.vertex_count(); ++v) {
    for (const Vertex cited : graph_.cited(v)) {
      out_ << "  " << work_node(v) << " -> " << work_node(cited) << " [" << dot::citation_style(graph_, {v, cited});
      // Citations against time must not bend the ranks.
      if (layout_ == DotLayout::ranked && band_of[v] <= band_of[cited]) out_ << ", constraint=\"false\"";
      out_ << "];\n";
    }
  }
}

}  // namespace

void write_dot(std::ostream& out, const Graph& graph, const DotOptions& options) {
  DotWriter(out, graph, options).write();
}

}  // namespace citegraph
