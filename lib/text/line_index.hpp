// Offsets to lines and columns.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace citegraph::text {

struct Position {
  std::uint32_t line = 1;    // 1-based
  std::uint32_t column = 1;  // 1-based, code points
};

// Lines end at \n, \r\n or a lone \r. The index keeps offsets, not the text: pass the same text to `position`.
class LineIndex {
 public:
  LineIndex() = default;
  explicit LineIndex(std::string_view text);
  Position position(std::string_view text, std::uint32_t offset) const noexcept;
  std::string_view line(std::string_view text, std::uint32_t number) const noexcept;  // 1-based, without its end
  std::uint32_t line_start(std::uint32_t number) const noexcept;
  std::uint32_t line_count() const noexcept { return static_cast<std::uint32_t>(starts_.size()); }

 private:
  struct Count {
    std::uint32_t offset;
    std::uint32_t code_points;  // before `offset`
  };
  std::uint32_t code_points_before(std::string_view text, std::uint32_t offset) const noexcept;

  std::vector<std::uint32_t> starts_;
  std::vector<Count> counts_;  // one for about every kilobyte
};

}  // namespace citegraph::text
