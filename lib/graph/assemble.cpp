#include <algorithm>
#include <iterator>
#include <numeric>
#include <string_view>
#include <tuple>
#include <utility>

#include "citegraph/citation_key.hpp"

#include "graph/contents.hpp"
#include "graph/identity.hpp"
#include "graph/prints.hpp"

namespace citegraph::graph {
namespace {

// Papers by what they say, not by when they came; records know them by these numbers.
void number_papers(std::vector<Record>& records) {
  std::vector<std::uint32_t> papers;
  std::uint32_t highest = 0;
  for (std::uint32_t r = 0; r < records.size(); ++r) {
    highest = std::max(highest, records[r].paper);
    if (records[r].role == VertexRole::paper && records[r].paper != 0) papers.push_back(r);
  }
  std::stable_sort(papers.begin(), papers.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return comes_before(records[a], records[b]); });
  std::vector<std::uint32_t> number(std::size_t{highest} + 1, 0);
  std::uint32_t next = 0;
  for (const std::uint32_t r : papers) number[records[r].paper] = ++next;
  for (std::uint32_t p = 1; p <= highest; ++p)
    if (number[p] == 0) number[p] = ++next;  // a part of a graph, without the paper itself
  for (Record& record : records) record.paper = number[record.paper];
}

class Assembler {
 public:
  Assembler(std::vector<Record> records, RecordedCitations citations, std::span<const Decision> decisions)
      : records_(std::move(records)), citations_(std::move(citations)), decisions_(decisions) {
    number_papers(records_);
    identities_ = identify(records_, decisions);
  }

  Assembled assemble() && {
    number_works();
    describe_works();
    std::vector<Record>().swap(records_);
    describe_pairs();
    index_works();
    join_citations();
    return std::move(contents_);
  }

 private:
  void number_works();
  void describe_works();
  void describe_pairs();
  std::pair<Vertex, std::uint32_t> print_of(std::uint32_t record) const;
  void index_works();
  std::vector<Edge> listed_edges();
  void join_citations();

  std::vector<Record> records_;
  RecordedCitations citations_;
  std::span<const Decision> decisions_;
  RecordGroups identities_;
  std::vector<Vertex> vertex_of_;  // by position in Identities::works
  Assembled contents_;
};

// By year, those without one last, then by key.
void Assembler::number_works() {
  std::vector<Work> works;
  works.reserve(identities_.works.size());
  for (const std::vector<std::uint32_t>& members : identities_.works) {
    if (members.size() == 1) {  // nothing to merge: the record keeps its key, and says what the work says
      Work& only = records_[members.front()].work;
      Work rest;
      rest.key = only.key;
      works.push_back(std::exchange(only, std::move(rest)));
      continue;
    }
    std::vector<const Record*> same;
    same.reserve(members.size());
    for (const std::uint32_t r : members) same.push_back(&records_[r]);
    works.push_back(merge_works(same));
  }
  assign_keys(works);

  std::vector<std::uint32_t> order(works.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto rank = [&](std::uint32_t i) {
    const int year = works[i].year();
    return std::make_tuple(year == 0, year, std::string_view(works[i].key));
  };
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });

  vertex_of_.resize(works.size());
  for (const std::uint32_t i : order) {
    vertex_of_[i] = static_cast<Vertex>(contents_.works.size());
    contents_.works.push_back(std::move(works[i]));
  }
}

void Assembler::describe_works() {
  contents_.roles.assign(contents_.works.size(), VertexRole::missing);
  contents_.variants.resize(contents_.works.size());
  contents_.packed.resize(contents_.works.size());
  for (std::size_t i = 0; i < identities_.works.size(); ++i) {
    VertexRole& role = contents_.roles[vertex_of_[i]];
    std::vector<Variant>& variants = contents_.variants[vertex_of_[i]];
    std::vector<const Record*> same;
    for (const std::uint32_t r : identities_.works[i]) same.push_back(&records_[r]);
    contents_.packed[vertex_of_[i]] =
        same.size() == 1 ? pack(same, same.front()->work) : pack(same, contents_.works[vertex_of_[i]]);
    for (const std::uint32_t r : identities_.works[i]) {
      role = std::min(role, records_[r].role);
      for (Variant& variant : records_[r].variants) {
        if (variant.reason == MergeReason::none) {
          variant.reason = identities_.joined_by[r].reason;
          variant.agree = identities_.joined_by[r].agree;
        }
        variants.push_back(std::move(variant));
      }
    }
  }
}

