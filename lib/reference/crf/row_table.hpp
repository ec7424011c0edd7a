// The weights of the features, by name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "reference/crf/states.hpp"

namespace citegraph::crf {

class RowTable {
 public:
  RowTable() = default;
  // `names` ascending; one row of `row_count` weights each.
  RowTable(std::span<const std::uint32_t> names, std::span<const std::int8_t> weights);

  // Asks for the memory of a row, so that it is there when the rows are added up.
  void prefetch(std::uint32_t name) const noexcept { __builtin_prefetch(rows_.data() + (name & mask_)); }

  // Adds up the rows of all names into `sums` (row_count numbers); names without a row count nothing.
  void sum(std::span<const std::uint32_t> names, std::int16_t* sums) const;

 private:
  // As wide as a cache line, at the place its name hashes to or soon behind it: most features of a reference have a
  // row, and a look-up costs one line.
  struct alignas(64) Row {
    std::int8_t weights[row_count];
    std::uint32_t name;
    bool used;
  };

  std::vector<Row> rows_;
  std::uint32_t mask_ = 0;
};

}  // namespace citegraph::crf
