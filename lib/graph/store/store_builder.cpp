#include "citegraph/store_builder.hpp"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <numeric>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "citegraph/graph.hpp"

#include "bibliography/records/id_table.hpp"
#include "graph/contents.hpp"
#include "graph/prints.hpp"
#include "graph/record.hpp"
#include "graph/store/records.hpp"
#include "graph/store/spill_parts.hpp"
#include "graph/store/writer.hpp"

namespace citegraph {
namespace {

using namespace graph::store;

using WorkNumber = std::uint32_t;  // in the order in which identifiers come

struct SpilledEdge {
  std::uint32_t from;
  std::uint32_t to;
};

struct SpilledWork {  // the record follows
  std::uint32_t work;
  std::uint32_t size;
};

// What is held of a work beside its identifier.
struct Held {
  std::int32_t year = 0;
  std::uint32_t record_size = 0;  // of the last record put; 0: none
  std::uint32_t cited = 0;        // citations added
  std::uint32_t citing = 0;
  bool described = false;
};

std::string directory_of(const StoreBuilderOptions& options) {
  return options.directory.empty() ? std::filesystem::temp_directory_path().string() : options.directory;
}

}  // namespace

struct StoreBuilder::State {
  explicit State(StoreBuilderOptions with)
      : options(std::move(with)),
        directory(directory_of(options)),
        edges(std::in_place, directory),
        works(std::in_place, directory) {}

  WorkNumber number_of(std::string_view id);
  void describe(WorkNumber number, const Work& work);

  void number_vertices();
  void sort_by_citing();
  void sort_by_cited();
  void write_works(StoreWriter& writer);
  [[nodiscard]] std::string bare_record(Vertex v) const;
  void write_prints(StoreWriter& writer) const;

  [[nodiscard]] std::string id_of(Vertex v) const { return std::string(ids.id(number_at[v])); }
  [[nodiscard]] std::uint64_t vertices() const noexcept { return held.size(); }

  StoreBuilderOptions options;
  std::string directory;
  bibliography::records::IdTable ids;
  std::vector<Held> held;          // by number
  std::optional<SpillFile> edges;  // SpilledEdge, of numbers
  std::optional<SpillFile> works;  // SpilledWork and its record, of numbers; a later one of a work counts
  std::uint64_t citations = 0;

