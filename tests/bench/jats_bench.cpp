// How many articles in JATS a second, from bytes to links, on one core:
//
//     cmake --preset release -DCITEGRAPH_BUILD_BENCHMARKS=ON && cmake --build --preset release --target bench_jats &&
//     bench_jats
//
// The article is as long as those of journals are, 100 kB: 60 entries with their fields tagged (`tagged`), or printed
// in `mixed-citation` without a field (`printed`), and 120 paragraphs with 120 citations that name their entry.
#include <benchmark/benchmark.h>
#include <string>

#include "citegraph/paper.hpp"

namespace {

using namespace citegraph;

constexpr int entry_count = 60;
constexpr int paragraph_count = 120;

std::string number(int i) { return std::to_string(i + 1); }

std::string tagged_entry(int i) {
  return "<ref id=\"B" + number(i) + "\"><label>" + number(i) +
         "</label><element-citation publication-type=\"journal\"><person-group "
         "person-group-type=\"author\"><name><surname>Aster" +
         std::string(1, static_cast<char>('a' + i % 26)) +
         "</surname><given-names>P.</given-names></name><name><surname>Lind</surname><given-names>Q. "
         "R.</given-names></name>"
         "</person-group><article-title>Gardens of the north, part " +
         number(i) + "</article-title><source>Green Journal</source><year>" + std::to_string(1960 + i) +
         "</year><volume>" + number(i) +
         "</volume><issue>2</issue><fpage>4</fpage><lpage>19</lpage><pub-id pub-id-type=\"doi\">10.1000/green." +
         number(i) + "</pub-id></element-citation></ref>\n";
}

std::string printed_entry(int i) {
  return "<ref id=\"B" + number(i) + "\"><label>" + number(i) + "</label><mixed-citation>Aster" +
         std::string(1, static_cast<char>('a' + i % 26)) + " P, Lind QR (" + std::to_string(1960 + i) +
         ") Gardens of the north, part " + number(i) + ". <italic>Green Journal</italic> " + number(i) +
         "(2): 4-19. doi: 10.1000/green." + number(i) + "</mixed-citation></ref>\n";
}

std::string article(std::string (*entry)(int)) {
  std::string xml =
      "<?xml version=\"1.0\"?><article xmlns:xlink=\"http://www.w3.org/1999/xlink\"><front><article-meta><title-group>"
      "<article-title>Gardens</article-title></title-group></article-meta></front><body>\n";
  for (int i = 0; i < paragraph_count; ++i) {
    if (i % 20 == 0) xml += "<sec><title>Part " + number(i / 20) + "</title>\n";
    xml += "<p>";
    for (int k = 0; k < 6; ++k)
      xml +=
          "In the <italic>gardens</italic> of the north the frost comes early, and what grows there has to be quick "
          "about it. ";
    const std::string cited = number(i % entry_count);
    xml += "So it is in every year [<xref ref-type=\"bibr\" rid=\"B" + cited + "\">" + cited + "</xref>].</p>\n";
    if (i % 20 == 19) xml += "</sec>\n";
  }
  xml += "</body><back><ref-list><title>References</title>\n";
  for (int i = 0; i < entry_count; ++i) xml += entry(i);
  return xml + "</ref-list></back></article>";
}

void read_articles(benchmark::State& state, std::string (*entry)(int)) {
  const std::string bytes = article(entry);
  std::size_t linked = 0;
  for (auto _ : state) linked = parse_paper(bytes, "article.xml").citations.size();
  state.SetItemsProcessed(state.iterations());
  state.counters["bytes"] = static_cast<double>(bytes.size());
  state.counters["citations"] = static_cast<double>(linked);
}
BENCHMARK_CAPTURE(read_articles, tagged, tagged_entry)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_articles, printed, printed_entry)->Unit(benchmark::kMillisecond);

}  // namespace
