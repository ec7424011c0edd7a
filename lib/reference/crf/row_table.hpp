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
  RowTable() : RowTable({}, {}) {}
  // `names` ascending; one row of `row_count` weights each. Both stay where they are and are not copied.
  RowTable(std::span<const std::uint32_t> names, std::span<const std::int8_t> weights);

  // Asks for the memory of a name, so that it is there when the rows are added up.
  void prefetch(std::uint32_t name) const noexcept { __builtin_prefetch(starts_.data() + (name >> shift)); }

  // Adds up the rows of all names into `sums` (row_count numbers); names without a row count nothing.
  void sum(std::span<const std::uint32_t> names, std::int16_t* sums) const;

 private:
  // Names are hashes, so their upper bits say nearly where they stand among the ascending ones: `starts_` has for each
  // value of these bits the first that may hold it. Starts and names fit into a processor's own cache, where most names
  // are found or missed, and no memory is fetched for those without a row.
  static constexpr unsigned shift = 32 - 15;
  static constexpr std::size_t probe = 8;  // names looked at together; hardly ever a second time

  std::vector<std::uint32_t> starts_;
  std::span<const std::uint32_t> names_;
  std::span<const std::int8_t> rows_;
};

}  // namespace citegraph::crf
