// What the library promises to programs with many threads: parsing shares nothing, const is safe, the number of threads
// changes nothing. ThreadSanitizer (preset tsan) sees the races that equal results do not show.
#include <algorithm>
#include <fstream>
#include <functional>
#include <gtest/gtest.h>
#include <iterator>
#include <sstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "citegraph/citegraph.hpp"

namespace citegraph {
namespace {

constexpr unsigned thread_count = 8;
const std::string data = std::string(CITEGRAPH_SOURCE_DIR) + "/data/";

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// What `run` gives in each of several threads at once.
std::vector<std::string> in_threads(const std::function<std::string()>& run) {
  std::vector<std::string> results(thread_count);
  std::vector<std::thread> threads;
  threads.reserve(thread_count);
  for (std::string& result : results) threads.emplace_back([&result, &run] { result = run(); });
  for (std::thread& thread : threads) thread.join();
  return results;
}

void expect_the_same_in_threads(const std::function<std::string()>& run) {
  const std::vector<std::string> results = in_threads(run);  // first, so that nothing is warm yet
  const std::string alone = run();
  EXPECT_FALSE(alone.empty());
  for (const std::string& result : results) EXPECT_EQ(result, alone);
}

std::string json_of(const Paper& paper) {
  std::ostringstream out;
  write_json_line(out, paper);
  return out.str();
}

Graph sample_graph() {
  GraphBuilder builder;
  builder.add(read_paper(data + "sample-paper.md"));
  builder.add(read_paper(data + "sample-article.xml"));
  return std::move(builder).build();
}

TEST(Threads, ParseTheSamePaperInEveryFormat) {
  const std::pair<const char*, Format> cases[] = {{"sample-paper.md", Format::markdown},
                                                  {"sample-paper.md", Format::plain_text},
                                                  {"sample-article.xml", Format::jats}};
  for (const auto& [file, format] : cases) {
    const std::string bytes = read(data + file);
    ReadOptions options;
    options.format = format;
    expect_the_same_in_threads([&] { return json_of(parse_paper(bytes, "paper", options)); });
  }
}

TEST(Threads, ParseReferencesNamesAndDates) {
  std::istringstream list(read(data + "references/apa-english.txt"));
  std::vector<std::string> lines;
  for (std::string line; std::getline(list, line);) lines.push_back(line);
  expect_the_same_in_threads([&] {
    std::ostringstream out;
    for (const std::string& line : lines) {
      write_json_line(out, line, parse_reference(line));
      for (const Name& name : parse_names(line).names) out << to_string(name);
      if (const auto date = parse_date(line)) out << to_string(*date);
      out << find_identifiers(line).size();
    }
    return out.str();
  });
}

TEST(Threads, ReadOnePaper) {
  const Paper paper = read_paper(data + "sample-paper.md");
  expect_the_same_in_threads([&] {
    const Paper copy = paper;
    std::ostringstream out;
    out << json_of(paper) << json_of(copy);
    for (std::uint32_t at = 0; at < paper.document.source.size(); at += 97)
      out << paper.document.line_column(at).second << paper.document.section_at(at);
    return out.str();
  });
}

TEST(Threads, ReadOneGraph) {
  const Graph graph = sample_graph();
  expect_the_same_in_threads([&] {
    const Graph copy = graph;
    std::ostringstream out;
    write_dot(out, graph);
    write_bibtex(out, copy, {}, {.papers = true, .missing = true});
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
      out << graph.citing(v).size() << graph.variants(v).size() << graph.find(graph[v].key).value_or(0);
      for (const Vertex cited : graph.cited(v)) out << graph[Edge{v, cited}].mentions.size();
    }
    return out.str();
  });
}

TEST(Threads, BuildGraphsSideBySide) {
  const Paper paper = read_paper(data + "sample-paper.md");
  expect_the_same_in_threads([&] {
    GraphBuilder builder;
    builder.add(paper);
    std::ostringstream out;
    write_dot(out, std::move(builder).build());
    return out.str();
  });
}

TEST(Threads, AnyNumberReadsFilesAlike) {
  const std::vector<std::string> kinds = {data + "sample-paper.md", data + "sample-article.xml", data + "not-there.md",
                                          data + "references/apa-english.txt"};
  std::vector<std::string> paths;
  for (int i = 0; i < 6; ++i) paths.insert(paths.end(), kinds.begin(), kinds.end());
  const auto read_with = [&](unsigned threads) {
    ReadOptions options;
    options.threads = threads;
    std::string all;
    read_papers(paths, options, [&](const std::string& path, const Paper* paper, const Error* error) {
      all += path + (paper != nullptr ? json_of(*paper) : std::string(error->what()));
    });
    return all;
  };
  EXPECT_EQ(read_with(thread_count), read_with(1));
}

}  // namespace
}  // namespace citegraph
