// Lines and columns of a file in any encoding.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "citegraph/source_map.hpp"

#include "text/encoding.hpp"
#include "text/line_index.hpp"

namespace citegraph::text {

// Offsets are bytes of the file. A file in UTF-8 is counted as it is; for another encoding the decoded text is kept.
class SourceLines {
 public:
  SourceLines(std::string_view source, const Decoded& decoded);
  Position position(std::string_view source, std::uint32_t offset) const noexcept;

 private:
  bool is_utf8_;
  std::uint32_t bom_ = 0;  // bytes
  std::string text_;
  SourceMap map_;
  LineIndex index_;
};

}  // namespace citegraph::text
