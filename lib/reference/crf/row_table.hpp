// The weights of the features, by name.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "reference/crf/states.hpp"

namespace citegraph::crf {

// Rows of one token, to be added up.
class FoundRows {
 public:
  static constexpr std::size_t capacity = 192;  // as many as a token has features

  // Into `sums` (row_count numbers).
  void add_up(std::int16_t* sums) const;

 private:
  friend class RowTable;
  std::array<const std::int8_t*, capacity + 1> rows_;
  std::size_t size_ = 0;
};

class RowTable {
 public:
  RowTable() : RowTable({}, {}) {}
  // `names` ascending; one row of `row_count` weights each. Both stay where they are and are not copied.
  RowTable(std::span<const std::uint32_t> names, std::span<const std::int8_t> weights);

  // The rows that a token's features have: of those with few values by their numbers, of the others by their names.
  // Their memory is asked for; it is best to do something else before they are added up.
  void find(std::span<const std::uint32_t> few, std::span<const std::uint32_t> names, FoundRows& found) const;

 private:
  // Names are hashes, so their upper bits say nearly where they stand among the ascending ones: `starts_` has for each
  // value of these bits the first that may hold it. Starts and names fit into a processor's own cache, where most names
  // are found or missed, and no memory is fetched for those without a row.
  static constexpr unsigned shift = 32 - 15;

  std::vector<std::uint16_t> few_;  // of every number its row and one more, or 0; numbers stand before all names
  std::vector<std::uint32_t> starts_;
  std::span<const std::uint32_t> names_;
  std::span<const std::int8_t> rows_;
};

}  // namespace citegraph::crf
