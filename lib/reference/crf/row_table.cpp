#include "reference/crf/row_table.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "reference/crf/features.hpp"
#include "reference/crf/wide.hpp"

namespace citegraph::crf {
namespace {

// A slot holds a row's number in its lower bits and as much of the name as fits above; the row holds the name itself.
constexpr std::uint32_t row_bits = 20;
constexpr std::uint32_t row_mask = (1U << row_bits) - 1;
constexpr std::uint32_t least_slots = 1U << 12;  // so that what a slot leaves out of the name stands in its place

// Rows of int8 in int16: 48 at a time, kept in registers while the rows pass by.
using Bytes = std::int8_t __attribute__((vector_size(16)));
using Sums = std::int16_t __attribute__((vector_size(32)));
static_assert(row_count == 48);

Bytes load(const std::int8_t* weights) {
  Bytes bytes;
  std::memcpy(&bytes, weights, sizeof bytes);
  return bytes;
}

CITEGRAPH_WIDE void add_up(const std::int8_t* const* rows, std::size_t count, std::int16_t* sums) {
  Sums a{}, b{}, c{};
  for (std::size_t i = 0; i < count; ++i) {
    a += __builtin_convertvector(load(rows[i]), Sums);
    b += __builtin_convertvector(load(rows[i] + 16), Sums);
    c += __builtin_convertvector(load(rows[i] + 32), Sums);
  }
  std::memcpy(sums, &a, sizeof a);
  std::memcpy(sums + 16, &b, sizeof b);
  std::memcpy(sums + 32, &c, sizeof c);
}

}  // namespace

RowTable::RowTable(std::span<const std::uint32_t> names, std::span<const std::int8_t> weights) {
  std::uint32_t size = least_slots;
  while (size < names.size() * 3 / 2) size *= 2;
  slots_.resize(size);
  rows_.resize(names.size());
  mask_ = size - 1;
  for (std::size_t row = 0; row < names.size(); ++row) {
    std::memcpy(rows_[row].weights, weights.data() + row * row_count, row_count);
    rows_[row].name = names[row];
    std::uint32_t at = names[row] & mask_;
    while (slots_[at] != 0) at = (at + 1) & mask_;
    slots_[at] = (names[row] & ~row_mask) | static_cast<std::uint32_t>(row + 1);
  }
}

const RowTable::Row* RowTable::find(std::uint32_t name) const noexcept {
  for (std::uint32_t at = name & mask_; slots_[at] != 0; at = (at + 1) & mask_) {
    const Row& row = rows_[(slots_[at] & row_mask) - 1];
    if (((slots_[at] ^ name) & ~row_mask) == 0 && row.name == name) return &row;
  }
  return nullptr;
}

void RowTable::sum(std::span<const std::uint32_t> names, std::int16_t* sums) const {
  // Three passes, so that the memory of one look-up arrives while the others are made.
  for (const std::uint32_t name : names) __builtin_prefetch(&slots_[name & mask_]);
  std::array<std::uint32_t, FeatureSink::capacity> likely;
  std::array<const std::int8_t*, FeatureSink::capacity> rows;
  std::size_t count = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::uint32_t at = names[i] & mask_;
    while (slots_[at] != 0 && ((slots_[at] ^ names[i]) & ~row_mask) != 0) at = (at + 1) & mask_;
    if (slots_[at] == 0) continue;
    const Row& row = rows_[(slots_[at] & row_mask) - 1];
    __builtin_prefetch(&row);
    likely[count] = names[i];
    rows[count++] = row.weights;
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const Row* row = reinterpret_cast<const Row*>(rows[i]);
    if (row->name != likely[i]) row = find(likely[i]);
    if (row != nullptr) rows[kept++] = row->weights;
  }
  add_up(rows.data(), kept, sums);
}

}  // namespace citegraph::crf