std::pair<Vertex, std::uint32_t> Assembler::print_of(std::uint32_t record) const {
  const std::uint32_t work = identities_.work_of[record];
  const std::vector<std::uint32_t>& members = identities_.works[work];
  const auto place = std::find(members.begin(), members.end(), record);
  return {vertex_of_[work], static_cast<std::uint32_t>(place - members.begin())};
}

template <class T>
void sort_once(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

// What identity found of two records, said of their vertices.
void Assembler::describe_pairs() {
  const auto ends = [&](std::uint32_t a, std::uint32_t b) {
    return std::minmax({vertex_of_[identities_.work_of[a]], vertex_of_[identities_.work_of[b]]});
  };
  for (const auto& [a, b] : identities_.versions) {
    const auto [first, second] = ends(a, b);
    contents_.versions.push_back({.first = first, .second = second});
  }
  sort_once(contents_.versions);
  for (const IdentityConflict& conflict : identities_.conflicts) {
    const auto [first, second] = ends(conflict.first, conflict.second);
    contents_.conflicts.push_back(
        {.first = first, .second = second, .agree = conflict.agree, .differ = conflict.differ});
  }
  sort_once(contents_.conflicts);
  for (const Decision& decision : decisions_) {
    const auto [first, second] = std::minmax({print_of(decision.first), print_of(decision.second)});
    contents_.decisions.push_back({first.first, first.second, second.first, second.second, decision.same ? 1U : 0U});
  }
  sort_once(contents_.decisions);
}

void Assembler::index_works() {
  for (const std::uint32_t identity : identities_.work_of) contents_.of_work.push_back(vertex_of_[identity]);
  graph::index_works(contents_);
}

// Mentions in the order of path and place, each once.
void tidy(std::vector<Mention>& mentions) {
  const auto place = [](const Mention& m) { return std::tie(m.path, m.source, m.locator); };
  std::stable_sort(mentions.begin(), mentions.end(),
                   [&](const Mention& a, const Mention& b) { return place(a) < place(b); });
  mentions.erase(std::unique(mentions.begin(), mentions.end()), mentions.end());
}

// Which pairs are only listed, each once, sorted.
std::vector<Edge> Assembler::listed_edges() {
  std::vector<Edge> edges = std::exchange(citations_.listed(), {});
  for (Edge& edge : edges) edge = {.from = contents_.of_work[edge.from], .to = contents_.of_work[edge.to]};
  sort_once(edges);
  return edges;
}

void Assembler::join_citations() {
  const std::vector<Edge> listed = listed_edges();
  std::vector<RecordedCitation>& described = citations_.described();
  const auto edge_of = [&](const RecordedCitation& c) {
    return Edge{.from = contents_.of_work[c.from], .to = contents_.of_work[c.to]};
  };
  std::stable_sort(described.begin(), described.end(),
                   [&](const RecordedCitation& a, const RecordedCitation& b) { return edge_of(a) < edge_of(b); });
  std::vector<Edge> edges;
  edges.reserve(listed.size());
  auto plain = listed.begin();
  for (auto next = described.begin(); next != described.end();) {
    const Edge edge = edge_of(*next);
    for (; plain != listed.end() && *plain < edge; ++plain) edges.push_back(*plain);
    Cites cites{.listed = plain != listed.end() && *plain == edge, .mentions = {}};
    if (cites.listed) ++plain;
    for (; next != described.end() && edge_of(*next) == edge; ++next) {
      cites.listed = cites.listed || next->cites.listed;
      std::move(next->cites.mentions.begin(), next->cites.mentions.end(), std::back_inserter(cites.mentions));
    }
    tidy(cites.mentions);
    contents_.cites.add(edges.size(), std::move(cites));
    edges.push_back(edge);
  }
  edges.insert(edges.end(), plain, listed.end());
  contents_.out = rows_of_cited(contents_.works.size(), edges);
  contents_.in = rows_of_citing(contents_.works.size(), edges);
}

}  // namespace

void index_works(Assembled& assembled) {
  for (Vertex v = 0; v < assembled.roles.size(); ++v)
    if (assembled.roles[v] == VertexRole::paper) assembled.papers.push_back(v);
  assembled.by_key.resize(assembled.works.size());
  std::iota(assembled.by_key.begin(), assembled.by_key.end(), Vertex{0});
  std::sort(assembled.by_key.begin(), assembled.by_key.end(),
            [&](Vertex a, Vertex b) { return assembled.works[a].key < assembled.works[b].key; });
}

Assembled assemble(std::vector<Record> records, RecordedCitations citations, std::span<const Decision> decisions) {
  return Assembler(std::move(records), std::move(citations), decisions).assemble();
}

}  // namespace citegraph::graph
