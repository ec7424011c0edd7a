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

  // Adds up the rows of all names into `sums` (row_count numbers); names without a row count nothing.
  void sum(std::span<const std::uint32_t> names, std::int16_t* sums) const;

 private:
  // As wide as a cache line: a look-up costs one line of the slots and one of the rows.
  struct alignas(64) Row {
    std::int8_t weights[row_count];
    std::uint32_t name;
  };
  const Row* find(std::uint32_t name) const noexcept;

  std::vector<std::uint32_t> slots_;  // upper bits: of the name; lower bits: row + 1, 0 is free
  std::vector<Row> rows_;
  std::uint32_t mask_ = 0;
};

}  // namespace citegraph::crf
