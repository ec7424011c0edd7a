// Views into an object that is gone when the statement ends do not compile: what gives one takes only objects that
// last.
#include <boost/graph/graph_traits.hpp>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <citegraph/boost.hpp>
#include <citegraph/citegraph.hpp>

namespace citegraph {
namespace {

namespace fs = std::filesystem;

// `use` compiles with an object that lasts, const or not, and with no other.
template <class Object, class Use>
constexpr bool wants_lasting(Use) {
  return std::is_invocable_v<Use, Object&> && std::is_invocable_v<Use, const Object&> &&
         !std::is_invocable_v<Use, Object> && !std::is_invocable_v<Use, const Object>;
}

template <class Object, class Use>
constexpr bool takes_any(Use) {
  return std::is_invocable_v<Use, const Object&> && std::is_invocable_v<Use, Object>;
}

#define IT std::forward<decltype(it)>(it)
#define USE(expression) [](auto&& it) -> decltype(static_cast<void>(expression)) {}

struct Row {
  const char* trait;
  bool holds;
};

TEST(Interface, ViewsAreOfWhatLasts) {
  const Row rows[] = {
      {"slice", wants_lasting<std::string>(USE(slice(IT, TextSpan{})))},
      {"a text of a work", wants_lasting<Work>(USE(IT.get(Variable::title)))},
      {"names of a work", wants_lasting<Work>(USE(IT.get(NameVariable::author)))},
      {"a date of a work", wants_lasting<Work>(USE(IT.get(DateVariable::issued)))},
      {"all texts of a work", wants_lasting<Work>(USE(IT.texts()))},
      {"all names of a work", wants_lasting<Work>(USE(IT.names()))},
      {"all dates of a work", wants_lasting<Work>(USE(IT.dates()))},
      {"path of an error", wants_lasting<Error>(USE(IT.path()))},
      {"pieces of a map", wants_lasting<SourceMap>(USE(IT.pieces()))},
      {"source of a document", wants_lasting<Document>(USE(IT.source_of(0)))},
      {"path of a document", wants_lasting<Document>(USE(IT.path_of(0)))},
      {"block of a document", wants_lasting<Document>(USE(IT.block_at(0)))},
      {"section of a document", wants_lasting<Document>(USE(IT.section_at(0)))},
      {"entry of a bibliography", wants_lasting<Bibliography>(USE(IT.find("key")))},
      {"bytes of an entry", wants_lasting<Bibliography>(USE(IT.raw(BibliographyEntry{})))},
      {"fields of an entry", wants_lasting<RawBibtex>(USE(IT.fields_of(RawEntry{})))},
      {"pieces of a field", wants_lasting<RawBibtex>(USE(IT.pieces_of(RawField{})))},
      {"work of a graph", wants_lasting<Graph>(USE(IT[Vertex{}]))},
      {"citation of a graph", wants_lasting<Graph>(USE(IT[Edge{}]))},
      {"cited works of a graph", wants_lasting<Graph>(USE(IT.cited(0)))},
      {"citing works of a graph", wants_lasting<Graph>(USE(IT.citing(0)))},
      {"prints of a work in a graph", wants_lasting<Graph>(USE(IT.variants(0)))},
      {"papers of a graph", wants_lasting<Graph>(USE(IT.papers()))},
      {"arrays of a graph", wants_lasting<Graph>(USE(IT.structure()))},
  };
  for (const Row& row : rows) EXPECT_TRUE(row.holds) << row.trait;
}

TEST(Interface, IteratorsAndMapsForBoostAreOfGraphsThatLast) {
  const Row rows[] = {
      {"edges", wants_lasting<Graph>(USE(edges(IT)))},
      {"adjacent_vertices", wants_lasting<Graph>(USE(adjacent_vertices(0, IT)))},
      {"inv_adjacent_vertices", wants_lasting<Graph>(USE(inv_adjacent_vertices(0, IT)))},
      {"out_edges", wants_lasting<Graph>(USE(out_edges(0, IT)))},
      {"in_edges", wants_lasting<Graph>(USE(in_edges(0, IT)))},
      {"edge_index", wants_lasting<Graph>(USE(get(boost::edge_index, IT)))},
      {"vertex_all", wants_lasting<Graph>(USE(get(boost::vertex_all, IT)))},
      {"vertex_all of one", wants_lasting<Graph>(USE(get(boost::vertex_all, IT, Vertex{})))},
      {"edge_all", wants_lasting<Graph>(USE(get(boost::edge_all, IT)))},
      {"edge_all of one", wants_lasting<Graph>(USE(get(boost::edge_all, IT, Edge{})))},
      {"vertex_bundle", wants_lasting<Graph>(USE(get(boost::vertex_bundle, IT)))},
      {"edge_bundle", wants_lasting<Graph>(USE(get(boost::edge_bundle, IT)))},
  };
  for (const Row& row : rows) EXPECT_TRUE(row.holds) << row.trait;
}

TEST(Interface, ValuesAreOfAnything) {
  const Row rows[] = {
      {"slice of a view", takes_any<std::string_view>(USE(slice(IT, TextSpan{})))},
      {"year of a work", takes_any<Work>(USE(IT.year()))},
      {"works of a bibliography", takes_any<Bibliography>(USE(IT.works()))},
      {"size of a graph", takes_any<Graph>(USE(IT.vertex_count()))},
      {"vertices of a graph", takes_any<Graph>(USE(vertices(IT)))},
      {"part of a graph", takes_any<Graph>(USE(IT.subgraph({})))},
      {"message of an error", takes_any<Error>(USE(IT.what()))},
  };
  for (const Row& row : rows) EXPECT_TRUE(row.holds) << row.trait;
}

#undef USE
#undef IT

std::vector<std::string> lines_of(const fs::path& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

// So that the next one is not forgotten: a member that gives a view or a reference has its deleted twin.
TEST(Interface, EveryMemberThatGivesAViewRefusesTemporaries) {
  const std::regex member(
      R"(^  (?:\[\[nodiscard\]\] )?(?:const .*[&*]|std::string_view|std::span<.*>) (\w+|operator\[\])\((.*)\) const(.*))");
  const std::set<std::string> kept = {"parts"};  // of a model, which is always shared
  for (const fs::directory_entry& header : fs::directory_iterator(CITEGRAPH_SOURCE_DIR "/include/citegraph")) {
    if (header.path().filename() == "boost.hpp") continue;  // tested above
    std::multiset<std::string> given;
    std::multiset<std::string> refused;
    for (const std::string& line : lines_of(header.path())) {
      std::smatch parts;
      if (!std::regex_search(line, parts, member) || kept.contains(parts[1])) continue;
      const std::string rest = parts[3];
      EXPECT_TRUE(rest.starts_with("&")) << header.path() << ": " << line;
      (rest.starts_with("&&") ? refused : given).insert(parts[1]);
    }
    EXPECT_EQ(given, refused) << header.path();
  }
}

}  // namespace
}  // namespace citegraph
