// Works of OpenAlex, one JSON object a line, from the file to records: bytes per second, with the peak of memory for
// files of different size.
//
//     bench_records
#include <benchmark/benchmark.h>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <sys/resource.h>

#include <citegraph/records.hpp>

#include "dice.hpp"

namespace {

using citegraph::bench::Dice;

std::string openalex(char kind, std::uint64_t number) {
  return std::string("\"https://openalex.org/") + kind + std::to_string(number) + '"';
}

// The members of a work of OpenAlex, in their order and of their usual size: 30 references, three authors with their
// institutions, concepts, and the abstract as an index of words.
void append_work(std::string& out, std::uint64_t n, Dice& dice) {
  const std::string doi = "https://doi.org/10.5555/rec." + std::to_string(n);
  out += "{\"id\":" + openalex('W', n) + ",\"doi\":\"" + doi + "\",\"title\":\"Tides and deltas of river " +
         std::to_string(n) + ": a study of <i>sediment</i> transport\"" +
         ",\"display_name\":\"Tides and deltas\",\"publication_year\":" + std::to_string(1980 + n % 40) +
         ",\"publication_date\":\"" + std::to_string(1980 + n % 40) +
         "-05-17\",\"ids\":{\"openalex\":" + openalex('W', n) + ",\"doi\":\"" + doi +
         "\"},\"language\":\"en\",\"primary_location\":{\"is_oa\":false," + "\"landing_page_url\":\"" + doi +
         "\",\"pdf_url\":null,\"source\":{\"id\":" + openalex('S', n % 900) +
         ",\"display_name\":\"Journal of Coastal Research\",\"issn_l\":\"0749-0208\",\"issn\":[\"0749-0208\"]," +
         "\"host_organization_name\":\"Coastal Press\",\"type\":\"journal\"}},\"type\":\"article\",\"authorships\":[";
  for (int a = 0; a < 3; ++a) {
    if (a > 0) out += ',';
    out += "{\"author_position\":\"middle\",\"author\":{\"id\":" + openalex('A', dice.below(1000000)) +
           ",\"display_name\":\"Maria J. Alder\",\"orcid\":null},\"institutions\":[{\"id\":" +
           openalex('I', dice.below(90000)) +
           ",\"display_name\":\"University of the Coast\",\"ror\":\"https://ror.org/03yrm5c26\",\"country_code\":"
           "\"NO\",\"type\":\"education\"}],\"raw_author_name\":\"M. J. Alder\",\"raw_affiliation_strings\":"
           "[\"Department of Rivers, University of the Coast, Bergen\"]}";
  }
  out += "],\"biblio\":{\"volume\":\"12\",\"issue\":\"3\",\"first_page\":\"145\",\"last_page\":\"168\"},\"concepts\":[";
  for (int c = 0; c < 12; ++c)
    out += (c > 0 ? ",{\"id\":" : "{\"id\":") + openalex('C', dice.below(60000)) +
           ",\"wikidata\":\"https://www.wikidata.org/wiki/Q413\",\"display_name\":\"Sedimentology\",\"level\":2,"
           "\"score\":0.4213}";
  out += "],\"referenced_works\":[";
  for (int r = 0; r < 30; ++r) out += (r > 0 ? "," : "") + openalex('W', dice.below(250000000));
  out += "],\"abstract_inverted_index\":{";
  for (int w = 0; w < 150; ++w)
    out += (w > 0 ? ",\"word" : "\"word") + std::to_string(w) + "\":[" + std::to_string(w) + ',' +
           std::to_string(w + 150) + ']';
  out += "},\"cited_by_count\":" + std::to_string(dice.below(500)) + "}\n";
}

class SampleFile {
 public:
  explicit SampleFile(std::size_t bytes) : path_(std::filesystem::temp_directory_path() / "citegraph_records.jsonl") {
    std::ofstream out(path_, std::ios::binary);
    Dice dice;
    std::string line;
    for (std::uint64_t n = 0; size_ < bytes; ++n) {
      line.clear();
      append_work(line, n, dice);
      out << line;
      size_ += line.size();
    }
  }
  SampleFile(const SampleFile&) = delete;
  SampleFile& operator=(const SampleFile&) = delete;
  ~SampleFile() { std::filesystem::remove(path_); }

  [[nodiscard]] std::string path() const { return path_.string(); }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  std::filesystem::path path_;
  std::size_t size_ = 0;
};

void open_alex(benchmark::State& state) {
  const SampleFile file(static_cast<std::size_t>(state.range(0)) << 20U);
  std::uint64_t works = 0;
  std::uint64_t citations = 0;
  for (auto _ : state) {
    const citegraph::RecordCounts counts = citegraph::read_records(
        file.path(), [&](const citegraph::WorkRecord& record) { citations += record.cited.size(); });
    works += counts.records;
  }
  benchmark::DoNotOptimize(citations);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  state.SetBytesProcessed(static_cast<std::int64_t>(file.size()) * state.iterations());
  state.SetItemsProcessed(static_cast<std::int64_t>(works));
  state.counters["peak_MB"] = static_cast<double>(usage.ru_maxrss) / 1024;
}
BENCHMARK(open_alex)->Arg(10)->Arg(100)->Arg(1000)->Unit(benchmark::kMillisecond);

}  // namespace
