#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>

#include "citegraph/graph.hpp"

#include "graph/contents.hpp"
#include "graph/identity.hpp"
#include "graph/keys.hpp"
#include "graph/paper_records.hpp"

namespace citegraph {

struct GraphBuilder::State {
  std::vector<graph::Record> records;
  std::vector<graph::RecordedCitation> citations;
  std::map<std::pair<std::string, std::string>, WorkId> papers;  // by path and source
  std::uint32_t paper_count = 0;
};

namespace {

using graph::Identities;
using graph::Record;
using graph::RecordedCitation;

struct Vertices {
  std::vector<Work> works;          // by vertex
  std::vector<Vertex> of_identity;  // by position in Identities::works
};

// Works of one key get their turn by content, so that the numbers do not depend on the order of adding.
Vertices number_by_year_and_key(const std::vector<Record>& records, const Identities& identities) {
  std::vector<Work> works;
  for (const std::vector<std::uint32_t>& members : identities.works) {
    std::vector<const Record*> same;
    for (const std::uint32_t r : members) same.push_back(&records[r]);
    works.push_back(graph::merge_works(same));
  }
  graph::complete_keys(works);

  std::vector<std::uint32_t> order(works.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto rank = [&](std::uint32_t i) {
    const int year = works[i].year();
    return std::make_tuple(year == 0, year, std::string_view(works[i].key));
  };
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });

  Vertices vertices;
  vertices.of_identity.resize(works.size());
  for (const std::uint32_t i : order) {
    vertices.of_identity[i] = static_cast<Vertex>(vertices.works.size());
    vertices.works.push_back(std::move(works[i]));
  }
  return vertices;
}

VertexRole strongest_role(const std::vector<Record>& records, const std::vector<std::uint32_t>& members) {
  VertexRole role = VertexRole::missing;
  for (const std::uint32_t r : members) role = std::min(role, records[r].role);
  return role;
}

std::vector<Variant> collect_variants(std::vector<Record>& records, const std::vector<std::uint32_t>& members,
                                      const std::vector<MergeReason>& reasons) {
  std::vector<Variant> variants;
  for (const std::uint32_t r : members) {
    for (Variant& variant : records[r].variants) {
      if (variant.reason == MergeReason::none) variant.reason = reasons[r];
      variants.push_back(std::move(variant));
    }
  }
  return variants;
}

// Joins what is said of one pair; mentions come in the order of path and place, each once.
void join(Cites& cites, Cites&& more) {
  cites.listed = cites.listed || more.listed;
  std::move(more.mentions.begin(), more.mentions.end(), std::back_inserter(cites.mentions));
}

void tidy(Cites& cites) {
  const auto place = [](const Mention& m) { return std::tie(m.path, m.source, m.locator); };
  std::stable_sort(cites.mentions.begin(), cites.mentions.end(),
                   [&](const Mention& a, const Mention& b) { return place(a) < place(b); });
  cites.mentions.erase(std::unique(cites.mentions.begin(), cites.mentions.end()), cites.mentions.end());
}

}  // namespace

GraphBuilder::GraphBuilder() : state_(std::make_unique<State>()) {}
GraphBuilder::GraphBuilder(GraphBuilder&&) noexcept = default;
GraphBuilder& GraphBuilder::operator=(GraphBuilder&&) noexcept = default;
GraphBuilder::~GraphBuilder() = default;

WorkId GraphBuilder::add(const Paper& paper) {
  const auto add = [&] {
    return WorkId{graph::add_paper(paper, ++state_->paper_count, state_->records, state_->citations)};
  };
  if (paper.document.path.empty()) return add();
  const auto [place, is_new] = state_->papers.try_emplace({paper.document.path, paper.document.source});
  if (is_new) place->second = add();
  return place->second;
}

WorkId GraphBuilder::add(Work work) {
  state_->records.push_back(
      {.work = std::move(work), .role = VertexRole::listed, .paper = 0, .part = 0, .variants = {}});
  return WorkId{static_cast<std::uint32_t>(state_->records.size() - 1)};
}

void GraphBuilder::cite(WorkId citing, WorkId cited, Cites cites) {
  state_->citations.push_back(
      {static_cast<std::uint32_t>(citing), static_cast<std::uint32_t>(cited), std::move(cites)});
}

Graph GraphBuilder::build() && {
  const std::unique_ptr<State> state = std::exchange(state_, std::make_unique<State>());
  std::vector<Record>& records = state->records;
  const Identities identities = graph::identify(records);
  Vertices vertices = number_by_year_and_key(records, identities);

  auto contents = std::make_shared<Graph::Contents>();
  const std::size_t count = vertices.works.size();
  contents->works = std::move(vertices.works);
  contents->roles.resize(count);
  contents->variants.resize(count);
  for (std::size_t i = 0; i < identities.works.size(); ++i) {
    const Vertex v = vertices.of_identity[i];
    contents->roles[v] = strongest_role(records, identities.works[i]);
    contents->variants[v] = collect_variants(records, identities.works[i], identities.reasons);
  }
  for (const std::uint32_t identity : identities.work_of) contents->of_work.push_back(vertices.of_identity[identity]);
  for (Vertex v = 0; v < count; ++v)
    if (contents->roles[v] == VertexRole::paper) contents->papers.push_back(v);
  contents->by_key.resize(count);
  std::iota(contents->by_key.begin(), contents->by_key.end(), Vertex{0});
  std::sort(contents->by_key.begin(), contents->by_key.end(),
            [&](Vertex a, Vertex b) { return contents->works[a].key < contents->works[b].key; });

  const auto edge_of = [&](const RecordedCitation& c) {
    return Edge{contents->of_work[c.from], contents->of_work[c.to]};
  };
  std::vector<RecordedCitation>& citations = state->citations;
  std::stable_sort(citations.begin(), citations.end(),
                   [&](const RecordedCitation& a, const RecordedCitation& b) { return edge_of(a) < edge_of(b); });
  std::vector<Edge> edges;
  for (RecordedCitation& citation : citations) {
    const Edge edge = edge_of(citation);
    if (edges.empty() || edges.back() != edge) {
      edges.push_back(edge);
      contents->cites.emplace_back();
    }
    join(contents->cites.back(), std::move(citation.cites));
  }
  for (Cites& cites : contents->cites) tidy(cites);
  contents->out = graph::rows_of_cited(count, edges);
  contents->in = graph::rows_of_citing(count, edges);
  return Graph(std::move(contents));
}

}  // namespace citegraph
