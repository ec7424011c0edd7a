// BibTeX from bytes: to raw entries with their places, and to works with LaTeX decoded and names divided.
//
//     bench_bibtex                                 bytes per second of both stages
//     bench_bibtex --write FILE MEGABYTES          the same generated bibliography as a file, for other programs
//     bench_bibtex --memory FILE whole|streamed    memory at the most against the size of the file
#include <benchmark/benchmark.h>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <sys/resource.h>

#include <citegraph/bibliography.hpp>
#include <citegraph/raw_bibtex.hpp>

#include "dice.hpp"

namespace {

using citegraph::bench::Dice;

constexpr std::string_view families[] = {"Alder",   "Brandt",         "M{\\\"u}ller", "Okafor",
                                         "Silva",   "Ivanova",        "Tanaka",       "van den Berg",
                                         "O'Neill", "Garc{\\'i}a M.", "Nov{\\'a}k"};
constexpr std::string_view givens[] = {"Anna", "B. C.", "Jan", "Chi Wai", "Maria J.", "D.", "Erik"};
constexpr std::string_view words[] = {
    "tides",  "estimation", "of",      "the",      "{DNA}", "networks", "under",  "bounded",  "uncertainty", "river",
    "deltas", "and",        "climate", "analysis", "for",   "large",    "graphs", "spectral", "{B}ayesian",  "models"};
constexpr std::string_view journals[] = {"Journal of Coastal Research", "Annals of Graph Theory", "River Letters",
                                         "Proc.\\ of the Society for Measurement"};
constexpr std::string_view months[] = {"jan", "mar", "jun", "sep", "dec"};

// About 500 bytes an entry, as reference managers write them; every third with an abstract line.
std::string make_bibliography(std::size_t bytes) {
  Dice dice;
  std::string out;
  out.reserve(bytes + 2000);
  for (std::size_t n = 0; out.size() < bytes; ++n) {
    const bool article = dice.below(3) != 0;
    out += article ? "@article{k" : "@inproceedings{k";
    out += std::to_string(n) + ",\n  author = {";
    for (std::uint32_t i = 0, count = 1 + dice.below(4); i <= count; ++i) {
      if (i > 0) out += " and ";
      out += std::string(dice.of(families)) + ", " + std::string(dice.of(givens));
    }
    out += "},\n  title = {";
    for (std::uint32_t i = 0, count = 6 + dice.below(8); i < count; ++i)
      out += (i > 0 ? " " : "") + std::string(dice.of(words));
    out += "},\n  ";
    out += article ? "journal = {" : "booktitle = {";
    out += std::string(dice.of(journals)) + "},\n  year = " + std::to_string(1950 + dice.below(75)) + ",\n  month = ";
    out += std::string(dice.of(months)) + ",\n  volume = {" + std::to_string(1 + dice.below(90)) + "},\n  number = {";
    out += std::to_string(1 + dice.below(12)) + "},\n  pages = {" + std::to_string(100 + n % 900) + "--" +
           std::to_string(1000 + n % 900);
    out += "},\n  doi = {10.1000/j." + std::to_string(n) + "},\n  url = {https://example.org/articles/" +
           std::to_string(n) + "},\n";
    if (n % 3 == 0) {
      out += "  abstract = {";
      for (std::uint32_t i = 0; i < 40; ++i) out += (i > 0 ? " " : "") + std::string(dice.of(words));
      out += "},\n";
    }
    out += "}\n\n";
  }
  return out;
}

const std::string& sample() {
  static const std::string text = make_bibliography(8 << 20);
  return text;
}

void raw_entries(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(citegraph::parse_raw_bibtex(sample()));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * sample().size()));
}
BENCHMARK(raw_entries)->Unit(benchmark::kMillisecond);

void works(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(citegraph::parse_bibliography(sample(), "a.bib"));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * sample().size()));
}
BENCHMARK(works)->Unit(benchmark::kMillisecond);

void print_memory(const std::string& path, bool streamed) {
  std::size_t entries = 0;
  if (streamed)
    (void)citegraph::read_bibliography(path, [&](citegraph::BibliographyEntry&&) { ++entries; });
  else
    entries = citegraph::read_bibliography(path).entries.size();
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto peak = static_cast<double>(usage.ru_maxrss) * 1024;
  std::cout << entries << " entries, " << peak / 1e6 << " MB at the most, "
            << peak / static_cast<double>(std::filesystem::file_size(path)) << " times the file\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 4 && std::string_view(argv[1]) == "--write") {
    std::ofstream(argv[2]) << make_bibliography(std::stoul(argv[3]) << 20U);
    return 0;
  }
  if (argc == 4 && std::string_view(argv[1]) == "--memory") {
    print_memory(argv[2], std::string_view(argv[3]) == "streamed");
    return 0;
  }
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
