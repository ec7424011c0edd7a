#include "citation/suffix.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "citation/locator.hpp"
#include "citation/tokens.hpp"
#include "text/utf8.hpp"

namespace citegraph::citation {
namespace {

bool is_loose(char c) { return c == ',' || c == ';' || c == ':' || c == ' '; }

std::string without_commas(std::string_view text) {
  while (!text.empty() && is_loose(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_loose(text.back())) text.remove_suffix(1);
  return std::string(text);
}

// Bytes of "12", "12-15", "12, 14ff" at the start: numbers, what joins them, "f" and "ff".
std::size_t pages_size(std::string_view text) {
  std::size_t end = 0;  // behind the last number
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode_at(text, at);
    if (text::is_digit(c.value)) {
      at += c.size;
      while (at < text.size() && text::is_digit(static_cast<unsigned char>(text[at]))) ++at;
      const std::size_t number = at;
      while (at < text.size() && text[at] == 'f' && at - number < 2) ++at;
      if (at < text.size() && text::is_word(text::decode_at(text, at).value)) return end;
      end = at;
    } else if (end > 0 && (text::is_dash(c.value) || c.value == ',' || c.value == '&' || text::is_space(c.value))) {
      at += c.size;
    } else {
      break;
    }
  }
  return end;
}

// "{pp. iv, vi-xi} and so on"
std::optional<Suffix> read_braced(std::string_view text) {
  const std::size_t close = text.find('}');
  if (!text.starts_with('{') || close == std::string_view::npos) return std::nullopt;
  Suffix suffix = read_suffix(text.substr(1, close - 1));
  if (suffix.label.empty()) suffix.label = "page";
  if (!suffix.rest.empty()) suffix.locator += (suffix.locator.empty() ? "" : ", ") + suffix.rest;
  suffix.rest = without_commas(text.substr(close + 1));
  return suffix;
}

// "ch. 3" as a text of its own.
std::optional<Suffix> read_labelled(std::string_view text) {
  Document document;
  document.text = ", " + std::string(text);
  document.blocks.push_back({BlockKind::paragraph, {0, static_cast<std::uint32_t>(document.text.size())}, 0, {}});
  const Body body(document, {});
  std::optional<Locator> locator = read_locator(body, 0);
  if (!locator) return std::nullopt;
  const std::uint32_t end =
      std::min(body[locator->end].kind == TokenKind::gap ? static_cast<std::uint32_t>(document.text.size())
                                                         : body[locator->end].start,
               static_cast<std::uint32_t>(document.text.size()));
  return Suffix{std::move(locator->text), std::move(locator->label),
                without_commas(std::string_view(document.text).substr(end))};
}

}  // namespace

Suffix read_suffix(std::string_view text) {
  const std::string trimmed = without_commas(text);
  text = trimmed;
  if (text.empty()) return {};
  if (text.front() == '{')
    if (std::optional<Suffix> braced = read_braced(text.substr(0, 1000))) return *braced;
  if (const std::size_t size = pages_size(text); size > 0)
    return {std::string(text.substr(0, size)), "page", without_commas(text.substr(size))};
  if (text.size() < 1000)
    if (std::optional<Suffix> labelled = read_labelled(text)) return *labelled;
  return {{}, {}, std::string(text)};
}

}  // namespace citegraph::citation
