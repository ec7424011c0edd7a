#include "document/docx/walk.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "text/utf8.hpp"

namespace citegraph::document::docx {

bool is_unread(std::string_view name) noexcept {
  // Sorted.
  constexpr std::string_view unread[] = {"Fallback",  "chart",        "del",      "delInstrText", "delText",
                                         "instrText", "lockedCanvas", "moveFrom", "pPr",          "pic",
                                         "rPr",       "relIds",       "sdtEndPr", "sdtPr",        "sectPr",
                                         "tblGrid",   "tblPr",        "tcPr",     "trPr",         "txBody"};
  static_assert(std::is_sorted(std::begin(unread), std::end(unread)));
  return std::binary_search(std::begin(unread), std::end(unread), name);
}

std::string shown_text(pugi::xml_node root) {
  std::string text;
  walk(
      root,
      [&](pugi::xml_node node) {
        if (is_text(node)) {
          if (local_name(node.parent()) == "t") text += decode_references(node.value());
          return false;
        }
        const std::string_view name = local_name(node);
        if (name == "tab" || name == "br" || name == "cr" || name == "tc") text += ' ';
        if (name == "noBreakHyphen") text += '-';
        return is_element(node) && !is_unread(name);
      },
      [](pugi::xml_node) {});
  return text::collapse_spaces(text);
}

bool is_on(pugi::xml_node toggle) {
  if (!toggle) return false;
  const std::string value = attribute(toggle, "val");
  return value.empty() || value == "1" || value == "true" || value == "on";
}

}  // namespace citegraph::document::docx
