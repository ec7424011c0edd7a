#include "text/inline_markup.hpp"

#include <algorithm>
#include <cstdint>

#include "text/entities.hpp"

namespace citegraph::text {
namespace {

// Of HTML, and those of JATS that databases keep in titles.
constexpr std::string_view tags[] = {"i", "b",    "em", "strong", "sub", "sup",    "u",    "span", "br", "p",
                                     "a", "cite", "q",  "font",   "sc",  "italic", "bold", "scp",  "tt"};

constexpr std::size_t longest_tag = 200;
constexpr std::string_view no_break_space = "\u00a0";
constexpr std::string_view soft_hyphen = "\u00ad";

// The size of the tag at the start of `text`: "<i>", "</span>", "<a href=...>"; 0 where there is none.
std::size_t tag_size(std::string_view text) {
  const std::size_t end = text.substr(0, longest_tag).find('>');
  if (end == std::string_view::npos) return 0;
  std::string_view inside = text.substr(1, end - 1);
  if (inside.starts_with('/')) inside.remove_prefix(1);
  if (inside.starts_with("jats:")) inside.remove_prefix(5);
  const std::string_view name = inside.substr(0, inside.find_first_of(" /"));
  const auto same = [&](std::string_view tag) {
    return std::equal(tag.begin(), tag.end(), name.begin(), name.end(),
                      [](char a, char b) { return a == static_cast<char>(b | 0x20); });
  };
  return std::any_of(std::begin(tags), std::end(tags), same) ? end + 1 : 0;
}

// Appends what the reference at the start of `text` stands for; its size, or 0 where there is none.
std::size_t take_entity(std::string_view text, std::string& out) {
  const Entity entity = entity_at(text, 0);
  if (entity.size == 0 || entity.text == soft_hyphen) return entity.size;
  const bool is_control = entity.text.size() == 1 && static_cast<unsigned char>(entity.text[0]) < 0x20;
  out += is_control || entity.text == no_break_space ? " " : entity.text;
  return entity.size;
}

}  // namespace

std::string without_markup(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    std::size_t size = 0;
    if (rest[0] == '&') size = take_entity(rest, out);
    if (rest[0] == '<') size = tag_size(rest);
    if (rest.starts_with(soft_hyphen)) size = soft_hyphen.size();
    if (size == 0) {
      out += rest[0];
      size = 1;
    }
    at += size;
  }
  return out;
}

}  // namespace citegraph::text
