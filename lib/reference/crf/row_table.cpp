#include "reference/crf/row_table.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#if defined(__SSE2__)
#include <immintrin.h>
#endif

#include "reference/crf/features.hpp"
#include "reference/crf/wide.hpp"

namespace citegraph::crf {
namespace {

static_assert(row_count == 48);

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
#endif

// 1 + the place of `name` among eight that differ, 0 where it is not: no branch, for none could be foretold.
#if defined(__SSE2__)
inline std::size_t place_among_eight(const std::uint32_t* names, std::uint32_t name) {
  const __m128i wanted = _mm_set1_epi32(static_cast<int>(name));
  const __m128i low = _mm_cmpeq_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(names)), wanted);
  const __m128i high = _mm_cmpeq_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(names + 4)), wanted);
  const __m128i bytes = _mm_packs_epi16(_mm_packs_epi32(low, high), _mm_setzero_si128());
  const auto hits = static_cast<unsigned>(_mm_movemask_epi8(bytes));  // a bit each
  return hits == 0 ? 0 : static_cast<std::size_t>(std::countr_zero(hits)) + 1;
}
#else
inline std::size_t place_among_eight(const std::uint32_t* names, std::uint32_t name) {
  std::size_t place = 0;
  for (std::size_t i = 0; i < 8; ++i) place |= names[i] == name ? i + 1 : 0;
  return place;
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
  const auto last = static_cast<std::uint32_t>(names.size() - std::min(names.size(), probe));
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
  if (names_.size() >= probe) {
    const std::size_t last = names_.size() - probe;
    for (const std::uint32_t name : names) {
      std::size_t at = starts_[name >> shift];
      while (names_[at + probe - 1] < name && at < last) at = std::min(at + probe, last);
      const std::size_t place = place_among_eight(names_.data() + at, name);
      take(place == 0 ? 0 : at + place);
    }
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
