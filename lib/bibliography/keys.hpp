// Keys for many works at once.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/work.hpp"

namespace citegraph::bibliography {

// What a key may consist of everywhere: letters and digits of ASCII and `:_.+/-`. The rest is left out.
std::string safe_key(std::string_view key);

// One key for each work, all different even in one letter case: the work's own, as far as it is safe, or a new one.
std::vector<std::string> unique_keys(std::span<const Work> works);
// By another pattern (citation_key.hpp); throws Error for what is none.
std::vector<std::string> unique_keys(std::span<const Work> works, std::string_view pattern);

}  // namespace citegraph::bibliography
