#include "text/xml.hpp"

#include <algorithm>

#include "text/ascii.hpp"
#include "text/entities.hpp"
#include "text/utf8.hpp"

namespace citegraph::text {
namespace {

constexpr std::string_view white = " \t\r\n";

// Character data stays raw (no parse_escapes, no parse_eol): it is decoded with its places when it is taken out.
constexpr unsigned int parse_flags = pugi::parse_cdata | pugi::parse_ws_pcdata;

// The element that was open last when the parser stopped: the end of the chain of last children.
pugi::xml_node innermost_open(const pugi::xml_document& document) {
  pugi::xml_node open;
  for (pugi::xml_node node = document.last_child(); node; node = node.last_child())
    if (is_element(node)) open = node;
  return open;
}

std::string_view name_at(std::string_view text, std::size_t offset) {
  const std::size_t end = text.find_first_of(" \t\r\n/>", offset);
  return text.substr(offset, std::min(end, text.size()) - offset);
}

MarkupError malformed(std::string_view text, const pugi::xml_document& document, const pugi::xml_parse_result& result) {
  std::size_t offset = std::min(static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0)), text.size());
  if (result.status == pugi::status_no_document_element) return MarkupError("no XML element", offset);
  if (result.status == pugi::status_end_element_mismatch) {
    const std::size_t slash = text.rfind("</", offset);
    if (offset < text.size() && slash != std::string_view::npos && text.find('>', slash) >= offset)
      return MarkupError("the end tag \"" + std::string(name_at(text, slash + 2)) + "\" closes no open element", slash);
    if (const pugi::xml_node open = innermost_open(document)) {
      offset = offset_of(open);
      return MarkupError("the element \"" + std::string(name_at(text, offset)) + "\" is never closed",
                         offset > 0 ? offset - 1 : 0);
    }
  }
  std::string what = result.description();
  if (!what.empty()) what.front() = ascii_lower(what.front());
  return MarkupError("broken XML: " + what, offset);
}

// After a declaration, comments, processing instructions and the document type, from `at` on.
std::size_t skip_prolog(std::string_view text, std::size_t at) {
  while (true) {
    at = std::min(text.find_first_not_of(white, at), text.size());
    const std::string_view rest = text.substr(at);
    std::string_view end;
    if (rest.starts_with("<?")) {
      end = "?>";
    } else if (rest.starts_with("<!--")) {
      end = "-->";
    } else if (rest.starts_with("<!DOCTYPE")) {
      const std::size_t subset = rest.find_first_of("[>");
      end = subset != std::string_view::npos && rest[subset] == '[' ? "]" : ">";
      const std::size_t close = rest.find(end);
      if (close == std::string_view::npos) return text.size();
      at = std::min(text.find('>', at + close), text.size() - 1) + 1;
      continue;
    } else {
      return at;
    }
    const std::size_t found = rest.find(end);
    if (found == std::string_view::npos) return text.size();
    at += found + end.size();
  }
}

}  // namespace

XmlTree::XmlTree(std::string_view text, std::optional<MarkupError>& failure) : text_(text) { failure = parse(); }

XmlTree::XmlTree(std::string_view text) : text_(text) {
  if (const std::optional<MarkupError> failure = parse()) throw MarkupError(*failure);
}

std::optional<MarkupError> XmlTree::parse() {
  const pugi::xml_parse_result result =
      document_.load_buffer(text_.data(), text_.size(), parse_flags, pugi::encoding_utf8);
  if (result.status == pugi::status_out_of_memory) throw std::bad_alloc();
  if (!result) return malformed(text_, document_, result);
  return std::nullopt;
}

std::uint32_t offset_of(pugi::xml_node node) {
  return static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0));
}

std::string_view local_name(const char* name) noexcept {
  const std::string_view full(name);
  const std::size_t colon = full.rfind(':');
  return colon == std::string_view::npos ? full : full.substr(colon + 1);
}

pugi::xml_node child(pugi::xml_node node, std::string_view name) {
  for (pugi::xml_node each = node.first_child(); each; each = each.next_sibling())
    if (is_element(each) && local_name(each) == name) return each;
  return {};
}

std::string attribute(pugi::xml_node node, std::string_view name) {
  for (pugi::xml_attribute each = node.first_attribute(); each; each = each.next_attribute())
    if (local_name(each.name()) == name) return decode_references(each.value());
  return {};
}

pugi::xml_node next_beyond(pugi::xml_node node, pugi::xml_node root) {
  for (; node && node != root; node = node.parent())
    if (const pugi::xml_node next = node.next_sibling()) return next;
  return {};
}

pugi::xml_node next_inside(pugi::xml_node node, pugi::xml_node root) {
  if (const pugi::xml_node first = node.first_child()) return first;
  return next_beyond(node, root);
}

std::string plain_text(pugi::xml_node root, bool (*skips)(std::string_view name)) {
  std::string text;
  for (pugi::xml_node node = root; node;) {
    const bool skipped = node != root && is_element(node) && skips(local_name(node));
    if (node.type() == pugi::node_pcdata) text += decode_references(node.value());
    if (node.type() == pugi::node_cdata) text += node.value();
    node = skipped ? next_beyond(node, root) : next_inside(node, root);
  }
  return collapse_spaces(text);
}

std::string decode_references(std::string_view raw) {
  std::string decoded;
  std::size_t copied = 0;
  for (std::size_t at = raw.find('&'); at != std::string_view::npos; at = raw.find('&', at + 1)) {
    const Entity entity = entity_at(raw, static_cast<std::uint32_t>(at));
    if (entity.size == 0) continue;
    decoded.append(raw, copied, at - copied).append(entity.text);
    copied = at + entity.size;
  }
  return decoded.append(raw, copied);
}

std::string_view xml_root_name(std::string_view text) {
  const std::size_t at = skip_prolog(text, 0);
  if (at + 1 >= text.size() || text[at] != '<') return {};
  const std::string_view name = name_at(text, at + 1);
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view declared_encoding(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(white), text.size()));
  if (!text.starts_with("<?xml")) return {};
  text = text.substr(0, text.find("?>"));
  std::size_t at = text.find("encoding");
  if (at == std::string_view::npos) return {};
  at = text.find_first_of("\"'", at);
  if (at == std::string_view::npos) return {};
  const std::size_t end = text.find(text[at], at + 1);
  return text.substr(at + 1, (end == std::string_view::npos ? text.size() : end) - at - 1);
}

void check_xml_encoding(const Decoded& decoded) {
  if (decoded.encoding != Encoding::latin1) return;
  const std::string name = ascii_lower_case(declared_encoding(decoded.text));
  constexpr std::string_view readable[] = {"", "utf-8", "us-ascii", "ascii", "iso-8859-1", "latin1", "windows-1252"};
  if (std::find(std::begin(readable), std::end(readable), name) == std::end(readable))
    throw MarkupError("the encoding " + name + " is not supported; convert the file to UTF-8", 0);
}

}  // namespace citegraph::text
