// Elements of WordprocessingML in document order. Nothing here calls itself: the depth of a file is its author's
// affair.
#pragma once

#include <pugixml.hpp>
#include <string_view>

#include "document/xml.hpp"

namespace citegraph::document::docx {

// `enter(node)` is true where what is inside is to be read too; `leave(node)` follows then.
template <typename Enter, typename Leave>
void walk(pugi::xml_node root, Enter&& enter, Leave&& leave) {
  for (pugi::xml_node node = root; node;) {
    if (enter(node)) {
      if (const pugi::xml_node first = node.first_child()) {
        node = first;
        continue;
      }
      leave(node);
    }
    while (node != root && !node.next_sibling()) {
      node = node.parent();
      leave(node);
    }
    if (node == root) return;
    node = node.next_sibling();
  }
}

// No text, or text that the document does not show: properties, what a tracked change removes, the second form of what
// is there for older programs, drawings' own text.
bool is_unread(std::string_view name) noexcept;

// The text of a paragraph or row, as far as it is no markup.
std::string shown_text(pugi::xml_node root);

// An on/off value (ECMA-376 part 1, 17.17.4): an element without `w:val` is on.
bool is_on(pugi::xml_node toggle);

}  // namespace citegraph::document::docx
