// How long a paper takes from bytes to links, and the share of each stage:
//
//     cmake --preset release && cmake --build --preset release --target bench_paper && bench_paper
//
// The paper has 60 kB and 60 references: the body of data/sample-paper.md, sentences that cite the entries, and lists
// of data/references. `copies` is the paper as often in one text, its lists in one list; the time grows with the
// length. `sizes` are a list of 50,000 entries and 100,000 citations beside a tenth of them.
#include <benchmark/benchmark.h>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "citegraph/paper.hpp"

namespace {

using namespace citegraph;

constexpr std::size_t body_size = 50000;

std::string read_file(const std::string& name) {
  std::ifstream file(CITEGRAPH_SOURCE_DIR "/data/" + name, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

std::vector<std::string> entries() {
  std::vector<std::string> lines;
  for (const char* name : {"apa-english", "harvard-english", "iso690-french", "mla-spanish", "abnt-portuguese"}) {
    std::istringstream file(read_file("references/" + std::string(name) + ".txt"));
    for (std::string line; std::getline(file, line) && lines.size() < 60;)
      if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

// "So it is (Borges, 1974)." of each entry.
std::string citing_sentences(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) {
    const std::string name = line.substr(0, line.find_first_of(",.("));
    const std::size_t year = line.find_first_of("12");
    text += "So it is, as others have shown (" + name + ", " + line.substr(std::min(year, line.size()), 4) + "). ";
  }
  return text + "\n\n";
}

std::string paper(std::size_t copies) {
  const std::string sample = read_file("sample-paper.md");
  const std::string body = sample.substr(0, sample.find("## References"));
  const std::vector<std::string> lines = entries();
  std::string text;
  for (std::size_t i = 0; i < copies; ++i) {
    const std::size_t end = text.size() + body_size;
    while (text.size() < end) text += body.substr(0, end - text.size());
    text += "\n\n" + citing_sentences(lines);
  }
  text += "\n\n## References\n\n";
  for (std::size_t i = 0; i < copies; ++i)
    for (const std::string& line : lines) text += line + "\n\n";
  return text;
}

void whole(benchmark::State& state) {
  const std::string bytes = paper(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(parse_paper(bytes, "paper.md"));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes.size()));
  state.counters["bytes"] = static_cast<double>(bytes.size());
}
BENCHMARK(whole)->ArgName("copies")->Arg(1)->Arg(10)->Arg(100)->Unit(benchmark::kMillisecond);

// A list of `entries`, and as many sentences as `citations` that cite them in turn.
void sizes(benchmark::State& state) {
  const auto count = [&](int i) { return static_cast<std::size_t>(state.range(i)); };
  const auto name = [](std::size_t i) {
    std::string letters = "Aster";
    for (int k = 0; k < 4; ++k, i /= 26) letters += static_cast<char>('a' + i % 26);
    return letters;
  };
  std::string bytes = "# Gardens\n\n";
  for (std::size_t i = 0; i < count(1); ++i)
    bytes += "So it is (" + name(i % count(0)) + ", " + std::to_string(1950 + i % count(0) % 70) +
             (i % 50 == 49 ? ").\n\n" : "). ");
  bytes += "\n\n## References\n\n";
  for (std::size_t i = 0; i < count(0); ++i)
    bytes += name(i) + ", P. (" + std::to_string(1950 + i % 70) + "). Gardens of the north, part " + std::to_string(i) +
             ". Green Journal, 3(2), 4-19.\n\n";
  std::size_t citations = 0;
  for (auto _ : state) citations = parse_paper(bytes, "paper.md").citations.size();
  state.counters["found"] = static_cast<double>(citations);
  state.counters["bytes"] = static_cast<double>(bytes.size());
}
BENCHMARK(sizes)
    ->ArgNames({"entries", "citations"})
    ->Args({5000, 1})
    ->Args({50000, 1})
    ->Args({100, 10000})
    ->Args({100, 100000})
    ->Unit(benchmark::kMillisecond);

void stage_document(benchmark::State& state) {
  const std::string bytes = paper(1);
  for (auto _ : state) benchmark::DoNotOptimize(parse_document(bytes, "paper.md"));
}
BENCHMARK(stage_document)->Unit(benchmark::kMillisecond);

void stage_references(benchmark::State& state) {
  const Document document = parse_document(paper(1), "paper.md");
  for (auto _ : state) benchmark::DoNotOptimize(find_references(document));
}
BENCHMARK(stage_references)->Unit(benchmark::kMillisecond);

void stage_citations(benchmark::State& state) {
  const Document document = parse_document(paper(1), "paper.md");
  const ReferenceLists references = find_references(document);
  for (auto _ : state) benchmark::DoNotOptimize(find_citations(document, references));
}
BENCHMARK(stage_citations)->Unit(benchmark::kMillisecond);

void stage_links(benchmark::State& state) {
  const Document document = parse_document(paper(1), "paper.md");
  const ReferenceLists references = find_references(document);
  const std::vector<Citation> found = find_citations(document, references);
  for (auto _ : state) {
    std::vector<Citation> citations = found;
    benchmark::DoNotOptimize(link_citations(document, references, citations));
  }
}
BENCHMARK(stage_links)->Unit(benchmark::kMillisecond);

}  // namespace
