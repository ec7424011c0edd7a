// Numbers for generated inputs: the same on every machine and in every run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace citegraph::bench {

class Dice {
 public:
  explicit Dice(std::uint64_t seed = 7) : state_(seed) {}

  std::uint32_t below(std::uint32_t bound) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::uint32_t>(state_ >> 33) % bound;
  }
  template <std::size_t Count>
  std::string_view of(const std::string_view (&words)[Count]) {
    return words[below(Count)];
  }

 private:
  std::uint64_t state_;
};

}  // namespace citegraph::bench
