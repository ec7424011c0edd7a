// The hashes features are named by. Fixed for good: a model file holds them.
#pragma once

#include <bit>
#include <cstdint>
#include <string_view>

namespace citegraph::crf {

constexpr std::uint64_t mix(std::uint64_t hash, std::uint64_t value) noexcept {
  return (std::rotl(hash, 23) ^ value) * 0x9E3779B97F4A7C15ULL;
}

constexpr std::uint64_t finish(std::uint64_t hash) noexcept {
  hash ^= hash >> 32;
  hash *= 0xD6E8FEB86659FD93ULL;
  return hash ^ (hash >> 32);
}

// FNV-1a.
inline constexpr std::uint64_t hash_start = 0xCBF29CE484222325ULL;
constexpr std::uint64_t hash_byte(std::uint64_t hash, char c) noexcept {
  return (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
}
constexpr std::uint64_t hash_bytes(std::string_view bytes) noexcept {
  std::uint64_t hash = hash_start;
  for (const char c : bytes) hash = hash_byte(hash, c);
  return hash;
}

}  // namespace citegraph::crf
