#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "citegraph/error.hpp"
#include "citegraph/store.hpp"

#include "graph/contents.hpp"
#include "graph/store/checksum.hpp"
#include "graph/store/format.hpp"
#include "graph/store/records.hpp"
#include "text/mapped_file.hpp"

namespace citegraph {
namespace {

using namespace graph::store;

// Values that are made when they are first asked for. The slots are zero pages until then.
template <class T>
class LazyTable {
 public:
  explicit LazyTable(std::uint64_t size)
      // An array of pointers. NOLINTNEXTLINE(bugprone-sizeof-expression)
      : slots_(static_cast<Node**>(std::calloc(std::max<std::uint64_t>(size, 1), sizeof(Node*)))) {
    if (slots_ == nullptr) throw std::bad_alloc();
  }
  LazyTable(const LazyTable&) = delete;
  LazyTable& operator=(const LazyTable&) = delete;
  ~LazyTable() {
    for (Node* node = made_.load(); node != nullptr;) delete std::exchange(node, node->next);
    std::free(static_cast<void*>(slots_));
  }

  // Two threads may make the same value at once; one of them is kept.
  template <class Make>
  const T& get(std::uint64_t i, const Make& make) const {
    const std::atomic_ref<Node*> slot(slots_[i]);
    if (const Node* node = slot.load(std::memory_order_acquire)) return node->value;
    auto fresh = std::make_unique<Node>(Node{make(), nullptr});
    Node* present = nullptr;
    if (!slot.compare_exchange_strong(present, fresh.get(), std::memory_order_acq_rel)) return present->value;
    Node* node = fresh.release();
    node->next = made_.load();
    while (!made_.compare_exchange_weak(node->next, node)) {
    }
    return node->value;
  }

 private:
  struct Node {
    T value;
    Node* next;
  };
  Node** slots_;
  mutable std::atomic<Node*> made_ = nullptr;
};

// The sections of a mapped file, within its bounds.
class Frame {
 public:
  Frame(std::string_view bytes, const std::string& path) : bytes_(bytes), path_(path) {
    Head head{};
    if (bytes.size() < sizeof head || !bytes.starts_with(magic)) refuse("not a store of citegraph");
    std::memcpy(&head, bytes.data(), sizeof head);
    if (head.byte_order != byte_order) refuse("a store of another byte order");
    if (head.version != version)
      refuse("a store of version " + std::to_string(head.version) + "; this library reads version " +
             std::to_string(version));
    Tail tail{};
    if (bytes.size() < sizeof head + sizeof tail || !bytes.ends_with(end_magic)) refuse("the store is cut short");
    std::memcpy(&tail, bytes.data() + bytes.size() - sizeof tail, sizeof tail);
    constexpr std::uint64_t table_size = section_count * sizeof(Section);
    if (tail.table_offset % alignment != 0 || tail.table_offset > bytes.size() ||
        bytes.size() - tail.table_offset != table_size + sizeof tail)
      refuse("the table of sections is damaged");
    const std::string_view table = bytes.substr(tail.table_offset, table_size);
    if (checksum_of(table) != tail.table_checksum) refuse("the table of sections is damaged");
    for (std::size_t i = 0; i < section_count; ++i) {
      Section& section = sections_[i];
      std::memcpy(&section, table.data() + i * sizeof section, sizeof section);
      if (static_cast<std::size_t>(section.id) != i + 1 || section.offset % alignment != 0 ||
          section.offset > tail.table_offset || section.size > tail.table_offset - section.offset)
        refuse("the table of sections is damaged");
    }
    check_sizes();
  }

  std::string_view bytes(SectionId id) const {
    const Section& s = sections_[static_cast<std::size_t>(id) - 1];
    return bytes_.substr(s.offset, s.size);
  }
  template <class T>
  std::span<const T> array(SectionId id) const {
    const std::string_view section = bytes(id);
    return {reinterpret_cast<const T*>(section.data()), section.size() / sizeof(T)};
  }
  std::uint64_t vertices() const { return array<std::uint64_t>(SectionId::out_offsets).size() - 1; }
  std::uint64_t edges() const { return array<Vertex>(SectionId::targets).size(); }

