#include "records.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <iostream>
#include <string_view>

#include <citegraph/error.hpp>
#include <citegraph/record_linker.hpp>
#include <citegraph/records.hpp>
#include <citegraph/store_builder.hpp>

#include "commands.hpp"
#include "output.hpp"
#include "terminal.hpp"

namespace command {
namespace {

constexpr std::array<std::string_view, 6> endings = {".jsonl", ".ndjson", ".csv", ".tsv", ".edges", ".graphml"};

// Of one file; what is wrong with the rest is only counted.
constexpr int most_findings = 20;

bool is_graphml(std::string_view name) { return name.ends_with(".graphml") || name.ends_with(".graphml.gz"); }

void read_file(const std::string& path, const citegraph::RecordSink& sink) {
  int told = 0;
  citegraph::RecordOptions options;
  options.report = [&told](const citegraph::Diagnostic& finding) {
    if (++told > most_findings) return;
    std::cerr << printable(fmt::format("{}:{}:{}: {}[{}]: {}", finding.path, finding.line, finding.column,
                                       citegraph::to_string(finding.severity), finding.code, finding.message))
              << '\n';
  };
  const citegraph::RecordCounts counts = citegraph::read_records(path, sink, options);
  if (told > most_findings)
    std::cerr << fmt::format("citegraph: {}: {} lines, nodes or edges could not be read\n", printable(path),
                             counts.skipped);
}

// False where the file cannot be read, or not to its end; what could be read was handed over.
bool try_file(const std::string& path, const citegraph::RecordSink& sink) {
  try {
    read_file(path, sink);
    return true;
  } catch (const citegraph::Error& error) {
    std::cerr << "citegraph: " << printable(error.what()) << '\n';
    return false;
  }
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
    citegraph::RecordLinker& linker = is_graphml(path) ? graph : databases;
    failed += try_file(path, [&](const citegraph::WorkRecord& record) { linker.add(record); }) ? 0 : 1;
    graph.finish();
  }
  databases.finish();
  return failed;
}

int build_bulk_store(const std::vector<std::string>& paths, const BulkOptions& options) {
  for (const std::string& path : paths) {
    if (!holds_records(path))
      throw UsageError(fmt::format("{}: --bulk takes records of databases only", printable(path)));
    if (is_graphml(path) && paths.size() > 1)
      throw UsageError(fmt::format("{}: --bulk takes one graph in GraphML alone, whose nodes have names of their own",
                                   printable(path)));
  }
  std::size_t failed = 0;
  try {
    citegraph::StoreBuilder builder({.memory = options.megabytes << 20U, .directory = {}});
    for (const std::string& path : paths)
      failed += try_file(path, [&](const citegraph::WorkRecord& record) { builder.add(record); }) ? 0 : 1;
    if (builder.work_count() == 0 && failed > 0) return exit_failure;
    write_output({"store", options.store}, [&](std::ostream& out) { builder.finish(out); });
    std::cout << fmt::format("{} works, {} citations\n", builder.work_count(), builder.citation_count());
  } catch (const citegraph::Error& error) {  // of temporary files
    throw InputOutputError(error.what());
  }
  return failed > 0 ? exit_failure : exit_clean;
}

}  // namespace command
