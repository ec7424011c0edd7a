#include <exception>
#include <iostream>
#include <utility>

#include <citegraph/bibliography.hpp>
#include <citegraph/dot.hpp>
#include <citegraph/gexf.hpp>
#include <citegraph/graph.hpp>
#include <citegraph/graph_bibtex.hpp>
#include <citegraph/graphml.hpp>
#include <citegraph/json.hpp>

#include "commands.hpp"
#include "links.hpp"
#include "papers.hpp"
#include "summary.hpp"
#include "terminal.hpp"

namespace command {
namespace {

citegraph::Graph build_graph(std::span<const citegraph::Paper> papers) {
  citegraph::GraphBuilder builder;
  for (const citegraph::Paper& paper : papers) builder.add(paper);
  return std::move(builder).build();
}

void write_as(const std::string& format, std::ostream& out, std::span<const citegraph::Paper> papers,
              const citegraph::Graph& graph, const PaperOptions& options) {
  citegraph::JsonOptions json;
  json.explanations = options.explain;
  json.contexts = options.contexts;
  if (format == "json") return citegraph::write_json(out, papers, json);
  if (format == "jsonl") {
    for (const citegraph::Paper& paper : papers) citegraph::write_json_line(out, paper, json);
    return;
  }
  if (const auto bibliography = citegraph::parse_bibliography_format(format))
    return citegraph::write_bibliography(out, citegraph::selected_works(graph), *bibliography);
  if (format == "dot") return citegraph::write_dot(out, graph);
  if (format == "graphml") return citegraph::write_graphml(out, graph);
  if (format == "gexf") return citegraph::write_gexf(out, graph);
  print_summary(out, papers, graph);
  if (options.explain) print_explanations(out, papers);
  if (options.contexts) print_contexts(out, papers);
}

}  // namespace

const std::vector<std::string>& read_formats() {
  static const std::vector<std::string> formats =
      with_bibliographies({"text", "json", "jsonl", "dot", "graphml", "gexf"});
  return formats;
}

int run_read(const PaperOptions& options) {
  const ReadPapers read = read_all(options);
  if (read.papers.empty() && read.failed) return exit_failure;
  const citegraph::Graph graph = build_graph(read.papers);
  bool failed = read.failed;
  for (const Output& output : options.outputs) {
    try {
      write_output(output, [&](std::ostream& out) { write_as(output.format, out, read.papers, graph, options); });
    } catch (const InputOutputError& error) {
      std::cerr << "citegraph: " << printable(error.what()) << '\n';
      failed = true;
    }
  }
  return failed ? exit_failure : exit_clean;
}

}  // namespace command
