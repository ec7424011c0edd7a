// Character references of HTML: "&amp;", "&#8211;".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace citegraph::text {

struct Entity {
  std::uint32_t size = 0;  // bytes of source; 0 where there is none
  std::string text;
};

// The character reference that starts at `offset` of `text`, which holds '&'.
Entity entity_at(std::string_view text, std::uint32_t offset);

}  // namespace citegraph::text
