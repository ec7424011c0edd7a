// XML as readers of markup see it: a tree over the decoded text whose character data is left as it stands in the file,
// so that every byte keeps its place. Entities are decoded when text is taken out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <stdexcept>
#include <string>
#include <string_view>

#include "text/encoding.hpp"

namespace citegraph::text {

// Markup that cannot be read; `offset` is a byte of the decoded text.
class MarkupError : public std::runtime_error {
 public:
  MarkupError(const std::string& message, std::size_t offset) : std::runtime_error(message), offset_(offset) {}
  [[nodiscard]] std::size_t offset() const noexcept { return offset_; }

 private:
  std::size_t offset_;
};

class XmlTree {
 public:
  // Parses valid UTF-8 without NUL. The document type is skipped: nothing it names is loaded, no entity it declares is
  // expanded. Throws MarkupError for markup that is not well-formed.
  explicit XmlTree(std::string_view text);
  // The same, but for broken markup: the tree then ends where it breaks, and `failure` says how.
  XmlTree(std::string_view text, std::optional<MarkupError>& failure);

  [[nodiscard]] std::string_view text() const noexcept { return text_; }
  [[nodiscard]] pugi::xml_node root() const { return document_.document_element(); }

 private:
  std::optional<MarkupError> parse();

  std::string_view text_;
  pugi::xml_document document_;
};

// The byte where an element's name, or character data, stands.
std::uint32_t offset_of(pugi::xml_node node);

// Without the prefix of a namespace: "math" of "mml:math".
std::string_view local_name(const char* name) noexcept;
inline std::string_view local_name(pugi::xml_node node) noexcept { return local_name(node.name()); }

// The first child element of that local name, or none. Linear in the number of children.
pugi::xml_node child(pugi::xml_node node, std::string_view name);

// The decoded value of an attribute by local name, or nothing.
std::string attribute(pugi::xml_node node, std::string_view name);

inline bool is_text(pugi::xml_node node) { return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata; }
inline bool is_element(pugi::xml_node node) { return node.type() == pugi::node_element; }

// The node after `node` in document order, or none at the end of `root`; not into `node` where it is to be skipped.
pugi::xml_node next_inside(pugi::xml_node node, pugi::xml_node root);
pugi::xml_node next_beyond(pugi::xml_node node, pugi::xml_node root);

// All character data inside `node` but for elements that `skips` names, decoded, white space collapsed.
std::string plain_text(pugi::xml_node root, bool (*skips)(std::string_view name));

// XML 1.0, production 2: what a document can hold.
constexpr bool is_xml_character(char32_t c) noexcept {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
         c >= 0x10000;
}

// Character data with its references decoded. An entity that is neither XML's nor a known one stays as it is printed.
std::string decode_references(std::string_view raw);

// The local name of the root element as far as the first bytes tell; empty for what is no XML.
std::string_view xml_root_name(std::string_view text);

// The encoding that the XML declaration names, or nothing.
std::string_view declared_encoding(std::string_view text);

// UTF-8, UTF-16 and what Windows-1252 holds are converted; the letters of any other encoding would come out wrong.
// Throws MarkupError where the declaration names one.
void check_xml_encoding(const Decoded& decoded);

}  // namespace citegraph::text
