#include "graph.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iostream>
#include <map>
#include <numeric>
#include <ostream>
#include <utility>

#include <citegraph/bibtex.hpp>
#include <citegraph/co_citation.hpp>
#include <citegraph/communities.hpp>
#include <citegraph/csl_json.hpp>
#include <citegraph/dot.hpp>
#include <citegraph/gexf.hpp>
#include <citegraph/graph.hpp>
#include <citegraph/graph_bibtex.hpp>
#include <citegraph/graphml.hpp>
#include <citegraph/history.hpp>
#include <citegraph/main_path.hpp>
#include <citegraph/ranking.hpp>
#include <citegraph/store.hpp>

#include "terminal.hpp"

namespace command {
namespace {

using citegraph::Graph;
using citegraph::Vertex;
using citegraph::VertexRole;

// ---- parts

// The one work that is meant. Throws UsageError where there is none, or several.
Vertex find_one(const Graph& graph, const std::string& words) {
  const std::vector<Vertex> found = citegraph::find_works(graph, words);
  if (found.size() == 1) return found.front();
  if (found.empty()) throw UsageError(fmt::format("no work is called \"{}\"", words));
  std::string several;
  for (std::size_t i = 0; i < std::min<std::size_t>(found.size(), 8); ++i)
    several += fmt::format("{}{} ({})", i == 0 ? " " : ", ", graph[found[i]].key, citegraph::summary(graph[found[i]]));
  throw UsageError(fmt::format("{} works are called \"{}\"; name one by its key:{}", found.size(), words, several));
}

// By the method that was asked for, or Louvain's.
citegraph::analysis::Partition communities_of(const Graph& graph, std::string_view method) {
  if (method != "leiden") return citegraph::analysis::louvain(graph.structure());
  if (!citegraph::analysis::has_leiden())
    throw UsageError("this citegraph was built without igraph, which Leiden's method needs; see docs/cmake.md");
  return citegraph::analysis::leiden(graph.structure());
}

class Selector {
 public:
  Selector(const Graph& graph, const GraphCommand& command) : graph_(graph), command_(command) {}

  // Sorted; `in_order` where a path gives the works an order of its own.
  std::vector<Vertex> select() {
    const citegraph::GraphStructure& structure = graph_.structure();
    if (!command_.around.empty()) {
      std::vector<Vertex> from;
      for (const std::string& words : command_.around) from.push_back(find_one(graph_, words));
      keep(citegraph::neighbourhood(structure, from, command_.depth));
    }
    if (!command_.path.empty()) keep(path());
    if (!command_.between.empty())
      keep(citegraph::between(structure, one(command_.between, 0), one(command_.between, 1)));
    if (!command_.ancestors.empty())
      keep(citegraph::common_ancestors(structure, one(command_.ancestors, 0), one(command_.ancestors, 1)));
    if (command_.community > 0) keep(community());
    keep(citegraph::select(graph_, filter()));
    return std::move(*kept_);
  }

 private:
  Vertex one(const std::vector<std::string>& words, std::size_t i) const { return find_one(graph_, words[i]); }

  void keep(std::vector<Vertex> vertices) {
    std::sort(vertices.begin(), vertices.end());
    if (kept_) {
      std::vector<Vertex> both;
      std::set_intersection(kept_->begin(), kept_->end(), vertices.begin(), vertices.end(), std::back_inserter(both));
      vertices = std::move(both);
    }
    kept_ = std::move(vertices);
  }

  // Along references one way or the other, else by any citations.
  std::vector<Vertex> path() const {
    const Vertex a = one(command_.path, 0);
    const Vertex b = one(command_.path, 1);
    using citegraph::Direction;
    for (const Direction direction : {Direction::cited, Direction::citing, Direction::both})
      if (std::vector<Vertex> found = citegraph::shortest_path(graph_.structure(), a, b, direction); !found.empty())
        return found;
    throw UsageError("no chain of citations leads from one work to the other");
  }

  std::vector<Vertex> community() const {
    const citegraph::analysis::Partition parts = communities_of(graph_, command_.communities);
    if (command_.community > parts.count) throw UsageError(fmt::format("there are {} communities", parts.count));
    std::vector<Vertex> members;
    for (Vertex v = 0; v < graph_.vertex_count(); ++v)
      if (parts.part_of[v] + 1 == command_.community) members.push_back(v);
    return members;
  }

  citegraph::WorkFilter filter() const {
    citegraph::WorkFilter filter = command_.filter;
    filter.missing = !command_.listed_only;
    for (const std::string& name : command_.types) {
      const std::optional<citegraph::WorkType> type = citegraph::parse_work_type(name);
      if (!type)
        throw UsageError(fmt::format("\"{}\" is no type of CSL, such as article-journal, book, chapter", name));
      filter.types.push_back(*type);
    }
    return filter;
  }

