// citegraph: from scholarly documents to a graph of works and citations.
#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>
#include <map>
#include <new>
#include <string>
#include <vector>

#include <citegraph/model.hpp>

#include "commands.hpp"
#include "graph.hpp"
#include "terminal.hpp"

namespace {

using namespace command;

constexpr const char* description =
    "Reads papers, links every in-text citation to its entry in the reference list, and writes the result as a\n"
    "report, a graph, a bibliography or JSON. Works offline; reads plain text, Markdown and JATS (XML).\n";

constexpr const char* exit_statuses =
    "Exit status: 0 clean, 1 findings (check), 2 wrong usage or a file that could not be read or written.\n";

constexpr const char* examples =
    "Examples:\n"
    "  citegraph read paper.md                              what the paper cites, and what is wrong with it\n"
    "  citegraph read paper.md --to biblatex=paper.bib --to dot=paper.dot\n"
    "  citegraph check paper.md                             only the findings, for an editor or a build\n"
    "  citegraph refs list.txt --to bibtex                  one reference a line -> BibTeX\n"
    "  citegraph graph papers/*.xml --rank pagerank         many papers merged into one graph\n"
    "\n"
    "'citegraph read --help' and so on say more. No paper at hand? data/sample-paper.md is one.\n"
    "\n";

constexpr const char* read_examples =
    "Examples:\n"
    "  citegraph read paper.md                              a summary to read\n"
    "  citegraph read paper.md --to biblatex=paper.bib      its bibliography, clean\n"
    "  citegraph read paper.md --to dot | dot -Tsvg -o paper.svg\n"
    "  citegraph read papers/*.md --to json=papers.json --to bibtex=papers.bib\n"
    "\n";

constexpr const char* check_examples =
    "Examples:\n"
    "  citegraph check paper.md                             what an editor would find\n"
    "  citegraph check paper.md --uncited                   entries never cited count, too\n"
    "  citegraph check paper.md --diagnostics=json          for another program\n"
    "\n";

constexpr const char* refs_examples =
    "Examples:\n"
    "  citegraph refs list.txt --to bibtex                  one reference a line -> BibTeX\n"
    "  citegraph refs list.txt --to csl-json=list.json\n"
    "  echo 'Levine, S.I. (1992). Second Chance in China. Annals, 519(1).' | citegraph refs - --to text\n"
    "\n";

const std::map<std::string, citegraph::Format> input_formats = {{"auto", citegraph::Format::automatic},
                                                                {"text", citegraph::Format::plain_text},
                                                                {"markdown", citegraph::Format::markdown},
                                                                {"jats", citegraph::Format::jats}};

struct Arguments {
  PaperOptions papers;
  CheckOptions check;
  RefsOptions refs;
  GraphCommand graph;
  citegraph::ReadOptions reading;
  std::vector<std::string> to;
  std::string diagnostics = "text";
  std::string model;
};

std::string list(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

void add_model_option(CLI::App& app, Arguments& arguments) {
  app.add_option("--model", arguments.model, "Read reference strings with this model instead of the built-in one")
      ->option_text("FILE");
}

void add_reading_options(CLI::App& app, Arguments& arguments) {
  app.add_option("--from", arguments.reading.format,
                 "How the files are written: auto (by name, then content), text, markdown, jats")
      ->transform(CLI::CheckedTransformer(input_formats).description(""))
      ->option_text("FORMAT");
  app.add_option("--max-bytes", arguments.reading.limits.bytes, "Refuse larger files (default 256 MiB)")
      ->option_text("N");
  add_model_option(app, arguments);
}

CLI::App* add_read(CLI::App& app, Arguments& arguments) {
  CLI::App* read = app.add_subcommand("read", "Read papers: what they cite, where, and what does not fit");
  read->footer(std::string(read_examples) + exit_statuses);
  read->add_option("files", arguments.papers.files, "Papers; - is standard input")->required()->option_text("FILE...");
  read->add_option("--to", arguments.to,
                   "Output, repeatable: " + list(read_formats()) + " (default text); without =FILE to standard output")
      ->option_text("FORMAT[=FILE]")
      ->allow_extra_args(false);
  read->add_option("-j,--threads", arguments.reading.threads, "Threads for many files (default: all cores)")
      ->option_text("N");
  add_reading_options(*read, arguments);
  return read;
}

CLI::App* add_check(CLI::App& app, Arguments& arguments) {
  CLI::App* check = app.add_subcommand(
      "check", "Report citations without an entry, wrong years, misspelt names, entries never cited");
  check->footer(std::string(check_examples) + exit_statuses);
  check->add_option("files", arguments.papers.files, "Papers; - is standard input")->required()->option_text("FILE...");
  check->add_option("--diagnostics", arguments.diagnostics, "How to print the findings: text, json")
      ->check(CLI::IsMember({"text", "json"}).description(""))
      ->option_text("FORMAT");
  check->add_flag("--uncited", arguments.check.uncited_warns, "Treat entries never cited as warnings, not notes");
  check->add_option("-j,--threads", arguments.reading.threads, "Threads for many files (default: all cores)")
      ->option_text("N");
  add_reading_options(*check, arguments);
  return check;
}

CLI::App* add_refs(CLI::App& app, Arguments& arguments) {
  CLI::App* refs = app.add_subcommand("refs", "Read references as text, one a line, into a bibliography");
  refs->footer(std::string(refs_examples) + exit_statuses);
  refs->add_option("file", arguments.refs.file, "The list; - (the default) is standard input")->option_text("[FILE]");
  refs->add_option("--to", arguments.to,
                   "Output, repeatable: " + list(refs_formats()) + " (default jsonl); without =FILE to standard output")
      ->option_text("FORMAT[=FILE]")
      ->allow_extra_args(false);
  refs->add_flag("--merge", arguments.refs.merge,
                 "Recognise references to the same work: \"same_as\" names the first line of each");
  refs->add_option("--max-bytes", arguments.reading.limits.bytes, "Refuse larger files (default 256 MiB)")
      ->option_text("N");
  add_model_option(*refs, arguments);
  return refs;
}

int run(int argc, char** argv) {
  Arguments arguments;
  CLI::App app(description, "citegraph");
  app.set_version_flag("--version", std::string("citegraph ") + CITEGRAPH_VERSION);
  app.footer(std::string(examples) + exit_statuses);
  app.require_subcommand(1);
  app.get_formatter()->column_width(34);
  CLI::App* read = add_read(app, arguments);
  CLI::App* check = add_check(app, arguments);
  CLI::App* refs = add_refs(app, arguments);
  CLI::App* graph = add_graph(app, arguments.graph);
  graph->add_option("-j,--threads", arguments.reading.threads, "Threads for many files (default: all cores)")
      ->option_text("N");
  add_reading_options(*graph, arguments);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? exit_clean : exit_failure;
  }
  if (!arguments.model.empty()) arguments.reading.model = citegraph::Model::load(arguments.model);
  arguments.papers.reading = arguments.reading;
  if (read->parsed()) {
    arguments.papers.outputs = parse_outputs(arguments.to, read_formats(), "text");
    return run_read(arguments.papers);
  }
  if (check->parsed()) {
    arguments.check.papers = arguments.papers;
    arguments.check.json = arguments.diagnostics == "json";
    return run_check(arguments.check);
  }
  if (graph->parsed()) {
    arguments.graph.papers.reading = arguments.reading;
    return run_graph(arguments.graph);
  }
  if (refs->parsed()) {
    arguments.refs.reading = arguments.reading;
    arguments.refs.outputs = parse_outputs(arguments.to, refs_formats(), "jsonl");
    return run_refs(arguments.refs);
  }
  return exit_failure;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const UsageError& error) {
    std::cerr << "citegraph: " << printable(error.what()) << "\nRun 'citegraph --help' for the options.\n";
  } catch (const std::bad_alloc&) {
    std::cerr << "citegraph: out of memory\n";
  } catch (const std::exception& error) {
    std::cerr << "citegraph: " << printable(error.what()) << '\n';
  }
  return exit_failure;
}
