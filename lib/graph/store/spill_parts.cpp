#include "graph/store/spill_parts.hpp"

#include <numeric>
#include <utility>

namespace citegraph::graph::store {
namespace {

constexpr std::uint64_t most_files = 200;  // a process may commonly open 1024

}  // namespace

SpillParts::SpillParts(std::span<const std::uint64_t> sizes, std::uint64_t memory, const std::string& directory) {
  const std::uint64_t all = std::accumulate(sizes.begin(), sizes.end(), std::uint64_t{0});
  const std::uint64_t most = std::max(memory, all / most_files + 1);
  std::uint64_t size = 0;
  for (std::size_t v = 0; v < sizes.size(); ++v) {
    if (size > 0 && size + sizes[v] > most) {
      ends_.push_back(static_cast<Vertex>(v));
      size = 0;
    }
    size += sizes[v];
  }
  ends_.push_back(static_cast<Vertex>(sizes.size()));
  files_.reserve(ends_.size());
  while (files_.size() < ends_.size()) files_.emplace_back(directory);
}

std::string SpillParts::take(std::size_t part) {
  SpillFile file = std::move(files_[part]);
  std::string bytes(file.size(), '\0');
  file.rewind();
  bytes.resize(file.read(bytes.data(), bytes.size()));
  return bytes;
}

}  // namespace citegraph::graph::store
