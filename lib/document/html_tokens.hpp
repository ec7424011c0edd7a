// HTML as tags and text, as browsers divide it. Nothing is ever an error.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/span.hpp"

namespace citegraph::document {

struct HtmlToken {
  enum class Kind : std::uint8_t { text, open, close };
  Kind kind = Kind::text;
  bool empty = false;   // "<br/>"
  std::string name;     // of a tag, lower case
  TextSpan span;        // of the whole
  TextSpan attributes;  // of an opening tag
};

// Comments, declarations, and what stands in scripts, styles and drawings are left out. Linear.
std::vector<HtmlToken> html_tokens(std::string_view text);

// The value of an attribute, its references decoded; empty where there is none.
std::string html_attribute(std::string_view attributes, std::string_view name);

// True for elements that have no content: <br>, <img>, <meta> ...
bool is_void_element(std::string_view name) noexcept;

}  // namespace citegraph::document
