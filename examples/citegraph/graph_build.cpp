#include "graph_build.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <optional>
#include <set>
#include <string_view>

#include <citegraph/paper.hpp>
#include <citegraph/store.hpp>

#include "input.hpp"
#include "interruption.hpp"
#include "progress.hpp"
#include "records.hpp"
#include "terminal.hpp"

namespace command {
namespace {

using citegraph::Graph;
using citegraph::WorkId;

bool is_store(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::array<char, 8> start{};
  return file.read(start.data(), start.size()) && std::string_view(start.data(), start.size()) == "CITEGRPH";
}

// Thrown through the reading of papers.
struct Interrupted {};

class Builder {
 public:
  Builder(const PaperOptions& papers, const BuildOptions& options) : papers_(papers), options_(options) {}

  BuiltGraph build();

 private:
  void sort_files();
  void add_store(const std::string& path);
  void read_files();
  void take(citegraph::Paper* paper, const citegraph::Error* error);
  void save();
  void decide();
  WorkId printed_at(const std::string& place) const;

  using Clock = std::chrono::steady_clock;

  const PaperOptions& papers_;
  const BuildOptions& options_;
  std::vector<std::string> stores_;
  std::vector<std::string> records_;
  std::vector<std::string> files_;
  std::set<std::string> known_;  // papers of the stores, by path
  citegraph::GraphBuilder builder_;
  BuiltGraph built_;
  std::optional<Progress> progress_;
  Clock::time_point saved_ = Clock::now();
  Clock::duration saving_{};  // how long it took last
};

void Builder::sort_files() {
  if (!options_.resume.empty() && std::filesystem::exists(options_.resume)) stores_.push_back(options_.resume);
  for (const std::string& file : papers_.files)
    (is_store(file) ? stores_ : holds_records(file) ? records_ : files_).push_back(file);
}

void Builder::add_store(const std::string& path) {
  try {
    const Graph graph = citegraph::open_store(path);
    for (const citegraph::Vertex v : graph.papers())
      for (const citegraph::Variant& variant : graph.variants(v))
        if (!variant.path.empty()) known_.insert(variant.path);
    builder_.add(graph);
    built_.papers += graph.papers().size();
  } catch (const citegraph::Error& error) {
    if (path == options_.resume) throw InputOutputError(error.what());
    take(nullptr, &error);
  }
}

void Builder::take(citegraph::Paper* paper, const citegraph::Error* error) {
  if (paper != nullptr) {
    builder_.add(*paper);  // papers go as soon as they are in the graph
    ++built_.papers;
  } else {
    if (progress_) progress_->clear();
    std::cerr << "citegraph: " << printable(error->what()) << '\n';
    ++built_.failed;
  }
  if (progress_) progress_->step();
}

// What has been read so far, as a store. Building goes on from it.
void Builder::save() {
  const Clock::time_point begin = Clock::now();
  const Graph graph = std::move(builder_).build();
  write_output({"store", options_.resume}, [&](std::ostream& out) { citegraph::write_store(out, graph); });
  builder_ = citegraph::GraphBuilder();
  builder_.add(graph);
  saved_ = Clock::now();
  saving_ = saved_ - begin;
}

void Builder::read_files() {
  std::erase_if(files_, [&](const std::string& file) { return known_.contains(file); });
  progress_.emplace(files_.size());
  if (files_ == std::vector<std::string>{"-"}) {
    citegraph::Paper paper =
        citegraph::parse_paper(read_standard_input(papers_.reading.limits.bytes), standard_input_name, papers_.reading);
    return take(&paper, nullptr);
  }
  if (options_.resume.empty()) {
    citegraph::read_papers(
        files_, papers_.reading,
        [&](const std::string&, citegraph::Paper* paper, const citegraph::Error* error) { take(paper, error); });
    return;
  }
  const InterruptNote note;
  try {
    citegraph::read_papers(
        files_, papers_.reading, [&](const std::string&, citegraph::Paper* paper, const citegraph::Error* error) {
          if (InterruptNote::interrupted()) throw Interrupted();
          take(paper, error);
          // Saving takes a twentieth of the time at the most.
          if (Clock::now() - saved_ > std::max<Clock::duration>(std::chrono::minutes(1), 20 * saving_)) save();
        });
  } catch (const Interrupted&) {  // what was read is saved as ever
  }
  save();
  built_.interrupted = InterruptNote::interrupted();
}

// "paper.md:74" or "paper.md:74:3".
WorkId Builder::printed_at(const std::string& place) const {
  std::vector<std::uint32_t> numbers;
  std::string path = place;
  while (numbers.size() < 2) {
    const std::size_t colon = path.rfind(':');
    std::uint32_t number = 0;
    const char* end = path.data() + path.size();
    if (colon == std::string::npos) break;
    const auto [stop, problem] = std::from_chars(path.data() + colon + 1, end, number);
    if (problem != std::errc() || stop != end || number == 0) break;
    numbers.insert(numbers.begin(), number);
    path.resize(colon);
  }
  if (numbers.empty()) throw UsageError(fmt::format("\"{}\" is no place: FILE:LINE or FILE:LINE:COLUMN", place));
  const std::optional<WorkId> work = builder_.find(path, numbers[0], numbers.size() > 1 ? numbers[1] : 0);
  if (!work) throw UsageError(fmt::format("{} prints no work that is in the graph", place));
  return *work;
}

void Builder::decide() {
  for (const auto& [a, b] : options_.together) builder_.join(printed_at(a), printed_at(b));
  for (const auto& [a, b] : options_.apart) builder_.keep_apart(printed_at(a), printed_at(b));
}

BuiltGraph Builder::build() {
  sort_files();
  const bool decides = !options_.together.empty() || !options_.apart.empty();
  if (stores_.size() == 1 && records_.empty() && files_.empty() && options_.resume.empty() &&
      !decides) {  // as it stands
    built_.graph = citegraph::open_store(stores_.front());
    built_.papers = built_.graph.papers().size();
    return std::move(built_);
  }
  for (const std::string& store : stores_) add_store(store);
  read_files();
  progress_.reset();
  if (built_.interrupted) return std::move(built_);
  decide();
  if (decides && !options_.resume.empty()) save();
  // Records are read anew each time: the store that is kept holds papers.
  if (!records_.empty()) built_.failed += add_records(records_, builder_);
  built_.graph = std::move(builder_).build();
  return std::move(built_);
}

}  // namespace

BuiltGraph build_graph(const PaperOptions& papers, const BuildOptions& options) {
  return Builder(papers, options).build();
}

}  // namespace command
