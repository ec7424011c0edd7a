// Identifiers and the numbers they are given in the order in which they come: a few bytes each beside their text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace citegraph::bibliography::records {

class IdTable {
 public:
  // The number of `id`, which is a new one where it was not met before.
  std::uint32_t number_of(std::string_view id);

  // Valid until the next new identifier.
  [[nodiscard]] std::string_view id(std::uint32_t number) const noexcept {
    return std::string_view(text_).substr(starts_[number], starts_[number + 1] - starts_[number]);
  }
  [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(starts_.size() - 1); }

 private:
  [[nodiscard]] std::size_t place_of(std::string_view id) const noexcept;
  void grow();

  std::string text_;                      // of all identifiers, one after the other
  std::vector<std::uint64_t> starts_{0};  // by number, and the end
  std::vector<std::uint32_t> table_;      // number + 1 at the place of its hash or behind it; 0: free
};

}  // namespace citegraph::bibliography::records
