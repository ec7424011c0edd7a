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
  RowTable(std::span<const std::uint32_t> names, std::vector<std::int8_t> weights);

  // Asks for the memory of a name, so that it is there when the rows are added up.
  void prefetch(std::uint32_t name) const noexcept { __builtin_prefetch(slots_.data() + (name & mask_)); }

  // Adds up the rows of all names into `sums` (row_count numbers); names without a row count nothing.
  void sum(std::span<const std::uint32_t> names, std::int16_t* sums) const;

 private:
  // Names stand apart from their rows, at the place they hash to or soon behind it: they fit into a processor's own
  // cache, where most names are found at once, and no memory is fetched for those without a row.
  struct Slot {
    std::uint32_t name = 0;
    std::uint32_t row = none;
  };
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  std::vector<Slot> slots_;
  std::vector<std::int8_t> rows_;
  std::uint32_t mask_ = 0;
};

}  // namespace citegraph::crf
