#include "records.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <iostream>
#include <string_view>

#include <citegraph/error.hpp>
#include <citegraph/record_linker.hpp>
#include <citegraph/records.hpp>

#include "terminal.hpp"

namespace command {
namespace {

constexpr std::array<std::string_view, 6> endings = {".jsonl", ".ndjson", ".csv", ".tsv", ".edges", ".graphml"};

// Of one file; what is wrong with the rest is only counted.
constexpr int most_findings = 20;

bool is_graphml(std::string_view name) { return name.ends_with(".graphml") || name.ends_with(".graphml.gz"); }

void add_file(const std::string& path, citegraph::RecordLinker& linker) {
  int told = 0;
  citegraph::RecordOptions options;
  options.report = [&told](const citegraph::Diagnostic& finding) {
    if (++told > most_findings) return;
    std::cerr << printable(fmt::format("{}:{}:{}: {}[{}]: {}", finding.path, finding.line, finding.column,
                                       citegraph::to_string(finding.severity), finding.code, finding.message))
              << '\n';
  };
  const citegraph::RecordCounts counts = citegraph::read_records(
      path, [&](const citegraph::WorkRecord& record) { linker.add(record); }, options);
  if (told > most_findings)
    std::cerr << fmt::format("citegraph: {}: {} lines, nodes or edges could not be read\n", printable(path),
                             counts.skipped);
}

}  // namespace

bool holds_records(const std::string& path) {
  std::string_view name = path;
  if (name.ends_with(".gz")) name.remove_suffix(3);
  return std::any_of(endings.begin(), endings.end(),
                     [name](std::string_view ending) { return name.ends_with(ending); });
}

std::size_t add_records(const std::vector<std::string>& paths, citegraph::GraphBuilder& builder) {
  citegraph::RecordLinker databases(builder);
  std::size_t failed = 0;
  for (const std::string& path : paths) {
    // The nodes of a graph are named for this file only: "n0" of another one is another work.
    citegraph::RecordLinker graph(builder);
    try {
      add_file(path, is_graphml(path) ? graph : databases);
    } catch (const citegraph::Error& error) {
      std::cerr << "citegraph: " << printable(error.what()) << '\n';
      ++failed;
    }
    graph.finish();
  }
  databases.finish();
  return failed;
}

}  // namespace command
