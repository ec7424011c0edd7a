#include "citegraph/store.hpp"

#include <array>
#include <cstring>
#include <sstream>
#include <string>
#include <utility>

#include "citegraph/error.hpp"
#include "citegraph/reference.hpp"

#include "fuzz/memory_file.hpp"
#include "fuzz/require.hpp"
#include "fuzz/targets.hpp"
#include "graph/store/checksum.hpp"
#include "graph/store/format.hpp"

namespace citegraph::fuzz {
namespace {

using namespace graph::store;

std::string sample_store() {
  GraphBuilder builder;
  const WorkId citing = builder.add(parse_reference("Oak, P. (1995). The Ob. Oslo: Holm.").works.front());
  const WorkId cited =
      builder.add(parse_reference("Ash, J. (1990). The Nile. Survival, 39(2), 101-125.").works.front());
  Mention mention;
  mention.path = "paper.md";
  mention.text = "Ash 1990";
  mention.sentence = "Rivers flow (Ash 1990).";
  builder.cite(citing, cited, {.listed = true, .mentions = {mention}});
  std::ostringstream out;
  write_store(out, std::move(builder).build());
  return out.str();
}

// Checksums that fit, as far as the frame lets them be found: what they keep out is looked at without them.
void sign(std::string& file) {
  Tail tail{};
  constexpr std::size_t table_size = section_count * sizeof(Section);
  if (file.size() < sizeof tail + table_size) return;
  char* const end = file.data() + file.size() - sizeof tail;
  std::memcpy(&tail, end, sizeof tail);
  if (tail.table_offset > file.size() - sizeof tail - table_size) return;
  char* const table = file.data() + tail.table_offset;
  for (std::size_t i = 0; i < section_count; ++i) {
    Section section{};
    std::memcpy(&section, table + i * sizeof section, sizeof section);
    if (section.offset > file.size() || section.size > file.size() - section.offset) continue;
    section.checksum = checksum_of(std::string_view(file).substr(section.offset, section.size));
    std::memcpy(table + i * sizeof section, &section, sizeof section);
  }
  tail.table_checksum = checksum_of({table, table_size});
  std::memcpy(end, &tail, sizeof tail);
}

// Three bytes each: a place in the sample store, and what stands there instead.
std::string edited_store(std::string_view edits) {
  static const std::string sample = sample_store();
  std::string file = sample;
  for (; edits.size() >= 3; edits.remove_prefix(3)) {
    const auto low = static_cast<unsigned char>(edits[0]);
    const auto high = static_cast<unsigned char>(edits[1]);
    file[(low + 256U * high) % file.size()] = edits[2];
  }
  sign(file);
  return file;
}

void walk(const Graph& graph) {
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    (void)graph.find(graph[v].key);
    (void)graph.role(v);
    for (const Variant& variant : graph.variants(v)) (void)variant.text.size();
    for (const Vertex cited : graph.cited(v)) {
      require(cited < graph.vertex_count(), "a cited work is in the graph");
      if (graph.index({v, cited})) (void)graph[Edge{v, cited}].mentions.size();
    }
    for (const Vertex citing : graph.citing(v)) require(citing < graph.vertex_count(), "a citing work is in the graph");
  }
  for (const Vertex paper : graph.papers()) require(paper < graph.vertex_count(), "a paper is in the graph");
}

void open(std::string_view bytes) {
  const MemoryFile file(bytes);
  try {
    const bool whole = verify_store(file.path()).empty();
    const Graph unchecked = open_store(file.path(), StoreCheck::frame);
    for (Vertex v = 0; v < unchecked.vertex_count(); ++v) (void)unchecked[v].key.size();
    if (whole) walk(open_store(file.path()));
  } catch (const Error&) {
  }
}

}  // namespace

void store(std::string_view bytes) {
  open(bytes);
  open(edited_store(bytes));
}

}  // namespace citegraph::fuzz
