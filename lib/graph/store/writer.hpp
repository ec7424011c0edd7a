// Writes the file of a store, section by section.
#pragma once

#include <bit>
#include <cstring>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/store/checksum.hpp"
#include "graph/store/format.hpp"

namespace citegraph::graph::store {

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

  // A section that is made piece by piece: begin, add ..., end.
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

 private:
  void put(std::string_view bytes) {
    out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    written_ += bytes.size();
  }
  void pad() {
    const std::string zeros((alignment - written_ % alignment) % alignment, '\0');
    put(zeros);
  }

  std::ostream& out_;
  std::uint64_t written_ = 0;
  std::vector<Section> sections_;
  Checksum checksum_;
};

}  // namespace citegraph::graph::store