  // From `finish` on.
  std::vector<WorkNumber> number_at;  // by vertex
  std::vector<Vertex> vertex_of;      // by number
  std::vector<Vertex> by_key;
  std::vector<std::uint64_t> out_offsets;
  std::vector<std::uint64_t> in_offsets;
  std::optional<SpillFile> targets;
  std::optional<SpillFile> sources;
  std::optional<SpillParts> by_cited;
};

WorkNumber StoreBuilder::State::number_of(std::string_view id) {
  const WorkNumber number = ids.number_of(id);
  if (number == held.size()) held.emplace_back();
  return number;
}

void StoreBuilder::State::describe(WorkNumber number, const Work& work) {
  std::string record;
  graph::append(record, work);
  const SpilledWork head{number, static_cast<std::uint32_t>(record.size())};
  works->put_value(head);
  works->put(record);
  held[number].record_size = head.size;
  held[number].year = work.year();
}

// As a graph numbers them: by year, those without one last, then by key.
void StoreBuilder::State::number_vertices() {
  std::vector<WorkNumber> sorted(held.size());
  std::iota(sorted.begin(), sorted.end(), WorkNumber{0});
  std::sort(sorted.begin(), sorted.end(), [&](WorkNumber a, WorkNumber b) { return ids.id(a) < ids.id(b); });
  number_at = sorted;
  const auto rank = [&](WorkNumber n) { return std::pair(held[n].year == 0, held[n].year); };
  std::stable_sort(number_at.begin(), number_at.end(), [&](WorkNumber a, WorkNumber b) { return rank(a) < rank(b); });
  vertex_of.resize(held.size());
  for (std::size_t v = 0; v < number_at.size(); ++v) vertex_of[number_at[v]] = static_cast<Vertex>(v);
  by_key = std::move(sorted);
  for (Vertex& each : by_key) each = vertex_of[each];
}

namespace {

constexpr std::uint64_t packed_edge(Vertex row, Vertex neighbour) noexcept {
  return (std::uint64_t{row} << 32U) | neighbour;
}

// Reads a part of edges, the vertex of the row before its neighbour, and hands them over sorted, each once.
template <class Sink>
void sort_part(std::string bytes, const Sink& sink) {
  std::vector<std::uint64_t> packed(bytes.size() / sizeof(SpilledEdge));
  for (std::size_t i = 0; i < packed.size(); ++i) {
    SpilledEdge edge{};
    std::memcpy(&edge, bytes.data() + i * sizeof edge, sizeof edge);
    packed[i] = packed_edge(edge.from, edge.to);
  }
  std::string().swap(bytes);
  std::sort(packed.begin(), packed.end());
  for (std::size_t i = 0; i < packed.size(); ++i)
    if (i == 0 || packed[i] != packed[i - 1])
      sink(static_cast<Vertex>(packed[i] >> 32U), static_cast<Vertex>(packed[i]));
}

}  // namespace

// Rows of cited works to `targets`; the same edges, each once, on their way to `sort_by_cited`.
void StoreBuilder::State::sort_by_citing() {
  const std::uint64_t half = options.memory / 2;  // a part is held twice over while it is unpacked
  std::vector<std::uint64_t> sizes(vertices());
  for (Vertex v = 0; v < vertices(); ++v) sizes[v] = held[number_at[v]].cited * sizeof(SpilledEdge);
  SpillParts parts(sizes, half, directory);
  for (Vertex v = 0; v < vertices(); ++v) sizes[v] = held[number_at[v]].citing * sizeof(SpilledEdge);
  by_cited.emplace(sizes, half, directory);
  edges->rewind();
  for (SpilledEdge edge{}; edges->read_value(edge);) {
    const Vertex from = vertex_of[edge.from];
    parts.file_of(from).put_value(SpilledEdge{from, vertex_of[edge.to]});
  }
  edges.reset();
  targets.emplace(directory);
  out_offsets.assign(vertices() + 1, 0);
  in_offsets.assign(vertices() + 1, 0);
  for (std::size_t part = 0; part < parts.count(); ++part)
    sort_part(parts.take(part), [&](Vertex from, Vertex to) {
      targets->put_value(to);
      ++out_offsets[from + 1];
      ++in_offsets[to + 1];
      by_cited->file_of(to).put_value(SpilledEdge{to, from});
    });
  std::partial_sum(out_offsets.begin(), out_offsets.end(), out_offsets.begin());
  std::partial_sum(in_offsets.begin(), in_offsets.end(), in_offsets.begin());
  citations = out_offsets.back();
}

void StoreBuilder::State::sort_by_cited() {
  sources.emplace(directory);
  for (std::size_t part = 0; part < by_cited->count(); ++part)
    sort_part(by_cited->take(part), [&](Vertex /*to*/, Vertex from) { sources->put_value(from); });
  by_cited.reset();
}

std::string StoreBuilder::State::bare_record(Vertex v) const {
  std::string record;
  graph::append(record, graph::bare_work(id_of(v), {}));
  return record;
}

void StoreBuilder::State::write_works(StoreWriter& writer) {
  std::vector<std::uint64_t> sizes(vertices());  // on disk
  std::vector<std::uint64_t> places = {0};
  places.reserve(vertices() + 1);
  for (Vertex v = 0; v < vertices(); ++v) {
    const std::uint32_t size = held[number_at[v]].record_size;
    sizes[v] = size == 0 ? 0 : size + sizeof(SpilledWork);
    places.push_back(places.back() + (size == 0 ? bare_record(v).size() : size));
  }
  writer.array<std::uint64_t>(SectionId::work_places, places);

  SpillParts parts(sizes, options.memory, directory);
  works->rewind();
  std::string record;
  for (SpilledWork head{}; works->read_value(head);) {
    record.resize(head.size);
    works->read(record.data(), record.size());
    const Vertex v = vertex_of[head.work];
    if (head.size != held[head.work].record_size) continue;  // a date that a description has overtaken
    SpillFile& file = parts.file_of(v);
    file.put_value(SpilledWork{v, head.size});
    file.put(record);
  }
  works.reset();

  writer.begin(SectionId::works);
  for (std::size_t part = 0; part < parts.count(); ++part) {
    const std::string bytes = parts.take(part);
    std::vector<std::string_view> records(parts.end(part) - parts.begin(part));
    for (std::size_t at = 0; at + sizeof(SpilledWork) <= bytes.size();) {
      SpilledWork head{};
      std::memcpy(&head, bytes.data() + at, sizeof head);
      records[head.work - parts.begin(part)] = std::string_view(bytes).substr(at + sizeof head, head.size);
      at += sizeof head + head.size;
    }
    for (std::size_t i = 0; i < records.size(); ++i)
      writer.add(records[i].empty() ? bare_record(parts.begin(part) + static_cast<Vertex>(i)) : records[i]);
  }
  writer.end();
}

// One print each, which says what the work says.
void StoreBuilder::State::write_prints(StoreWriter& writer) const {
  graph::Record print;
  const graph::Record* const only = &print;
  writer.records(SectionId::print_places, SectionId::prints, vertices(), [&](std::uint64_t v, std::string& bytes) {
    print.work.key = id_of(static_cast<Vertex>(v));
    graph::append_prints(bytes, graph::pack({&only, 1}, print.work), {});
  });
}

StoreBuilder::StoreBuilder(StoreBuilderOptions options) : state_(std::make_unique<State>(std::move(options))) {}
StoreBuilder::~StoreBuilder() = default;

void StoreBuilder::add(const WorkRecord& record) {
  State& state = *state_;
  const WorkNumber citing = state.number_of(record.id);
  Held& work = state.held[citing];
  if (!work.described && !graph::is_bare(record.work)) {
    Work described = record.work;
    described.key = record.id;
    state.describe(citing, described);
    work.described = true;
  } else if (const Date* issued = record.work.get(DateVariable::issued);
             issued != nullptr && !work.described && work.record_size == 0) {
    state.describe(citing, graph::bare_work(record.id, *issued));
  }
  for (const std::string& id : record.cited) {
    const WorkNumber cited = state.number_of(id);
    if (cited == citing) continue;
    state.edges->put_value(SpilledEdge{citing, cited});
    ++state.held[citing].cited;
    ++state.held[cited].citing;
    ++state.citations;
  }
}

void StoreBuilder::finish(std::ostream& out) {
  State& state = *state_;
  state.number_vertices();
  state.sort_by_citing();
  state.sort_by_cited();

  StoreWriter writer(out);
  const auto copy = [&](SectionId id, SpillFile& file) {
    std::string buffer(std::size_t{1} << 16U, '\0');
    file.rewind();
    writer.begin(id);
    for (std::size_t size = file.read(buffer.data(), buffer.size()); size > 0;
         size = file.read(buffer.data(), buffer.size()))
      writer.add(std::string_view(buffer).substr(0, size));
    writer.end();
  };
  writer.head();
  writer.array<std::uint64_t>(SectionId::out_offsets, state.out_offsets);
  copy(SectionId::targets, *state.targets);
  writer.array<std::uint64_t>(SectionId::in_offsets, state.in_offsets);
  copy(SectionId::sources, *state.sources);
  writer.array<VertexRole>(SectionId::roles, std::vector<VertexRole>(state.vertices(), VertexRole::listed));
  writer.array<Vertex>(SectionId::papers, {});
  writer.array<Vertex>(SectionId::by_key, state.by_key);
  state.write_works(writer);
  state.write_prints(writer);
  writer.array<std::uint64_t>(SectionId::described, {});
  writer.records(SectionId::cites_places, SectionId::cites, 0, [](std::uint64_t, std::string&) {});
  writer.array<WorkVersions>(SectionId::versions, {});
  writer.array<WorkConflict>(SectionId::conflicts, {});
  writer.array<graph::PrintDecision>(SectionId::decisions, {});
  writer.table();
}

std::uint64_t StoreBuilder::work_count() const noexcept { return state_->held.size(); }
std::uint64_t StoreBuilder::citation_count() const noexcept { return state_->citations; }

}  // namespace citegraph
