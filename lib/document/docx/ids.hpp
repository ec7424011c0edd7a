// What works and entries are called until their keys are known.
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace citegraph::document::docx {

inline std::string id_of_work(std::uint32_t work) { return "w" + std::to_string(work); }

inline std::optional<std::uint32_t> work_of_id(std::string_view id) {
  if (!id.starts_with('w')) return std::nullopt;
  std::uint32_t work = 0;
  const auto [end, failure] = std::from_chars(id.data() + 1, id.data() + id.size(), work);
  return failure == std::errc{} && end == id.data() + id.size() ? std::optional(work) : std::nullopt;
}

}  // namespace citegraph::document::docx
