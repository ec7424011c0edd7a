// Views into an object that is gone when the statement ends do not compile: what gives one takes only objects that
// last.
#include <boost/graph/graph_traits.hpp>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <optional>
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

// A member function that ends in `const` and gives a view, a reference or a pointer.
struct Member {
  std::string name;
  std::string_view behind_const;  // "&", "&&" or nothing, and what follows
};

bool gives_a_view(std::string_view type) {
  if (type.starts_with("const ") && (type.ends_with('&') || type.ends_with('*'))) return true;
  return type == "std::string_view" || (type.starts_with("std::span<") && type.ends_with('>'));
}

// Of a line of a class: "  [[nodiscard]] const Date* get(DateVariable variable) const& noexcept;"
std::optional<Member> member_in(std::string_view line) {
  if (!line.starts_with("  ") || line.starts_with("   ")) return std::nullopt;
  line.remove_prefix(2);
  constexpr std::string_view attribute = "[[nodiscard]] ";
  if (line.starts_with(attribute)) line.remove_prefix(attribute.size());
  const std::size_t end = line.rfind(") const");
  const std::size_t open = line.find('(');
  if (end == std::string_view::npos || open > end) return std::nullopt;
  const std::size_t blank = line.rfind(' ', open);
  if (blank == std::string_view::npos || !gives_a_view(line.substr(0, blank))) return std::nullopt;
  return Member{std::string(line.substr(blank + 1, open - blank - 1)),
                line.substr(end + std::string_view(") const").size())};
}

// So that the next one is not forgotten: a member that gives a view or a reference has its deleted twin.
TEST(Interface, EveryMemberThatGivesAViewRefusesTemporaries) {
  const std::set<std::string> kept = {"parts"};  // of a model, which is always shared
  std::size_t found = 0;
  for (const fs::directory_entry& header : fs::directory_iterator(CITEGRAPH_SOURCE_DIR "/include/citegraph")) {
    if (header.path().filename() == "boost.hpp") continue;  // tested above
    std::multiset<std::string> given;
    std::multiset<std::string> refused;
    for (const std::string& line : lines_of(header.path())) {
      const std::optional<Member> member = member_in(line);
      if (!member || kept.contains(member->name)) continue;
      EXPECT_TRUE(member->behind_const.starts_with("&")) << header.path() << ": " << line;
      (member->behind_const.starts_with("&&") ? refused : given).insert(member->name);
    }
    EXPECT_EQ(given, refused) << header.path();
    found += given.size();
  }
  EXPECT_GT(found, 15U);
}

}  // namespace
}  // namespace citegraph
