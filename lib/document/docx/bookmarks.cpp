#include "document/docx/bookmarks.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include "document/xml.hpp"
#include "text/ascii.hpp"

namespace citegraph::document::docx {
namespace {

constexpr std::string_view prefix = "ZOTERO_BREF_";
constexpr std::size_t most_digits = 6;

// White space counts: it may stand where a piece begins or ends.
std::string text_within(pugi::xml_node root) {
  std::string text;
  for (pugi::xml_node node = root; node; node = next_inside(node, root)) {
    if (node.type() == pugi::node_pcdata) text += decode_references(node.value());
    if (node.type() == pugi::node_cdata) text += node.value();
  }
  return text;
}

}  // namespace

Bookmarks read_bookmarks(pugi::xml_node properties) {
  std::map<std::string, std::map<unsigned, std::string>> pieces;
  for (const pugi::xml_node property : properties.children()) {
    const std::string name = attribute(property, "name");
    const std::size_t dash = name.rfind('_');
    if (!name.starts_with(prefix) || dash < prefix.size()) continue;
    const std::string number = name.substr(dash + 1);
    const bool counts = !number.empty() && number.size() <= most_digits &&
                        std::all_of(number.begin(), number.end(), text::is_ascii_digit);
    if (counts) pieces[name.substr(0, dash)][static_cast<unsigned>(std::stoul(number))] = text_within(property);
  }
  Bookmarks bookmarks;
  for (const auto& [name, parts] : pieces) {
    std::string instruction = "ADDIN ";
    for (const auto& [number, part] : parts) instruction += part;
    bookmarks.emplace(name, std::move(instruction));
  }
  return bookmarks;
}

}  // namespace citegraph::document::docx
