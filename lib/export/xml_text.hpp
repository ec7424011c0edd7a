// Text inside XML, whatever it holds.
#pragma once

#include <string>
#include <string_view>

namespace citegraph::xml {

// Appends `text` as it may stand in an element or between double quotes. What XML 1.0 cannot hold is left out; bytes
// that are no UTF-8 become U+FFFD; ends of lines and tabs are written as numbers, so that they come back.
void append_escaped(std::string& out, std::string_view text);
std::string escaped(std::string_view text);

}  // namespace citegraph::xml
