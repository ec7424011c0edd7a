#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <numeric>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "citegraph/graph.hpp"

#include "graph/paper_maker.hpp"

namespace citegraph {
namespace {

using test::make_work;
using test::PaperMaker;

struct Printed {
  const char* author;
  const char* title;
  int year;
  std::vector<std::pair<Variable, const char*>> more = {};
  const char* letter = "";
};

struct IdentityCase {
  const char* trait;
  Printed a;
  Printed b;
  MergeReason reason;  // none: two works
};

Work work_of(const Printed& printed) {
  Work work = make_work(printed.author, printed.title, printed.year);
  for (const auto& [variable, text] : printed.more) work.set(variable, text);
  if (printed.letter[0] != 0) work.set(DateVariable::issued, test::year(printed.year, printed.letter));
  return work;
}

MergeReason reason_of(const Graph& graph, VertexRole role = VertexRole::listed) {
  for (Vertex v = 0; v < graph.vertex_count(); ++v)
    if (graph.role(v) == role && graph.variants(v).size() == 2) return graph.variants(v)[1].reason;
  return MergeReason::none;
}

const IdentityCase across_papers[] = {
    {"title, author and year", {"Ash", "The Nile", 1990}, {"Ash", "The Nile", 1990}, MergeReason::same_title},
    {"case, dashes, quotes and accents",
     {"Müller", "“Nile – a River”", 1990},
     {"Muller", "Nile - A river", 1990},
     MergeReason::same_title},
    {"DOI, and nothing else",
     {"Ash", "The Nile", 1990, {{Variable::doi, "10.1/a"}}},
     {"Oak", "Nile", 1991, {{Variable::doi, "10.1/A"}}},
     MergeReason::same_doi},
    {"title alone", {"", "Editorial", 0}, {"", "Editorial", 0}, MergeReason::none},
    {"no author but a year",
     {"", "Joint Statement on Rivers", 2004},
     {"", "Joint Statement on Rivers", 2004},
     MergeReason::same_title},
    {"another author", {"Ash", "The Nile", 1990}, {"Oak", "The Nile", 1990}, MergeReason::none},
    {"another year", {"Ash", "The Nile", 1990}, {"Ash", "The Nile", 1995}, MergeReason::none},
    {"contradicting DOIs",
     {"Ash", "The Nile", 1990, {{Variable::doi, "10.1/a"}}},
     {"Ash", "The Nile", 1990, {{Variable::doi, "10.1/b"}}},
     MergeReason::none},
    {"contradicting volumes",
     {"Ash", "Book Review", 1990, {{Variable::volume, "1"}}},
     {"Ash", "Book Review", 1990, {{Variable::volume, "2"}}},
     MergeReason::none},
    {"a volume against none",
     {"Ash", "The Nile", 1990, {{Variable::volume, "1"}}},
     {"Ash", "The Nile", 1990},
     MergeReason::same_title},
    {"last page abbreviated",
     {"Ash", "The Nile", 1990, {{Variable::page, "145-68"}}},
     {"Ash", "The Nile", 1990, {{Variable::page, "145-168"}}},
     MergeReason::same_title},
    {"letters of different papers",
     {"Ash", "The Nile", 1990, {}, "a"},
     {"Ash", "The Nile", 1990, {}, "b"},
     MergeReason::same_title},
};

TEST(Identity, across_papers) {
  for (const IdentityCase& c : across_papers) {
    PaperMaker a("a.md", "First");
    PaperMaker b("b.md", "Second");
    a.entry(work_of(c.a));
    b.entry(work_of(c.b));
    GraphBuilder builder;
    builder.add(a.paper());
    builder.add(b.paper());
    const Graph graph = std::move(builder).build();
    EXPECT_EQ(graph.vertex_count(), c.reason == MergeReason::none ? 4U : 3U) << c.trait;
    EXPECT_EQ(graph.edge_count(), 2U) << c.trait;
    EXPECT_EQ(to_string(reason_of(graph)), to_string(c.reason)) << c.trait;
  }
}

const IdentityCase within_a_paper[] = {
    {"the same entry twice", {"Ash", "The Nile", 1990}, {"Ash", "The Nile", 1990}, MergeReason::same_text},
    {"the same title alone, twice", {"", "Editorial", 0}, {"", "Editorial", 0}, MergeReason::same_text},
    {"letters after the year", {"Ash", "Report", 1990, {}, "a"}, {"Ash", "Report.", 1990, {}, "b"}, MergeReason::none},
};

TEST(Identity, within_a_paper) {
  for (const IdentityCase& c : within_a_paper) {
    PaperMaker a("a.md", "First");
    a.entry(work_of(c.a));
    a.entry(work_of(c.b));
    Paper paper = a.paper();
    if (c.a.letter[0] != 0) paper.references[1].span.end -= 3;  // what is printed differs
    GraphBuilder builder;
    builder.add(paper);
    const Graph graph = std::move(builder).build();
    EXPECT_EQ(graph.vertex_count(), c.reason == MergeReason::none ? 3U : 2U) << c.trait;
    EXPECT_EQ(to_string(reason_of(graph)), to_string(c.reason)) << c.trait;
  }
}

TEST(Identity, the_merged_work_has_what_each_print_knows) {
  PaperMaker a("a.md", "First");
  PaperMaker b("b.md", "Second");
  a.entry(work_of({"Ash", "The Nile", 1990, {{Variable::volume, "4"}}}));
  Work article = work_of({"Ash", "The Nile", 1990, {{Variable::page, "5"}, {Variable::doi, "10.1/a"}}});
  article.type = WorkType::article_journal;
  b.entry(article);
  GraphBuilder builder;
  builder.add(a.paper());
  builder.add(b.paper());
  const Graph graph = std::move(builder).build();
  EXPECT_EQ(graph[0].get(Variable::volume), "4");
  EXPECT_EQ(graph[0].get(Variable::page), "5");
  EXPECT_EQ(graph[0].get(Variable::doi), "10.1/a");
  EXPECT_EQ(graph[0].type, WorkType::article_journal);
}

// Those without a DOI could be any of the others, so they are taken for one more work; in linear time.
TEST(Identity, a_title_shared_by_many_works_takes_linear_time) {
  GraphBuilder builder;
  for (int i = 0; i < 20000; ++i) {
    Work work = make_work("Ash", "Editorial", 1990);
    if (i % 2 == 0) work.set(Variable::doi, "10.1/" + std::to_string(i));
    builder.add(std::move(work));
  }
  EXPECT_EQ(std::move(builder).build().vertex_count(), 10001U);
}

// Works of few titles, authors, years, DOIs and volumes, so that everything that can meet does.
std::vector<Work> colliding_works(unsigned seed) {
  std::mt19937 random(seed);
  const auto one_of = [&](std::vector<const char*> values) { return values[random() % values.size()]; };
  std::vector<Work> works;
  for (int i = 0; i < 40; ++i) {
    Work work = make_work(one_of({"", "Ash", "Oak"}), one_of({"", "Nile", "Ob", "Editorial"}),
                          1990 + static_cast<int>(random() % 2));
    work.set(Variable::doi, one_of({"", "", "", "10.1/a", "10.1/b", "10.1/c"}));
    work.set(Variable::volume, one_of({"", "", "1", "2"}));
    work.set(Variable::page, one_of({"", "", "5", "5-9", "7"}));
    works.push_back(std::move(work));
  }
  return works;
}

// Which works are one, as sets of positions in `works`.
std::set<std::set<std::size_t>> partition(const std::vector<Work>& works, const std::vector<std::size_t>& order) {
  GraphBuilder builder;
  std::vector<WorkId> ids(works.size());
  for (const std::size_t i : order) ids[i] = builder.add(works[i]);
  const Graph graph = std::move(builder).build();
  std::map<Vertex, std::set<std::size_t>> members;
  for (std::size_t i = 0; i < works.size(); ++i) members[graph.vertex(ids[i])].insert(i);
  std::set<std::set<std::size_t>> sets;
  for (auto& [vertex, set] : members) sets.insert(std::move(set));
  return sets;
}

TEST(Identity, neither_depends_on_the_order_nor_joins_different_dois) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    const std::vector<Work> works = colliding_works(seed);
    std::vector<std::size_t> order(works.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const std::set<std::set<std::size_t>> expected = partition(works, order);
    std::mt19937 random(seed);
    for (int turn = 0; turn < 3; ++turn) {
      std::shuffle(order.begin(), order.end(), random);
      EXPECT_EQ(partition(works, order), expected) << seed;
    }
    std::map<std::string, int> sets_of_doi;
    for (const std::set<std::size_t>& same : expected) {
      std::set<std::string> dois;
      for (const std::size_t i : same)
        if (!works[i].get(Variable::doi).empty()) dois.emplace(works[i].get(Variable::doi));
      EXPECT_LE(dois.size(), 1U) << seed;
      for (const std::string& doi : dois) EXPECT_EQ(++sets_of_doi[doi], 1) << seed;
    }
  }
}

}  // namespace
}  // namespace citegraph
