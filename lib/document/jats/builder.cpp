#include "document/jats/builder.hpp"

#include <algorithm>

#include "document/jats.hpp"

namespace citegraph::document::jats {
namespace {

std::string_view escape_of(char c) noexcept {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return {};
  }
}

// Control characters, which XML has no way to hold, are blanks.
bool is_control(char c) noexcept { return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r'; }

}  // namespace

void Builder::add(std::string_view text, SourceSpan source) {
  xml_ += text;
  map_.append(static_cast<std::uint32_t>(text.size()), source);
  last_ = source.end;
}

void Builder::open(std::string_view element, Attributes attributes) {
  std::string tag = "<" + std::string(element);
  for (const auto& [name, value] : attributes) {
    if (value.empty()) continue;
    tag.append(" ").append(name).append("=\"");
    for (const char c : value) {
      const std::string_view escaped = escape_of(c);
      escaped.empty() ? tag += is_control(c) ? ' ' : c : tag += escaped;
    }
    tag += '"';
  }
  markup(tag + ">");
  open_.emplace_back(element);
}

void Builder::close() {
  if (open_.empty()) return;
  markup("</" + open_.back() + ">");
  open_.pop_back();
}

void Builder::close_to(std::size_t depth) {
  while (open_.size() > depth) close();
}

void Builder::move_to(SourceSpan place) {
  file_ = place.file;
  last_ = place.start;
}

void Builder::characters(std::string_view raw, std::uint32_t offset) {
  if (!raw.empty()) add(raw, {offset, offset + static_cast<std::uint32_t>(raw.size()), file_});
}

void Builder::text(std::string_view plain, std::uint32_t offset) {
  for (std::size_t at = 0; at < plain.size();) {
    std::size_t end = at;
    while (end < plain.size() && escape_of(plain[end]).empty() && !is_control(plain[end])) ++end;
    characters(plain.substr(at, end - at), offset + static_cast<std::uint32_t>(at));
    if (end == plain.size()) return;
    const auto place = offset + static_cast<std::uint32_t>(end);
    const std::string_view escaped = escape_of(plain[end]);
    add(escaped.empty() ? " " : escaped, {place, place + 1, file_});
    at = end + 1;
  }
}

void Builder::put(std::string_view generated, std::uint32_t offset) {
  const SourceSpan place{offset, offset, file_};
  for (std::size_t at = 0; at < generated.size();) {
    std::size_t end = at;
    while (end < generated.size() && escape_of(generated[end]).empty() && !is_control(generated[end])) ++end;
    if (end > at) add(generated.substr(at, end - at), place);
    if (end == generated.size()) return;
    const std::string_view escaped = escape_of(generated[end]);
    add(escaped.empty() ? " " : escaped, place);
    at = end + 1;
  }
}

Document Builder::read() {
  close_to(0);
  Document document = read_jats_text(xml_);
  document.map = document.map.through(map_);
  return document;
}

}  // namespace citegraph::document::jats
