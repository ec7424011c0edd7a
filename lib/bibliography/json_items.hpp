// The objects of a JSON text that holds many, each by its place.
#pragma once

#include <string_view>
#include <vector>

#include "citegraph/span.hpp"

namespace citegraph::bibliography {

struct JsonItems {
  std::vector<TextSpan> items;  // objects, braces included; the last may be cut off
  bool closed = true;           // the last one ends
  std::vector<bool> too_deep;   // for each: nested deeper than any real file, which recursive libraries do not survive
};

// The outermost objects: those of an array, of several lines, or the only one. Braces in strings do not count.
JsonItems find_json_items(std::string_view text);

// True where `text` is an array or an object whose first 64 KB hold `member` as the name of a member.
bool json_mentions(std::string_view text, std::string_view member);

}  // namespace citegraph::bibliography
