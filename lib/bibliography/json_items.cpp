#include "bibliography/json_items.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

#include "text/utf8.hpp"

namespace citegraph::bibliography {

JsonItems find_json_items(std::string_view text) {
  JsonItems result;
  std::size_t depth = 0;
  std::size_t begin = 0;
  bool in_string = false;
  constexpr std::size_t deepest = 100;
  std::size_t brackets = 0;
  bool deep = false;
  const auto add = [&](std::size_t end) {
    result.items.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    result.too_deep.push_back(deep);
    deep = false;
    brackets = 0;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') {
        ++i;
      } else if (c == '"' || c == '\n') {  // a string never runs over a line
        in_string = false;
      }
      continue;
    }
    if (c == '[') ++brackets;
    if (c == ']' && brackets > 0) --brackets;
    deep = deep || (depth > 0 && depth + brackets > deepest);
    if (c == '"') {
      in_string = depth > 0;
    } else if (c == '{') {
      if (depth++ == 0) {
        begin = i;
        brackets = 0;
      }
    } else if (c == '}' && depth > 0) {
      if (--depth == 0) add(i + 1);
    }
  }
  if (depth > 0) {
    result.closed = false;
    add(text.size());
  }
  return result;
}

bool json_mentions(std::string_view text, std::string_view member) {
  constexpr std::size_t looked_at = 1 << 16;
  text = text::trim(text.substr(0, looked_at));
  if (!text.starts_with('{') && !text.starts_with('[')) return false;
  const std::string name = "\"" + std::string(member) + "\"";
  for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    const std::string_view rest = text::trim(text.substr(at + name.size(), 16));
    if (rest.starts_with(':')) return true;
  }
  return false;
}

}  // namespace citegraph::bibliography
