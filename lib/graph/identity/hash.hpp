// Hashes that identity blocks and compares by; the same on every machine.
#pragma once

#include <cstdint>
#include <string_view>

namespace citegraph::graph {

// FNV-1a, finished so that neighbours spread. Never 0, which stands for "not known".
constexpr std::uint64_t hash_of(std::string_view bytes, std::uint64_t seed = 0) noexcept {
  std::uint64_t hash = 0xCBF29CE484222325ULL ^ (seed * 0x9E3779B97F4A7C15ULL);
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  hash ^= hash >> 32;
  hash *= 0xD6E8FEB86659FD93ULL;
  hash ^= hash >> 32;
  return hash == 0 ? 1 : hash;
}

constexpr std::uint64_t combine(std::uint64_t a, std::uint64_t b) noexcept {
  std::uint64_t hash = (a ^ (b + 0x9E3779B97F4A7C15ULL + (a << 6) + (a >> 2))) * 0xD6E8FEB86659FD93ULL;
  hash ^= hash >> 32;
  return hash == 0 ? 1 : hash;
}

}  // namespace citegraph::graph
