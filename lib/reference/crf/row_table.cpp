#include "reference/crf/row_table.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "reference/crf/features.hpp"
#include "reference/crf/wide.hpp"
#if CITEGRAPH_VERSIONS
#include <immintrin.h>
#endif

namespace citegraph::crf {
namespace {

static_assert(row_count == 48);

// Where names are looked for.
struct RowNames {
  static constexpr std::size_t probe = 8;  // names looked at together; hardly ever a second time
  const std::uint32_t* starts;
  const std::uint32_t* names;
  unsigned shift;
  std::size_t last;  // where the last group of names begins

  std::size_t group_of(std::uint32_t name) const noexcept {
    std::size_t at = starts[name >> shift];
    while (names[at + probe - 1] < name && at < last) at = std::min(at + probe, last);
    return at;
  }
};

// The sums of rows of int8, in int16, kept in registers while the rows pass by.
CITEGRAPH_NARROW void sum_rows(const std::int8_t* const* rows, std::size_t count, std::int16_t* sums) {
  using Bytes = std::int8_t __attribute__((vector_size(8)));
  using Sums = std::int16_t __attribute__((vector_size(16)));
  std::array<Sums, row_count / 8> total{};
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t part = 0; part < total.size(); ++part) {
      Bytes bytes;
      std::memcpy(&bytes, rows[i] + 8 * part, sizeof bytes);
      total[part] += __builtin_convertvector(bytes, Sums);
    }
  std::memcpy(sums, total.data(), sizeof total);
}

// Of every name its place among all and one more, 0 where it is not: no branch, for none could be foretold.
CITEGRAPH_NARROW void find_places(const RowNames& table, std::span<const std::uint32_t> names, std::uint32_t* places) {
  for (const std::uint32_t name : names) {
    const std::size_t at = table.group_of(name);
    std::uint32_t place = 0;
    for (std::uint32_t i = 0; i < RowNames::probe; ++i) place |= table.names[at + i] == name ? i + 1 : 0;
    *places++ = place == 0 ? 0 : static_cast<std::uint32_t>(at) + place;
  }
}

#if CITEGRAPH_VERSIONS
CITEGRAPH_AVX2 void sum_rows(const std::int8_t* const* rows, std::size_t count, std::int16_t* sums) {
  __m256i a = _mm256_setzero_si256(), b = a, c = a;
  for (std::size_t i = 0; i < count; ++i) {
    const auto* const row = reinterpret_cast<const __m128i*>(rows[i]);
    a = _mm256_add_epi16(a, _mm256_cvtepi8_epi16(_mm_loadu_si128(row)));
    b = _mm256_add_epi16(b, _mm256_cvtepi8_epi16(_mm_loadu_si128(row + 1)));
    c = _mm256_add_epi16(c, _mm256_cvtepi8_epi16(_mm_loadu_si128(row + 2)));
  }
  auto* const out = reinterpret_cast<__m256i*>(sums);
  _mm256_storeu_si256(out, a);
  _mm256_storeu_si256(out + 1, b);
  _mm256_storeu_si256(out + 2, c);
}

CITEGRAPH_AVX2 void find_places(const RowNames& table, std::span<const std::uint32_t> names, std::uint32_t* places) {
  for (const std::uint32_t name : names) {
    const std::size_t at = table.group_of(name);
    const __m256i known = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(table.names + at));
    const __m256i same = _mm256_cmpeq_epi32(known, _mm256_set1_epi32(static_cast<int>(name)));
    const auto hits = static_cast<unsigned>(_mm256_movemask_ps(_mm256_castsi256_ps(same)));  // a bit each
    *places++ = hits == 0 ? 0 : static_cast<std::uint32_t>(at) + static_cast<std::uint32_t>(std::countr_zero(hits)) + 1;
  }
}
#endif

}  // namespace

RowTable::RowTable(std::span<const std::uint32_t> names, std::span<const std::int8_t> weights)
    : few_(few_numbers), starts_(std::size_t{1} << (32 - shift)), names_(names), rows_(weights) {
  static_assert(few_numbers < 0xFFFF);
  static_assert(FeatureSink::few_capacity + FeatureSink::capacity <= FoundRows::capacity);
  for (std::uint16_t i = 0; i < names.size() && names[i] < few_numbers; ++i)
    few_[names[i]] = static_cast<std::uint16_t>(i + 1);
  // Where fewer than are looked at together are left, the last ones are looked at.
  const auto last = static_cast<std::uint32_t>(names.size() - std::min(names.size(), RowNames::probe));
  std::size_t bucket = 0;
  for (std::uint32_t i = 0; i < names.size(); ++i)
    for (; bucket <= names[i] >> shift; ++bucket) starts_[bucket] = std::min(i, last);
  for (; bucket < starts_.size(); ++bucket) starts_[bucket] = last;
}

void RowTable::find(std::span<const std::uint32_t> few, std::span<const std::uint32_t> names, FoundRows& found) const {
  std::size_t count = 0;
  // Whether there is a row cannot be foretold: it is counted, not asked. A row may reach into a second line of memory.
  const auto take = [&](std::size_t row) {
    const std::size_t hit = row == 0 ? 0 : 1;
    const std::int8_t* const weights = rows_.data() + (row - hit) * row_count;
    __builtin_prefetch(weights);
    __builtin_prefetch(weights + row_count - 1);
    found.rows_[count] = weights;
    count += hit;
  };
  for (const std::uint32_t number : few) take(few_[number]);
  if (names_.size() >= RowNames::probe) {
    std::array<std::uint32_t, FoundRows::capacity> places;
    find_places({starts_.data(), names_.data(), shift, names_.size() - RowNames::probe}, names, places.data());
    for (std::size_t i = 0; i < names.size(); ++i) take(places[i]);
  } else {
    for (const std::uint32_t name : names) {
      const auto place = std::find(names_.begin(), names_.end(), name);
      take(place == names_.end() ? 0 : static_cast<std::size_t>(place - names_.begin()) + 1);
    }
  }
  found.size_ = count;
}

void FoundRows::add_up(std::int16_t* sums) const { sum_rows(rows_.data(), size_, sums); }

}  // namespace citegraph::crf
