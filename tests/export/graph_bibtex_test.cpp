#include "citegraph/graph_bibtex.hpp"

#include <gtest/gtest.h>
#include <sstream>
#include <string>
#include <utility>

#include "graph/paper_maker.hpp"

namespace citegraph {
namespace {

using test::PaperMaker;

// Two papers, the first of which the second lists; a work that is listed only, and one that is missing.
Graph three_works() {
  PaperMaker older("old.md");
  older.entry("Ash", "Nile", 1990);
  Paper old_paper = older.paper();
  old_paper.document.work = test::make_work("Yew", "Lakes", 2005);
  PaperMaker newer("new.md");
  newer.cite("Yew, 2005", newer.entry("Yew", "Lakes", 2005));
  newer.cite_missing({"Elm"}, 2001);
  Paper new_paper = newer.paper();
  new_paper.document.work = test::make_work("Oak", "Seas", 2010);
  GraphBuilder builder;
  builder.add(new_paper);
  builder.add(old_paper);
  return std::move(builder).build();
}

// The family names that occur.
std::string written(const GraphSelection& selection) {
  std::ostringstream out;
  write_bibtex(out, three_works(), {}, selection);
  std::string entries;
  for (const char* name : {"Ash", "Elm", "Oak", "Yew"})
    if (out.str().find(name) != std::string::npos) entries += std::string(name) + ' ';
  return entries;
}

struct SelectionCase {
  const char* trait;
  GraphSelection selection;
  const char* entries;
};

TEST(GraphBibtex, holds_what_is_listed_and_what_is_asked_for) {
  const SelectionCase cases[] = {
      {"listed works and listed papers", {}, "Ash Yew "},
      {"papers", {.papers = true}, "Ash Oak Yew "},
      {"missing works", {.missing = true}, "Ash Elm Yew "},
      {"all", {.papers = true, .missing = true}, "Ash Elm Oak Yew "},
  };
  for (const SelectionCase& c : cases) EXPECT_EQ(written(c.selection), c.entries) << c.trait;
}

TEST(GraphBibtex, entries_have_the_keys_of_the_graph) {
  const Graph graph = three_works();
  std::ostringstream out;
  write_bibtex(out, graph, {}, {.papers = true, .missing = true});
  std::size_t before = 0;
  for (const char* name : {"Ash", "Elm", "Oak", "Yew"}) {
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
      if (graph[v].get(NameVariable::author)[0].cited_form() != name) continue;
      const std::size_t at = out.str().find('{' + graph[v].key + ',');
      ASSERT_NE(at, std::string::npos) << graph[v].key;
      EXPECT_GE(at, before) << "not sorted by key";
      before = at;
    }
  }
}

TEST(GraphBibtex, the_empty_graph_gives_no_entry) {
  std::ostringstream out;
  write_bibtex(out, Graph());
  EXPECT_EQ(out.str().find('@'), std::string::npos);
}

}  // namespace
}  // namespace citegraph
