#include "document/html_tags.hpp"

#include <algorithm>
#include <array>

#include "text/ascii.hpp"

namespace citegraph::document {
namespace {

struct TagName {
  std::string_view name;
  Tag tag;
};

// Sorted.
constexpr TagName tag_names[] = {
    {"a", Tag::link},          {"abbr", Tag::dropped},  {"b", Tag::strong},        {"big", Tag::dropped},
    {"blockquote", Tag::line}, {"body", Tag::dropped},  {"br", Tag::line_break},   {"caption", Tag::line},
    {"center", Tag::dropped},  {"cite", Tag::emphasis}, {"code", Tag::code},       {"col", Tag::dropped},
    {"dd", Tag::line},         {"del", Tag::dropped},   {"details", Tag::dropped}, {"div", Tag::line},
    {"dl", Tag::dropped},      {"dt", Tag::line},       {"em", Tag::emphasis},     {"figcaption", Tag::dropped},
    {"figure", Tag::dropped},  {"font", Tag::dropped},  {"h1", Tag::dropped},      {"h2", Tag::dropped},
    {"h3", Tag::dropped},      {"h4", Tag::dropped},    {"h5", Tag::dropped},      {"h6", Tag::dropped},
    {"hr", Tag::dropped},      {"html", Tag::dropped},  {"i", Tag::emphasis},      {"img", Tag::dropped},
    {"ins", Tag::dropped},     {"kbd", Tag::code},      {"li", Tag::line},         {"mark", Tag::dropped},
    {"nobr", Tag::dropped},    {"ol", Tag::dropped},    {"p", Tag::line},          {"pre", Tag::dropped},
    {"q", Tag::dropped},       {"s", Tag::dropped},     {"section", Tag::dropped}, {"small", Tag::dropped},
    {"span", Tag::dropped},    {"strong", Tag::strong}, {"sub", Tag::subscript},   {"summary", Tag::dropped},
    {"sup", Tag::superscript}, {"table", Tag::dropped}, {"tbody", Tag::dropped},   {"td", Tag::cell},
    {"th", Tag::cell},         {"thead", Tag::dropped}, {"tr", Tag::line},         {"tt", Tag::code},
    {"u", Tag::dropped},       {"ul", Tag::dropped},    {"wbr", Tag::dropped}};

}  // namespace

Tag tag_named(std::string_view name) {
  std::array<char, 10> lower{};
  if (name.empty() || name.size() > lower.size()) return Tag::none;
  std::transform(name.begin(), name.end(), lower.begin(), text::ascii_lower);
  const std::string_view wanted(lower.data(), name.size());
  const auto* found = std::lower_bound(std::begin(tag_names), std::end(tag_names), wanted,
                                       [](const TagName& row, std::string_view key) { return row.name < key; });
  return found != std::end(tag_names) && found->name == wanted ? found->tag : Tag::none;
}

std::string address_in(std::string_view attributes) {
  const std::size_t name = attributes.find("href=");
  if (name == std::string_view::npos) return {};
  std::string_view value = attributes.substr(name + 5);
  if (value.empty()) return {};
  const char quote = value.front();
  if (quote != '"' && quote != '\'') return std::string(value.substr(0, value.find_first_of(" \t\n/>")));
  value.remove_prefix(1);
  return std::string(value.substr(0, value.find(quote)));
}

}  // namespace citegraph::document
