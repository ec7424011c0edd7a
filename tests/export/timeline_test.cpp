#include "export/timeline.hpp"

#include <cstdlib>
#include <gtest/gtest.h>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "graph/paper_maker.hpp"

namespace citegraph::dot {
namespace {

Graph random_graph(std::size_t works, unsigned seed) {
  std::mt19937 random(seed);
  GraphBuilder builder;
  std::vector<WorkId> ids;
  for (std::size_t i = 0; i < works; ++i) {
    const int year = random() % 10 == 0 ? 0 : 1950 + static_cast<int>(random() % 30);
    ids.push_back(builder.add(test::make_work("Ash", "Work " + std::to_string(i), year)));
    for (int c = 0; i > 0 && c < 3; ++c) builder.cite(ids[i], ids[random() % i]);
  }
  return std::move(builder).build();
}

TEST(Timeline, bands_follow_the_years_then_the_undated_works_then_the_papers) {
  test::PaperMaker maker("a.md", "Rivers");
  maker.entry("Ash", "Nile", 1990);
  maker.entry("Oak", "Ob", -30);
  maker.entry("Elm", "Volga", 0);
  maker.entry("Fir", "Don", 1990);
  GraphBuilder builder;
  builder.add(maker.paper());
  std::string names;
  for (const Band& band : bands_of(std::move(builder).build()))
    names += band.name + ':' + std::to_string(band.vertices.size()) + ' ';
  EXPECT_EQ(names, "-30:1 1990:2 n.d.:1 :1 ");
}

TEST(Timeline, boxes_do_not_overlap_and_years_run_downwards) {
  for (unsigned seed = 0; seed < 20; ++seed) {
    const Graph graph = random_graph(20 * (seed + 1), seed);
    const std::vector<Band> bands = bands_of(graph);
    std::mt19937 random(seed);
    std::vector<Size> sizes;
    for (Vertex v = 0; v < graph.vertex_count(); ++v)
      sizes.push_back({static_cast<std::int64_t>(6 + random() % 200), static_cast<std::int64_t>(6 + random() % 40)});
    const Timeline timeline = place_on_timeline(graph, bands, sizes);
    for (Vertex a = 0; a < graph.vertex_count(); ++a) {
      for (Vertex b = 0; b < a; ++b) {
        const std::int64_t apart_x = 2 * std::abs(timeline.works[a].x - timeline.works[b].x);
        const std::int64_t apart_y = 2 * std::abs(timeline.works[a].y - timeline.works[b].y);
        EXPECT_TRUE(apart_x >= sizes[a].width + sizes[b].width || apart_y >= sizes[a].height + sizes[b].height)
            << seed << ": " << a << " on " << b;
      }
    }
    ASSERT_EQ(timeline.bands.size(), bands.size());
    for (std::size_t b = 1; b < bands.size(); ++b)
      for (const Vertex above : bands[b - 1].vertices)
        for (const Vertex below : bands[b].vertices) EXPECT_GT(timeline.works[above].y, timeline.works[below].y);
  }
}

TEST(Timeline, a_work_stands_above_the_paper_that_cites_it) {
  GraphBuilder builder;
  std::vector<WorkId> papers;
  for (int p = 0; p < 10; ++p) papers.push_back(builder.add(test::make_work("P", "Paper " + std::to_string(p), 2000)));
  for (int w = 0; w < 40; ++w)
    builder.cite(papers[static_cast<std::size_t>(w % 10)],
                 builder.add(test::make_work("W", "Work " + std::to_string(w), 1990 + w % 4)));
  const Graph graph = std::move(builder).build();
  const Timeline timeline =
      place_on_timeline(graph, bands_of(graph), std::vector<Size>(graph.vertex_count(), Size{50, 20}));
  for (Vertex v = 0; v < graph.vertex_count(); ++v)
    for (const Vertex cited : graph.cited(v))
      EXPECT_LE(std::abs(timeline.works[v].x - timeline.works[cited].x), 120) << v << ' ' << cited;
}

}  // namespace
}  // namespace citegraph::dot
