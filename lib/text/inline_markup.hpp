// What web pages leave in text that was copied from them or stored as they had it: tags, character references, soft
// hyphens.
#pragma once

#include <string>
#include <string_view>

namespace citegraph::text {

// Tags of runs ("<i>", "</span>", "<jats:sub>") are left out, character references decoded, blanks that do not break
// made plain, soft hyphens taken away. A "<" that begins no such tag stays.
std::string without_markup(std::string_view text);

}  // namespace citegraph::text
