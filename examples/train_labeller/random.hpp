// Random numbers that are the same everywhere, which the distributions of <random> are not.
#pragma once

#include <cstddef>
#include <cstdint>

namespace training {

// Xorshift (Marsaglia 2003).
class Random {
 public:
  explicit Random(std::uint64_t seed) noexcept : state_(seed * 0x9E3779B97F4A7C15ULL + 0x632BE59BD9B4E019ULL) {}
  std::uint32_t next() noexcept {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return static_cast<std::uint32_t>(state_ >> 32);
  }
  std::size_t below(std::size_t n) noexcept {
    return static_cast<std::size_t>((static_cast<std::uint64_t>(next()) * n) >> 32);
  }
  bool chance(double probability) noexcept { return next() < probability * 4294967296.0; }

 private:
  std::uint64_t state_;
};

}  // namespace training
