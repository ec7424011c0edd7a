// `citegraph graph`: many papers as one graph, parts of it, and what can be counted in it.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <citegraph/traversal.hpp>

#include "commands.hpp"
#include "graph_build.hpp"
#include "records.hpp"

namespace command {

struct GraphCommand {
  PaperOptions papers;
  BuildOptions build;
  BulkOptions bulk;
  std::vector<std::string> to;

  // Which part of the graph; each narrows what the others leave. Works are named by key, DOI or words.
  std::vector<std::string> around;
  std::uint32_t depth = 1;
  std::vector<std::string> path;
  std::vector<std::string> between;
  std::vector<std::string> ancestors;
  citegraph::WorkFilter filter;
  std::vector<std::string> types;
  std::uint32_t community = 0;  // 1-based; 0: all
  bool listed_only = false;

  // What is counted.
  std::string rank;
  std::uint32_t top = 20;
  std::string cocited;
  std::string coupled;
  std::string main_path;
  std::string search = "global";
  std::string communities;  // by which method
  bool components = false;
  bool cited_years = false;
  std::uint32_t history = 0;
  bool explain = false;
};

// The subcommand with its options, which are stored in `command`.
CLI::App* add_graph(CLI::App& app, GraphCommand& command);

int run_graph(const GraphCommand& command);

}  // namespace command
