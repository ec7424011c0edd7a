// How many reference strings are read in a second:
//
//     cmake --preset release && cmake --build --preset release --target bench_reference && bench_reference
//
// The references are the lists of data/references, in nine styles and six languages. `read` goes from the string to the
// work with confidences, with the threads told; `labels` stops at the labelled spans with their confidences;
// `long_string` is one "reference" of the length told, whose time grows with the length; `load` is what starting costs:
// reading, checking and preparing a model.
#include <algorithm>
#include <atomic>
#include <benchmark/benchmark.h>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "citegraph/model.hpp"
#include "citegraph/reference.hpp"

#include "reference/labeller.hpp"

namespace {

using namespace citegraph;

std::vector<std::string> read_lists() {
  namespace fs = std::filesystem;
  std::vector<fs::path> paths;
  for (const fs::directory_entry& entry : fs::directory_iterator(CITEGRAPH_SOURCE_DIR "/data/references"))
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> lines;
  for (const fs::path& path : paths) {
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);)
      if (line.size() > 30) lines.push_back(line);
  }
  return lines;
}

const std::vector<std::string>& references() {
  static const std::vector<std::string> lines = read_lists();
  return lines;
}

constexpr std::size_t passes = 16;  // over the references, so that starting a thread is a small part

void read_all(std::atomic<std::size_t>& next) {
  const std::vector<std::string>& lines = references();
  for (std::size_t i = next++; i < passes * lines.size(); i = next++)
    benchmark::DoNotOptimize(parse_reference(lines[i % lines.size()]));
}

void read(benchmark::State& state) {
  benchmark::DoNotOptimize(parse_reference(references().front()));
  for (auto _ : state) {
    std::atomic<std::size_t> next{0};
    std::vector<std::thread> others;
    for (std::int64_t t = 1; t < state.range(0); ++t) others.emplace_back([&] { read_all(next); });
    read_all(next);
    for (std::thread& other : others) other.join();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(passes * references().size()));
}
BENCHMARK(read)->ArgName("threads")->Arg(1)->Arg(2)->UseRealTime();

void labels(benchmark::State& state) {
  const reference::Labeller& labeller = reference::labeller_for(reference::Emphasis::absent, {});
  for (auto _ : state)
    for (const std::string& line : references()) benchmark::DoNotOptimize(labeller.label(line, {}));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(references().size()));
}
BENCHMARK(labels);

void long_string(benchmark::State& state) {
  std::string text;
  while (text.size() < static_cast<std::size_t>(state.range(0)))
    text += references()[text.size() % references().size()] + ' ';
  for (auto _ : state) benchmark::DoNotOptimize(parse_reference(text));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(long_string)->ArgName("bytes")->Arg(1 << 14)->Arg(1 << 17)->Arg(1 << 20)->Unit(benchmark::kMillisecond);

void load(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Model::load(CITEGRAPH_SOURCE_DIR "/data/models/references.model"));
}
BENCHMARK(load)->Unit(benchmark::kMillisecond);

}  // namespace
