// The tags of HTML that stand inside Markdown.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace citegraph::document {

// What a tag does to the text. Those up to `cell` leave no mark.
enum class Tag : std::uint8_t {
  none,
  dropped,
  line_break,
  line,
  cell,
  superscript,
  subscript,
  emphasis,
  strong,
  code,
  link
};

// By the name, in any case; `none` for a name that is not HTML's: "(a <b and c> d)" stays text.
Tag tag_named(std::string_view name);

// The value of `href` among the attributes of a tag.
std::string address_in(std::string_view attributes);

}  // namespace citegraph::document
