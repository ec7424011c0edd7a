#include <bit>
#include <cstring>
#include <ostream>
#include <string>
#include <vector>

#include "citegraph/store.hpp"

#include "graph/contents.hpp"
#include "graph/store/checksum.hpp"
#include "graph/store/format.hpp"
#include "graph/store/records.hpp"

namespace citegraph {
namespace {

using namespace graph::store;

static_assert(std::endian::native == std::endian::little, "stores are written as they lie in memory");

template <class T>
std::string_view bytes_of(std::span<const T> values) {
  return {reinterpret_cast<const char*>(values.data()), values.size_bytes()};
}

// Front to back, so that any stream will do; the table of sections comes last.
class StoreWriter {
 public:
  explicit StoreWriter(std::ostream& out) : out_(out) {}

  void head() {
    Head head{.magic = {}, .version = version, .byte_order = byte_order};
    std::memcpy(head.magic.data(), magic.data(), magic.size());
    put(bytes_of(std::span<const Head>(&head, 1)));
  }

  template <class T>
  void array(SectionId id, std::span<const T> values) {
    begin(id);
    add(bytes_of(values));
    end();
  }

  // `record(i, bytes)` appends record i; their places are a section of their own before them.
  template <class Append>
  void records(SectionId places_id, SectionId id, std::uint64_t count, const Append& record) {
    std::vector<std::uint64_t> places = {0};
    places.reserve(count + 1);
    std::string bytes;
    for (std::uint64_t i = 0; i < count; ++i) {
      bytes.clear();
      record(i, bytes);
      places.push_back(places.back() + bytes.size());
    }
    array<std::uint64_t>(places_id, places);
    begin(id);
    for (std::uint64_t i = 0; i < count; ++i) {
      bytes.clear();
      record(i, bytes);
      add(bytes);
    }
    end();
  }

  void table() {
    pad();
    const std::string_view table = bytes_of(std::span<const Section>(sections_));
    Tail tail{.table_offset = written_, .table_checksum = checksum_of(table), .magic = {}};
    std::memcpy(tail.magic.data(), end_magic.data(), end_magic.size());
    put(table);
    put(bytes_of(std::span<const Tail>(&tail, 1)));
  }

 private:
  void put(std::string_view bytes) {
    out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    written_ += bytes.size();
  }
  void pad() {
    const std::string zeros((alignment - written_ % alignment) % alignment, '\0');
    put(zeros);
  }
  void begin(SectionId id) {
    pad();
    sections_.push_back({.id = id, .reserved = 0, .offset = written_, .size = 0, .checksum = 0});
    checksum_ = Checksum();
  }
  void add(std::string_view bytes) {
    checksum_.add(bytes);
    put(bytes);
  }
  void end() {
    sections_.back().size = written_ - sections_.back().offset;
    sections_.back().checksum = checksum_.value();
  }

  std::ostream& out_;
  std::uint64_t written_ = 0;
  std::vector<Section> sections_;
  Checksum checksum_;
};

}  // namespace

void write_store(std::ostream& out, const Graph& graph) {
  const GraphStructure& structure = graph.structure();
  const graph::Contents* contents = graph::Access::contents(graph);
  const std::uint64_t vertices = graph.vertex_count();
  std::vector<VertexRole> roles;
  for (Vertex v = 0; v < vertices; ++v) roles.push_back(graph.role(v));

  StoreWriter writer(out);
  writer.head();
  writer.array(SectionId::out_offsets, structure.out_offsets);
  writer.array(SectionId::targets, structure.targets);
  writer.array(SectionId::in_offsets, structure.in_offsets);
  writer.array(SectionId::sources, structure.sources);
  writer.array<VertexRole>(SectionId::roles, roles);
  writer.array(SectionId::papers, graph.papers());
  writer.array(SectionId::by_key, contents != nullptr ? contents->by_key() : std::span<const Vertex>());
  writer.records(SectionId::work_places, SectionId::works, vertices,
                 [&](std::uint64_t v, std::string& bytes) { graph::append(bytes, graph[static_cast<Vertex>(v)]); });
  writer.records(SectionId::variant_places, SectionId::variants, vertices, [&](std::uint64_t v, std::string& bytes) {
    const std::span<const Variant> variants = graph.variants(static_cast<Vertex>(v));
    graph::append(bytes, std::vector<Variant>(variants.begin(), variants.end()));
  });
  writer.records(SectionId::cites_places, SectionId::cites, graph.edge_count(),
                 [&](std::uint64_t e, std::string& bytes) { graph::append(bytes, contents->cites(e)); });
  writer.table();
}

}  // namespace citegraph
