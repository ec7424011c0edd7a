// Words that a rule knows, in tables which are put in order while the program is compiled and searched by halves.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace citegraph::text {

template <typename Entry, std::size_t Size>
consteval std::array<Entry, Size> sorted(std::array<Entry, Size> entries) {
  std::sort(entries.begin(), entries.end());
  return entries;
}

// `words` comes from `sorted`.
template <std::size_t Size>
constexpr bool holds(const std::array<std::string_view, Size>& words, std::string_view word) noexcept {
  return std::binary_search(words.begin(), words.end(), word);
}

}  // namespace citegraph::text
