// Sorting what does not fit into memory: it is divided by vertex into files, each of which fits, and these are sorted
// one after the other (a distribution sort: Knuth, The Art of Computer Programming 3, section 5.4.9).
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "citegraph/graph.hpp"

#include "graph/store/spill_file.hpp"

namespace citegraph::graph::store {

class SpillParts {
 public:
  // `sizes` by vertex, in bytes. A part holds `memory` bytes or a single vertex; where that makes too many files, all
  // hold more.
  SpillParts(std::span<const std::uint64_t> sizes, std::uint64_t memory, const std::string& directory);

  [[nodiscard]] std::size_t count() const noexcept { return files_.size(); }
  // The vertices of a part: [begin, end).
  [[nodiscard]] Vertex begin(std::size_t part) const noexcept { return part == 0 ? 0 : ends_[part - 1]; }
  [[nodiscard]] Vertex end(std::size_t part) const noexcept { return ends_[part]; }

  SpillFile& file_of(Vertex v) {
    return files_[static_cast<std::size_t>(std::upper_bound(ends_.begin(), ends_.end(), v) - ends_.begin())];
  }
  // Its bytes; the file is closed.
  std::string take(std::size_t part);

 private:
  std::vector<Vertex> ends_;
  std::vector<SpillFile> files_;
};

}  // namespace citegraph::graph::store