  // Everything that is wrong, by section.
  std::vector<std::string> damage() const;

 private:
  [[noreturn]] void refuse(const std::string& why) const { throw Error(path_, why); }

  void check_sizes() const {
    const std::uint64_t offsets = bytes(SectionId::out_offsets).size();
    const std::uint64_t targets = bytes(SectionId::targets).size();
    const bool right =
        offsets % 8 == 0 && offsets >= 8 && targets % 4 == 0 && bytes(SectionId::in_offsets).size() == offsets &&
        bytes(SectionId::sources).size() == targets && offsets / 8 - 1 <= no_vertex &&
        bytes(SectionId::roles).size() == vertices() && bytes(SectionId::by_key).size() == vertices() * 4 &&
        bytes(SectionId::papers).size() % 4 == 0 && bytes(SectionId::work_places).size() == offsets &&
        bytes(SectionId::print_places).size() == offsets && bytes(SectionId::described).size() % 8 == 0 &&
        bytes(SectionId::cites_places).size() == bytes(SectionId::described).size() + 8 &&
        bytes(SectionId::versions).size() % sizeof(WorkVersions) == 0 &&
        bytes(SectionId::conflicts).size() % sizeof(WorkConflict) == 0 &&
        bytes(SectionId::decisions).size() % sizeof(graph::PrintDecision) == 0;
    if (!right) refuse("the sections do not fit each other");
  }

  bool ascend(SectionId id, std::uint64_t last) const {
    const std::span<const std::uint64_t> places = array<std::uint64_t>(id);
    return places.front() == 0 && places.back() == last && std::is_sorted(places.begin(), places.end());
  }
  bool are_vertices(SectionId id) const {
    const std::span<const Vertex> values = array<Vertex>(id);
    return std::all_of(values.begin(), values.end(), [n = vertices()](Vertex v) { return v < n; });
  }
  template <class Pair>
  bool are_pairs(SectionId id) const {
    const std::span<const Pair> pairs = array<Pair>(id);
    return std::all_of(pairs.begin(), pairs.end(),
                       [n = vertices()](const Pair& p) { return p.first < n && p.second < n; });
  }

  std::string_view bytes_;
  const std::string& path_;
  std::array<Section, section_count> sections_{};
};

std::vector<std::string> Frame::damage() const {
  std::vector<std::string> damage;
  for (const Section& section : sections_)
    if (checksum_of(bytes(section.id)) != section.checksum)
      damage.push_back(std::string(name_of(section.id)) + ": the checksum does not fit");
  const auto require = [&](SectionId id, bool right, const char* what) {
    if (!right) damage.push_back(std::string(name_of(id)) + ": " + what);
  };
  for (const SectionId id : {SectionId::out_offsets, SectionId::in_offsets})
    require(id, ascend(id, edges()), "not ascending to the number of citations");
  for (const SectionId id : {SectionId::targets, SectionId::sources, SectionId::papers, SectionId::by_key})
    require(id, are_vertices(id), "a work that is not there");
  require(SectionId::work_places, ascend(SectionId::work_places, bytes(SectionId::works).size()), "out of bounds");
  require(SectionId::print_places, ascend(SectionId::print_places, bytes(SectionId::prints).size()), "out of bounds");
  require(SectionId::cites_places, ascend(SectionId::cites_places, bytes(SectionId::cites).size()), "out of bounds");
  const std::span<const std::uint64_t> described = array<std::uint64_t>(SectionId::described);
  require(SectionId::described,
          std::is_sorted(described.begin(), described.end()) && (described.empty() || described.back() < edges()),
          "not ascending citations");
  require(SectionId::versions, are_pairs<WorkVersions>(SectionId::versions), "a work that is not there");
  require(SectionId::conflicts, are_pairs<WorkConflict>(SectionId::conflicts), "a work that is not there");
  require(SectionId::decisions, are_pairs<graph::PrintDecision>(SectionId::decisions), "a work that is not there");
  return damage;
}

class MappedContents final : public graph::Contents {
 public:
  explicit MappedContents(const std::string& path)
      : path_(path),
        mapping_(path),
        frame_(mapping_.bytes(), path_),
        works_(frame_.vertices()),
        prints_(frame_.vertices()),
        cites_(frame_.array<std::uint64_t>(SectionId::described).size()) {}

