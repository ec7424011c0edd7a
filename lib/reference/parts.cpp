#include "reference/parts.hpp"

#include "text/utf8.hpp"

namespace citegraph::reference {

std::vector<TextSpan> parts_of(std::string_view text) {
  const std::uint32_t size = static_cast<std::uint32_t>(text.size());
  std::vector<TextSpan> parts;
  const std::string_view trimmed = text::trim(text);
  if (!trimmed.starts_with("(a) ")) return {{0, size}};
  const std::uint32_t first = static_cast<std::uint32_t>(trimmed.data() - text.data());
  parts.push_back({first + 3, size});
  char next = 'b';
  for (std::size_t at = first + 3; at + 3 < text.size() && next <= 'z'; ++at) {
    if (text[at] != '(' || text[at + 1] != next || text[at + 2] != ')' || text[at + 3] != ' ') continue;
    // After the end of a part only: "(b)" also stands in titles.
    std::size_t before = at;
    while (before > 0 && (text[before - 1] == ' ' || text[before - 1] == '\n')) --before;
    if (before == 0 || (text[before - 1] != ';' && text[before - 1] != '.' && text[before - 1] != ',')) continue;
    parts.back().end = static_cast<std::uint32_t>(at);
    parts.push_back({static_cast<std::uint32_t>(at) + 3, size});
    ++next;
  }
  if (parts.size() < 2) return {{0, size}};
  return parts;
}

}  // namespace citegraph::reference
