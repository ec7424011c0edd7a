// The file of a store: what stands where. All numbers are little-endian; see docs/store.md.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace citegraph::graph::store {

inline constexpr std::string_view magic = "CITEGRPH";
inline constexpr std::string_view end_magic = "HPRGETIC";  // a file without it was cut short
inline constexpr std::uint32_t version = 2;
inline constexpr std::uint32_t byte_order = 0x01020304;
inline constexpr std::uint64_t alignment = 64;

// The first bytes of the file.
struct Head {
  std::array<char, 8> magic;
  std::uint32_t version;
  std::uint32_t byte_order;
};

enum class SectionId : std::uint32_t {
  out_offsets = 1,  // u64, one more than vertices
  targets,          // u32, by edge
  in_offsets,
  sources,
  roles,         // u8, by vertex
  papers,        // u32, ascending
  by_key,        // u32, all vertices sorted by key
  work_places,   // u64, one more than vertices: where each begins in `works`
  works,         // records.cpp
  print_places,  // by vertex
  prints,        // its records (prints.cpp), then its variants
  described,     // u64, ascending: the edges of which more is known than that a list names the work
  cites_places,  // by place in `described`
  cites,
  versions,   // pairs of u32
  conflicts,  // two u32, then two sets of traits of u32
  decisions,  // five u32: PrintDecision
};

inline constexpr std::size_t section_count = 17;

struct Section {
  SectionId id;
  std::uint32_t reserved;
  std::uint64_t offset;  // from the start of the file
  std::uint64_t size;    // in bytes
  std::uint64_t checksum;
};

// The last bytes of the file, behind the table.
struct Tail {
  std::uint64_t table_offset;
  std::uint64_t table_checksum;
  std::array<char, 8> magic;
};

static_assert(sizeof(Head) == 16 && sizeof(Section) == 32 && sizeof(Tail) == 24);

constexpr std::string_view name_of(SectionId id) {
  constexpr std::array<std::string_view, section_count> names = {
      "out_offsets",  "targets", "in_offsets", "sources",      "roles", "papers",   "by_key",    "work_places", "works",
      "print_places", "prints",  "described",  "cites_places", "cites", "versions", "conflicts", "decisions"};
  return names[static_cast<std::size_t>(id) - 1];
}

}  // namespace citegraph::graph::store