  const Graph& graph_;
  const GraphCommand& command_;
  std::optional<std::vector<Vertex>> kept_;
};

// ---- text

std::string line(const Graph& graph, Vertex v) {
  return fmt::format("{}  {}{}", graph[v].key, printable(citegraph::summary(graph[v])),
                     graph.role(v) == VertexRole::missing ? "  (in no list)" : "");
}

// Numbers as people read them: counts whole, scores with the digits that differ.
using Scores = std::vector<double>;

Scores scores(const Graph& graph, const std::string& method, unsigned threads) {
  namespace analysis = citegraph::analysis;
  const citegraph::GraphStructure& structure = graph.structure();
  const auto as_scores = [](const auto& values) { return Scores(values.begin(), values.end()); };
  if (method == "pagerank") return analysis::page_rank(structure, {.threads = threads});
  if (method == "citerank") return analysis::cite_rank(structure, analysis::years(graph));
  if (method == "authorities") return analysis::hits(structure, {.threads = threads}).authorities;
  if (method == "hubs") return analysis::hits(structure, {.threads = threads}).hubs;
  if (method == "core") return as_scores(analysis::core_numbers(structure));
  if (method == "disruption") {
    Scores result;
    for (const analysis::Disruption& one : analysis::disruptions(structure, analysis::years(graph)))
      result.push_back(one.index());
    return result;
  }
  return as_scores(analysis::citation_counts(structure));
}

void print_ranking(std::ostream& out, const Graph& graph, const GraphCommand& command) {
  const std::string method = command.rank.empty() ? "citations" : command.rank;
  const Scores score = scores(graph, method, command.papers.reading.threads);
  std::vector<Vertex> order(score.size());
  std::iota(order.begin(), order.end(), Vertex{0});
  std::stable_sort(order.begin(), order.end(), [&](Vertex a, Vertex b) { return score[a] > score[b]; });
  if (order.size() > command.top) order.resize(command.top);
  out << fmt::format("\nBy {}\n", method);
  const bool whole = method == "citations" || method == "core";
  for (const Vertex v : order)
    out << (whole ? fmt::format("  {:>6.0f}  ", score[v]) : fmt::format("  {:>10.6f}  ", score[v])) << line(graph, v)
        << '\n';
}

void print_related(std::ostream& out, const Graph& graph, const GraphCommand& command, const std::string& words,
                   bool cited_together) {
  const Vertex vertex = find_one(graph, words);
  const auto related = cited_together ? citegraph::analysis::co_cited(graph.structure(), vertex)
                                      : citegraph::analysis::coupled(graph.structure(), vertex);
  out << fmt::format("\n{} {}\n", cited_together ? "Cited together with" : "Citing the same as", line(graph, vertex));
  for (std::size_t i = 0; i < std::min<std::size_t>(related.size(), command.top); ++i)
    out << fmt::format("  {:>4}  {:.3f}  {}\n", related[i].count, related[i].cosine, line(graph, related[i].vertex));
}

std::vector<citegraph::Edge> main_path(const Graph& graph, const GraphCommand& command) {
  using citegraph::analysis::MainPathSearch;
  using citegraph::analysis::TraversalWeight;
  static const std::map<std::string, TraversalWeight> weights = {
      {"spc", TraversalWeight::spc}, {"splc", TraversalWeight::splc}, {"spnp", TraversalWeight::spnp}};
  static const std::map<std::string, MainPathSearch> searches = {
      {"local", MainPathSearch::local}, {"global", MainPathSearch::global}, {"key-route", MainPathSearch::key_route}};
  return citegraph::analysis::main_path(
      graph.structure(),
      {.weight = weights.at(command.main_path), .search = searches.at(command.search), .key_routes = 1});
}

void print_main_path(std::ostream& out, const Graph& graph, const GraphCommand& command) {
  out << fmt::format("\nMain path ({}, {})\n", command.main_path, command.search);
  for (const citegraph::Edge edge : main_path(graph, command))
    out << fmt::format("  {} <- {}\n", line(graph, edge.to), graph[edge.from].key);
}

void print_parts(std::ostream& out, const Graph& graph, const GraphCommand& command, std::string_view name,
                 const citegraph::analysis::Partition& parts) {
  std::vector<std::vector<Vertex>> members(parts.count);
  for (Vertex v = 0; v < graph.vertex_count(); ++v) members[parts.part_of[v]].push_back(v);
  out << fmt::format("\n{} {}\n", parts.count, name);
  for (std::size_t p = 0; p < std::min<std::size_t>(members.size(), command.top); ++p) {
    const Vertex most_cited = *std::max_element(members[p].begin(), members[p].end(), [&](Vertex a, Vertex b) {
      return graph.citing(a).size() < graph.citing(b).size();
    });
    out << fmt::format("  {:>3}: {} works, most cited: {}\n", p + 1, members[p].size(), line(graph, most_cited));
  }
}

void print_history(std::ostream& out, const Graph& graph, const GraphCommand& command) {
  const auto drawn =
      citegraph::analysis::historiograph(graph.structure(), citegraph::analysis::years(graph), command.history);
  out << "\nHistoriograph\n";
  for (std::size_t i = 0; i < drawn.works.size(); ++i) {
    std::string cites;
    for (const citegraph::Edge edge : drawn.edges)
      if (edge.from == drawn.works[i]) cites += (cites.empty() ? "  cites " : ", ") + graph[edge.to].key;
    out << fmt::format("  {:>4}  {}{}\n", drawn.citations[i], line(graph, drawn.works[i]), cites);
  }
}

void print_cited_years(std::ostream& out, const Graph& graph) {
  out << "\nYear, citations, deviation from the median of five years\n";
  for (const auto& year : citegraph::analysis::cited_years(graph.structure(), citegraph::analysis::years(graph)))
    out << fmt::format("  {}  {:>5}  {:>+6.0f}\n", year.year, year.citations, year.deviation);
}

void print_pairs(std::ostream& out, const Graph& graph) {
  if (!graph.versions().empty()) out << "\nVersions of one work\n";
  for (const citegraph::WorkVersions& pair : graph.versions())
    out << fmt::format("  {}\n    {}\n", line(graph, pair.first), line(graph, pair.second));
  if (!graph.conflicts().empty()) out << "\nWhat contradicts itself\n";
  for (const citegraph::WorkConflict& pair : graph.conflicts()) {
    out << fmt::format("  {}\n", line(graph, pair.first));
    if (pair.second != pair.first) out << fmt::format("    {}\n", line(graph, pair.second));
    out << fmt::format("    same: {}; not the same: {}\n", citegraph::to_string(pair.agree),
                       citegraph::to_string(pair.differ));
  }
}

void print_merges(std::ostream& out, const Graph& graph) {
  out << "\nRecognised\n";
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    if (graph.variants(v).size() < 2) continue;
    out << fmt::format("  {}\n", line(graph, v));
    for (const citegraph::Variant& variant : graph.variants(v)) {
      const std::string agree = citegraph::to_string(variant.agree);
      out << fmt::format("    {}:{}:{}: {}", printable(variant.path), variant.line, variant.column,
                         printable(variant.text));
      if (variant.reason != citegraph::MergeReason::none)
        out << fmt::format("  [{}{}{}]", citegraph::to_string(variant.reason), agree.empty() ? "" : ": ", agree);
      out << '\n';
    }
  }
  print_pairs(out, graph);
}

bool asks_for_part(const GraphCommand& c) {
  return !c.around.empty() || !c.path.empty() || !c.between.empty() || !c.ancestors.empty() || c.community > 0;
}

void print_text(std::ostream& out, const Graph& graph, const GraphCommand& command, const BuiltGraph& built,
                std::span<const std::string> path_keys) {
  const auto counted = [](std::size_t count, std::string_view noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
  };
  out << counted(built.papers, "paper") << " read";
  if (built.failed > 0) out << fmt::format(", {} could not be", built.failed);
  out << fmt::format("; {}, {}", counted(built.graph.vertex_count(), "work"),
                     counted(built.graph.edge_count(), "citation"));
  if (graph.vertex_count() != built.graph.vertex_count())
    out << fmt::format("; chosen: {}, {}", counted(graph.vertex_count(), "work"),
                       counted(graph.edge_count(), "citation"));
  out << '\n';
  bool printed = false;
  const auto section = [&](bool wanted, const auto& print) {
    if (!wanted) return;
    print();
    printed = true;
  };
  section(!command.rank.empty(), [&] { print_ranking(out, graph, command); });
  section(!command.cocited.empty(), [&] { print_related(out, graph, command, command.cocited, true); });
  section(!command.coupled.empty(), [&] { print_related(out, graph, command, command.coupled, false); });
  section(!command.main_path.empty(), [&] { print_main_path(out, graph, command); });
  section(!command.communities.empty(),
          [&] { print_parts(out, graph, command, "communities", communities_of(graph, command.communities)); });
  section(command.components, [&] {
    print_parts(out, graph, command, "components", citegraph::analysis::weak_components(graph.structure()));
  });
  section(command.history > 0, [&] { print_history(out, graph, command); });
  section(command.cited_years, [&] { print_cited_years(out, graph); });
  section(command.explain, [&] { print_merges(out, graph); });
  if (printed) return;
  if (!asks_for_part(command)) return print_ranking(out, graph, command);
  out << "\nWorks\n";
  if (path_keys.empty()) {
    for (Vertex v = 0; v < graph.vertex_count(); ++v) out << "  " << line(graph, v) << '\n';
  } else {
    for (const std::string& key : path_keys)
      if (const auto v = graph.find(key)) out << "  " << line(graph, *v) << '\n';
  }
}

std::vector<citegraph::Work> works_of(const Graph& graph) {
  std::vector<citegraph::Work> works;
  for (Vertex v = 0; v < graph.vertex_count(); ++v)
    if (graph.role(v) != VertexRole::missing) works.push_back(graph[v]);
  return works;
}

const std::vector<std::string>& graph_formats() {
  static const std::vector<std::string> formats = {"text",   "dot",      "graphml",  "gexf",
                                                   "bibtex", "biblatex", "csl-json", "store"};
  return formats;
}

void write_as(const std::string& format, std::ostream& out, const Graph& graph, const GraphCommand& command,
              const BuiltGraph& built, std::span<const std::string> path_keys) {
  if (format == "dot") return citegraph::write_dot(out, graph);
  if (format == "graphml") return citegraph::write_graphml(out, graph);
  if (format == "gexf") return citegraph::write_gexf(out, graph);
  if (format == "store") return citegraph::write_store(out, graph);
  if (format == "csl-json") return citegraph::write_csl_json(out, works_of(graph));
  if (format == "bibtex" || format == "biblatex") {
    citegraph::BibtexOptions bibtex;
    bibtex.dialect = format == "bibtex" ? citegraph::BibtexDialect::bibtex : citegraph::BibtexDialect::biblatex;
    return citegraph::write_bibtex(out, graph, bibtex);
  }
  print_text(out, graph, command, built, path_keys);
}

// The keys along the path that was asked for, in its order.
std::vector<std::string> keys_of_path(const Graph& graph, const GraphCommand& command) {
  if (command.path.empty()) return {};
  const Vertex a = find_one(graph, command.path[0]);
  const Vertex b = find_one(graph, command.path[1]);
  using citegraph::Direction;
  std::vector<std::string> keys;
  for (const Direction direction : {Direction::cited, Direction::citing, Direction::both}) {
    for (const Vertex v : citegraph::shortest_path(graph.structure(), a, b, direction)) keys.push_back(graph[v].key);
    if (!keys.empty()) break;
  }
  return keys;
}

}  // namespace

