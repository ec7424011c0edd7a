// The elements of JATS (NISO Z39.96, with those of its forerunner, the NLM DTDs) by what they are in a text.
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace citegraph::document::jats {

enum class Role : std::uint8_t {
  inline_text,  // and containers that leave no trace of their own
  skipped,      // no text, or not of this article
  region,       // ends what is before it
  section,      // a region whose title is a heading
  heading,
  label,
  paragraph,
  list,
  list_item,
  quote,
  note,
  floating,  // stands beside the text: figures, tables, boxes
  table,
  row,
  cell,
  code,
  line_break,
  math,
  emphasis,
  strong,
  superscript,
  subscript,
  typewriter,
  address,  // of the Web
  cross_reference,
  reference_list,
  reference,
};

Role role_of(std::string_view local_name) noexcept;
inline bool is_skipped(std::string_view local_name) noexcept { return role_of(local_name) == Role::skipped; }

// The text of an element as a value: without markup, white space collapsed.
std::string value_of(pugi::xml_node node);

}  // namespace citegraph::document::jats
