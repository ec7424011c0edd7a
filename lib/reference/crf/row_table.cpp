#include "reference/crf/row_table.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "reference/crf/features.hpp"
#include "reference/crf/wide.hpp"

namespace citegraph::crf {
namespace {

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

RowTable::RowTable(std::span<const std::uint32_t> names, std::vector<std::int8_t> weights) : rows_(std::move(weights)) {
  std::uint32_t size = 1;
  while (size < names.size() * 2 + 1) size *= 2;  // half full at most, so that few names are moved on
  slots_.resize(size);
  mask_ = size - 1;
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::uint32_t at = names[i] & mask_;
    while (slots_[at].row != none) at = (at + 1) & mask_;
    slots_[at] = {names[i], static_cast<std::uint32_t>(i)};
  }
}

void RowTable::sum(std::span<const std::uint32_t> names, std::int16_t* sums) const {
  std::array<const std::int8_t*, FeatureSink::capacity> found;
  std::size_t count = 0;
  for (const std::uint32_t name : names) {
    std::uint32_t at = name & mask_;
    while (slots_[at].row != none && slots_[at].name != name) at = (at + 1) & mask_;
    if (slots_[at].row == none) continue;
    found[count] = rows_.data() + std::size_t{slots_[at].row} * row_count;
    __builtin_prefetch(found[count]);
    ++count;
  }
  add_up(found.data(), count, sums);
}

}  // namespace citegraph::crf