CLI::App* add_graph(CLI::App& app, GraphCommand& command) {
  CLI::App* graph = app.add_subcommand("graph", "Many papers as one graph: parts of it, rankings, a picture");
  graph
      ->add_option(
          "files", command.papers.files,
          "Papers, stores, graphs in GraphML, and records of databases (.graphml, .jsonl, .ndjson, .csv, .tsv, .edges; "
          "also .gz); - is standard input")
      ->required()
      ->option_text("FILE...");
  graph
      ->add_option("--to", command.to,
                   "Output, repeatable: text, dot, graphml, gexf, bibtex, biblatex, csl-json, store (default text); a "
                   "store is a "
                   "file that graph opens at once")
      ->option_text("FORMAT[=FILE]")
      ->allow_extra_args(false);
  graph
      ->add_option("--resume", command.build.resume,
                   "A store that is kept while papers are read; papers that are in it are not read again")
      ->option_text("STORE");
  graph
      ->add_option(
          "--bulk", command.bulk.store,
          "Only build a store, on disk, of records of databases whose citations do not fit into memory; works are "
          "told apart by their identifiers")
      ->option_text("STORE");
  graph->add_option("--memory", command.bulk.megabytes, "With --bulk: what is sorted at a time (default 1024)")
      ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1} << 30U).description(""))
      ->option_text("MEGABYTES");
  const char* places = "What is one work (PLACE: FILE:LINE or FILE:LINE:COLUMN, as --explain shows it)";
  graph->add_option("--same", command.build.together, "Two places print one work; repeatable")
      ->option_text("PLACE PLACE")
      ->group(places);
  graph->add_option("--apart", command.build.apart, "Two places print different works; repeatable")
      ->option_text("PLACE PLACE")
      ->group(places);
  const char* part = "Which part (WORK: a key, a DOI, or words of names and title)";
  const auto works = [&](const char* name, std::vector<std::string>& into, const char* help, int count) {
    graph->add_option(name, into, help)->expected(count)->option_text(count == 2 ? "WORK WORK" : "WORK")->group(part);
  };
  works("--around", command.around, "What is near a work; repeatable", 1);
  graph->get_option("--around")->expected(1)->take_all()->allow_extra_args(false);
  graph->add_option("--depth", command.depth, "How many citations from it (default 1)")->option_text("N")->group(part);
  works("--path", command.path, "A shortest chain of citations from one to the other", 2);
  works("--between", command.between, "All on any chain of references from the first to the second", 2);
  works("--ancestors", command.ancestors, "What both cite, directly or through others", 2);
  graph->add_option("--since", command.filter.since, "Works of this year or later")->option_text("YEAR")->group(part);
  graph->add_option("--until", command.filter.until, "Works of this year or earlier")->option_text("YEAR")->group(part);
  graph->add_option("--type", command.types, "Works of a type of CSL; repeatable")
      ->option_text("TYPE")
      ->allow_extra_args(false)
      ->group(part);
  graph->add_option("--venue", command.filter.venue, "Works in a journal or book; words of its name")
      ->option_text("WORDS")
      ->group(part);
  graph->add_option("--cited", command.filter.least_citations, "Works cited so often or more")
      ->option_text("N")
      ->group(part);
  graph->add_option("--community", command.community, "The works of one community")->option_text("N")->group(part);
  graph->add_flag("--listed", command.listed_only, "Only works that a reference list names")->group(part);
  const char* count = "What is counted";
  graph
      ->add_option("--rank", command.rank,
                   "Works by citations, pagerank, citerank, authorities, hubs, disruption or core")
      ->check(CLI::IsMember({"citations", "pagerank", "citerank", "authorities", "hubs", "disruption", "core"})
                  .description(""))
      ->option_text("METHOD")
      ->group(count);
  graph->add_option("--top", command.top, "How many are shown (default 20)")->option_text("N")->group(count);
  graph->add_option("--cocited", command.cocited, "What is cited together with a work")
      ->option_text("WORK")
      ->group(count);
  graph->add_option("--coupled", command.coupled, "What cites the same as a work")->option_text("WORK")->group(count);
  graph->add_option("--main-path", command.main_path, "The line along which the field grew: spc, splc or spnp")
      ->check(CLI::IsMember({"spc", "splc", "spnp"}).description(""))
      ->option_text("WEIGHT")
      ->group(count);
  graph->add_option("--search", command.search, "How it is searched: local, global (default) or key-route")
      ->check(CLI::IsMember({"local", "global", "key-route"}).description(""))
      ->option_text("SEARCH")
      ->group(count);
  graph
      ->add_flag("--communities{louvain}", command.communities,
                 "Communities: louvain, or leiden where the library was built with igraph")
      ->check(CLI::IsMember({"louvain", "leiden"}).description(""))
      ->option_text("[=METHOD]")
      ->group(count);
  graph->add_flag("--components", command.components, "What hangs together at all")->group(count);
  graph->add_option("--history", command.history, "The N most cited works by year, and who of them cites whom")
      ->option_text("N")
      ->group(count);
  graph->add_flag("--cited-years", command.cited_years, "How often works of each year are cited")->group(count);
  graph
      ->add_flag("--explain", command.explain,
                 "Which entries were recognised as one work, and why; versions; what contradicts itself")
      ->group(count);
  return graph;
}

int run_graph(const GraphCommand& command) {
  const std::vector<Output> outputs = parse_outputs(command.to, graph_formats(), "text");
  if (!command.bulk.store.empty()) return build_bulk_store(command.papers.files, command.bulk);
  const BuiltGraph built = build_graph(command.papers, command.build);
  if (built.interrupted) {
    std::cerr << fmt::format("citegraph: interrupted; {} papers are in {}, and the same command goes on from there\n",
                             built.papers, command.build.resume);
    return exit_failure;
  }
  if (built.graph.vertex_count() == 0 && built.failed > 0) return exit_failure;
  const Graph part = built.graph.subgraph(Selector(built.graph, command).select());
  const std::vector<std::string> path_keys = keys_of_path(built.graph, command);
  bool failed = built.failed > 0;
  for (const Output& output : outputs) {
    try {
      write_output(output, [&](std::ostream& out) { write_as(output.format, out, part, command, built, path_keys); });
    } catch (const InputOutputError& error) {
      std::cerr << "citegraph: " << printable(error.what()) << '\n';
      failed = true;
    }
  }
  return failed ? exit_failure : exit_clean;
}

}  // namespace command
