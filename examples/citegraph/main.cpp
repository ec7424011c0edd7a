// citegraph: from scholarly documents to a graph of works and citations.
#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>
#include <new>
#include <string>
#include <vector>

#include <citegraph/listed_works.hpp>
#include <citegraph/model.hpp>

#include "commands.hpp"
#include "graph.hpp"
#include "terminal.hpp"

namespace {

using namespace command;

constexpr const char* description =
    "Reads papers, links every in-text citation to its entry in the reference list, and writes the result as a\n"
    "report, a graph, a bibliography or JSON. Works offline; reads plain text, Markdown, LaTeX, HTML, JATS and TEI.\n";

constexpr const char* exit_statuses =
    "Exit status: 0 clean, 1 findings (check), 2 wrong usage or a file that could not be read or written.\n";

constexpr const char* examples =
    "Examples:\n"
    "  citegraph read paper.md                              what the paper cites, and what is wrong with it\n"
    "  citegraph read paper.md --to biblatex=paper.bib --to dot=paper.dot\n"
    "  citegraph check paper.md                             only the findings, for an editor or a build\n"
    "  citegraph refs list.txt --to bibtex                  one reference a line -> BibTeX\n"
    "  citegraph convert library.bib --to csl-json          BibTeX, CSL-JSON, RIS and others to each other\n"
    "  citegraph graph papers/*.xml --rank pagerank         many papers merged into one graph\n"
    "  pbpaste | citegraph refs --list                      a list as copied from a paper, wrapped lines and all\n"
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

const std::vector<std::pair<std::string, citegraph::Format>> input_formats = {{"auto", citegraph::Format::automatic},
                                                                              {"text", citegraph::Format::plain_text},
                                                                              {"markdown", citegraph::Format::markdown},
                                                                              {"latex", citegraph::Format::latex},
                                                                              {"jats", citegraph::Format::jats},
                                                                              {"tei", citegraph::Format::tei},
                                                                              {"html", citegraph::Format::html},
                                                                              {"docx", citegraph::Format::docx},
                                                                              {"pdf", citegraph::Format::pdf}};

struct Arguments {
  PaperOptions papers;
  CheckOptions check;
  RefsOptions refs;
  GraphCommand graph;
  ConvertOptions convert;
  std::string from_bibliography;
  bool latex = false;
  citegraph::ReadOptions reading;
  std::vector<std::string> to;
  std::vector<std::string> ignored;
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
  std::vector<std::string> formats;
  formats.reserve(input_formats.size());
  for (const auto& [name, format] : input_formats) formats.push_back(name);
  formats.front() += " (by name, then content)";
  app.add_option("--from", arguments.reading.format, "How the files are written: " + list(formats))
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
  read->add_flag(
      "--explain", arguments.papers.explain,
      "Say why each citation means its entry: what was compared, and what else came near (text, json, jsonl)");
  read->add_flag("--contexts", arguments.papers.contexts,
                 "List for each work the sentences that cite it (text, json, jsonl)");
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
  check->add_option("--diagnostics", arguments.check.format, "How to print the findings: " + list(check_formats()))
      ->check(CLI::IsMember(check_formats()).description(""))
      ->option_text("FORMAT");
  check
      ->add_option("--documentation", arguments.check.documentation,
                   "Address of the folder with the pages of the codes, for the rules of SARIF")
      ->option_text("ADDRESS");
  check->add_option("--ignore", arguments.ignored, "Codes to leave out, repeatable")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->option_text("CODE,...");
  check
      ->add_option("--severity", arguments.check.severity, "Leave out what is less: note (the default), warning, error")
      ->option_text("LEVEL");
  check
      ->add_option("--config", arguments.check.config,
                   "Project file, instead of the nearest .citegraph.toml in the paper's folder or above it")
      ->option_text("FILE");
  check->add_flag("--no-config", arguments.check.no_config, "Look for no project file");
  check->add_flag("--fix", arguments.check.fix.wanted,
                  "Write a copy with the certain suggestions applied, PAPER.fixed.EXT (plain text and Markdown)");
  check->add_flag("--fix-likely", arguments.check.fix.likely, "The same with the likely suggestions too");
  check->add_option("--output", arguments.check.fix.output, "Name of the corrected copy")->option_text("FILE");
  check->add_flag("--in-place", arguments.check.fix.in_place, "Correct the paper itself");
  check->add_flag("--uncited", arguments.check.uncited_warns, "Treat entries never cited as warnings, not notes");
  check->add_option("-j,--threads", arguments.reading.threads, "Threads for many files (default: all cores)")
      ->option_text("N");
  add_reading_options(*check, arguments);
  return check;
}

CLI::App* add_refs(CLI::App& app, Arguments& arguments) {
  CLI::App* refs = app.add_subcommand("refs", "Parse references, one a line or as a pasted list");
  refs->footer(std::string(refs_examples) + exit_statuses);
  refs->add_option("file", arguments.refs.file, "The list; - (the default) is standard input")->option_text("[FILE]");
  refs->add_option("--to", arguments.to,
                   "Output, repeatable: " + list(refs_formats()) + " (default jsonl); without =FILE to standard output")
      ->option_text("FORMAT[=FILE]")
      ->allow_extra_args(false);
  refs->add_flag("--merge", arguments.refs.merge,
                 "Recognise references to the same work: \"same_as\" names the first line of each");
  refs->add_flag("--list", arguments.refs.list,
                 "The text is a list as copied: find its entries, join their lines, drop their numbers");
  refs->add_option("-j,--threads", arguments.reading.threads, "Threads (default: all cores)")->option_text("N");
  add_reading_options(*refs, arguments);
  return refs;
}

CLI::App* add_convert(CLI::App& app, Arguments& arguments) {
  CLI::App* convert =
      app.add_subcommand("convert", "One format of works to another: bibliographies, lists in JATS and TEI");
  convert
      ->add_option("files", arguments.convert.files,
                   "Bibliographies, or articles in JATS or TEI; - (the default) is standard input")
      ->option_text("[FILE...]");
  convert
      ->add_option("--to", arguments.to,
                   "Output, repeatable: " + list(with_bibliographies({})) + "; without =FILE to standard output")
      ->required()
      ->option_text("FORMAT[=FILE]")
      ->allow_extra_args(false);
  convert
      ->add_option(
          "--from", arguments.from_bibliography,
          "How the files are written (default: by name, then content): " + list(citegraph::listed_works_formats()))
      ->check(CLI::IsMember(citegraph::listed_works_formats()).description(""))
      ->option_text("FORMAT");
  convert
      ->add_option(
          "--key-format", arguments.convert.key_pattern,
          "New keys by a pattern: {author}, {Author}, {year}, {yy}, {word}, {Word}, {word:3}, other characters")
      ->option_text("PATTERN");
  convert->add_flag("--keep-keys", arguments.convert.keep_keys, "With --key-format: only for entries without a key");
  convert->add_flag("--latex", arguments.latex, "In BibTeX: accents as LaTeX commands, in ASCII");
  convert->add_option("--max-bytes", arguments.reading.limits.bytes, "Refuse larger files (default 256 MiB)")
      ->option_text("N");
  return convert;
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
  CLI::App* convert = add_convert(app, arguments);
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
    arguments.check.ignored.insert(arguments.ignored.begin(), arguments.ignored.end());
    arguments.check.fix.wanted = arguments.check.fix.wanted || arguments.check.fix.likely;
    return run_check(arguments.check);
  }
  if (convert->parsed()) {
    if (!arguments.from_bibliography.empty())
      arguments.convert.reading.format = *citegraph::parse_bibliography_format(arguments.from_bibliography);
    arguments.convert.reading.limits = arguments.reading.limits;
    if (arguments.latex) arguments.convert.writing.charset = citegraph::Charset::latex;
    arguments.convert.outputs = parse_outputs(arguments.to, with_bibliographies({}), "bibtex");
    return run_convert(arguments.convert);
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