  const Frame& frame() const { return frame_; }

  GraphStructure structure() const noexcept override {
    return {.out_offsets = frame_.array<std::uint64_t>(SectionId::out_offsets),
            .targets = frame_.array<Vertex>(SectionId::targets),
            .in_offsets = frame_.array<std::uint64_t>(SectionId::in_offsets),
            .sources = frame_.array<Vertex>(SectionId::sources)};
  }
  const Work& work(Vertex v) const override {
    return works_.get(v, [&] { return graph::read_work(record(SectionId::work_places, SectionId::works, v)); });
  }
  const Cites& cites(std::uint64_t e) const override {
    static const Cites listed{.listed = true, .mentions = {}};
    const std::span<const std::uint64_t> described = frame_.array<std::uint64_t>(SectionId::described);
    const auto place = std::lower_bound(described.begin(), described.end(), e);
    if (place == described.end() || *place != e) return listed;
    const auto i = static_cast<std::uint64_t>(place - described.begin());
    return cites_.get(i, [&] { return graph::read_cites(record(SectionId::cites_places, SectionId::cites, i)); });
  }
  VertexRole role(Vertex v) const noexcept override {
    const std::uint8_t role = frame_.array<std::uint8_t>(SectionId::roles)[v];
    return static_cast<VertexRole>(std::min<std::uint8_t>(role, static_cast<std::uint8_t>(VertexRole::missing)));
  }
  std::span<const Variant> variants(Vertex v) const override { return prints(v).variants; }
  std::string_view packed(Vertex v) const override { return prints(v).packed; }
  std::span<const WorkVersions> versions() const noexcept override {
    return frame_.array<WorkVersions>(SectionId::versions);
  }
  std::span<const WorkConflict> conflicts() const noexcept override {
    return frame_.array<WorkConflict>(SectionId::conflicts);
  }
  std::span<const graph::PrintDecision> decisions() const noexcept override {
    return frame_.array<graph::PrintDecision>(SectionId::decisions);
  }
  std::span<const Vertex> papers() const noexcept override { return frame_.array<Vertex>(SectionId::papers); }
  std::span<const Vertex> by_key() const noexcept override { return frame_.array<Vertex>(SectionId::by_key); }
  std::span<const Vertex> of_work() const noexcept override { return {}; }

 private:
  const graph::Prints& prints(Vertex v) const {
    return prints_.get(v, [&] { return graph::read_prints(record(SectionId::print_places, SectionId::prints, v)); });
  }

  // Bounds are checked also where the file was not.
  std::string_view record(SectionId places_id, SectionId id, std::uint64_t i) const {
    const std::span<const std::uint64_t> places = frame_.array<std::uint64_t>(places_id);
    const std::string_view all = frame_.bytes(id);
    if (places[i] > all.size() || places[i + 1] < places[i]) return {};
    return all.substr(places[i], places[i + 1] - places[i]);
  }

  std::string path_;
  text::MappedFile mapping_;
  Frame frame_;
  LazyTable<Work> works_;
  LazyTable<graph::Prints> prints_;
  LazyTable<Cites> cites_;
};

}  // namespace

Graph open_store(const std::string& path, StoreCheck check) {
  auto contents = std::make_shared<const MappedContents>(path);
  if (check == StoreCheck::everything)
    if (const std::vector<std::string> damage = contents->frame().damage(); !damage.empty())
      throw Error(path, "the store is damaged: " + damage.front());
  return graph::Access::make_graph(std::move(contents));
}

std::vector<std::string> verify_store(const std::string& path) {
  const MappedContents contents(path);
  return contents.frame().damage();
}

}  // namespace citegraph
