#include "reference/crf/row_table.hpp"

#include <algorithm>
#include <array>
#include <cstring>

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

// Four names compared at once.
using Four = std::uint32_t __attribute__((vector_size(16)));

Four load_four(const std::uint32_t* names) {
  Four four;
  std::memcpy(&four, names, sizeof four);
  return four;
}

// 1 + the place of `name` among eight, 0 where it is not: no branch, for none could be foretold.
std::uint32_t place_among_eight(const std::uint32_t* names, std::uint32_t name) {
  const Four wanted = {name, name, name, name};
  constexpr Four low = {1, 2, 3, 4}, high = {5, 6, 7, 8};
  const Four places =
      (Four(load_four(names) == wanted) & low) | (Four(load_four(names + 4) == wanted) & high);  // one at most
  std::array<std::uint64_t, 2> halves;
  std::memcpy(halves.data(), &places, sizeof places);
  const std::uint64_t either = halves[0] | halves[1];
  return static_cast<std::uint32_t>(either | either >> 32);
}

}  // namespace

RowTable::RowTable(std::span<const std::uint32_t> names, std::span<const std::int8_t> weights)
    : starts_(std::size_t{1} << (32 - shift)), names_(names), rows_(weights) {
  // Where fewer than are looked at together are left, the last ones are looked at.
  const auto last = static_cast<std::uint32_t>(names.size() - std::min(names.size(), probe));
  std::size_t bucket = 0;
  for (std::uint32_t i = 0; i < names.size(); ++i)
    for (; bucket <= names[i] >> shift; ++bucket) starts_[bucket] = std::min(i, last);
  for (; bucket < starts_.size(); ++bucket) starts_[bucket] = last;
}

void RowTable::sum(std::span<const std::uint32_t> names, std::int16_t* sums) const {
  std::array<const std::int8_t*, FeatureSink::capacity + 1> found;
  std::size_t count = 0;
  if (names_.size() >= probe) {
    const std::size_t last = names_.size() - probe;
    for (const std::uint32_t name : names) {
      std::size_t at = starts_[name >> shift];
      while (names_[at + probe - 1] < name && at < last) at = std::min(at + probe, last);
      const std::size_t place = place_among_eight(names_.data() + at, name);
      const std::size_t hit = place == 0 ? 0 : 1;
      found[count] = rows_.data() + (at + place - hit) * row_count;
      __builtin_prefetch(found[count]);
      count += hit;
    }
  } else {
    for (const std::uint32_t name : names) {
      const auto place = std::find(names_.begin(), names_.end(), name);
      if (place != names_.end())
        found[count++] = rows_.data() + static_cast<std::size_t>(place - names_.begin()) * row_count;
    }
  }
  add_up(found.data(), count, sums);
}

}  // namespace citegraph::crf
