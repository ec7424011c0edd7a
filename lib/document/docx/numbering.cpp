#include "document/docx/numbering.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "document/xml.hpp"

namespace citegraph::document::docx {
namespace {

constexpr std::uint32_t largest_roman = 3999;
constexpr std::uint32_t largest_count = 1000000;

std::uint32_t count_of(const std::string& text, std::uint32_t otherwise) {
  std::uint32_t value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  return failure == std::errc{} && end == text.data() + text.size() ? std::min(value, largest_count) : otherwise;
}

std::string roman(std::uint32_t number, bool upper) {
  if (number == 0 || number > largest_roman) return std::to_string(number);
  struct Row {
    std::uint32_t value;
    std::string_view digits;
  };
  static constexpr Row table[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
                                  {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
  std::string text;
  for (const Row& row : table)
    for (; number >= row.value; number -= row.value) text += row.digits;
  if (upper) std::transform(text.begin(), text.end(), text.begin(), [](char c) { return static_cast<char>(c - 32); });
  return text;
}

// "z" is followed by "aa" (17.18.59).
std::string letters(std::uint32_t number, char first) {
  if (number == 0 || number > 26U * 20U) return std::to_string(number);
  return std::string((number - 1) / 26 + 1, static_cast<char>(first + static_cast<char>((number - 1) % 26)));
}

}  // namespace

std::string in_number_format(std::uint32_t number, std::string_view format) {
  if (format == "lowerRoman") return roman(number, false);
  if (format == "upperRoman") return roman(number, true);
  if (format == "lowerLetter") return letters(number, 'a');
  if (format == "upperLetter") return letters(number, 'A');
  if (format == "decimalZero" && number < 10) return '0' + std::to_string(number);
  return std::to_string(number);
}

Numbering::Numbering(pugi::xml_node root) {
  for (const pugi::xml_node node : root.children()) {
    if (local_name(node) == "abstractNum") read_scheme(node);
    if (local_name(node) == "num") read_list(node);
  }
}

void Numbering::read_scheme(pugi::xml_node node) {
  Scheme scheme;
  for (const pugi::xml_node each : node.children()) {
    if (local_name(each) != "lvl") continue;
    const std::uint32_t place = count_of(attribute(each, "ilvl"), levels);
    if (place >= levels) continue;
    Level& level = scheme.definition[place];
    level.start = count_of(attribute(child(each, "start"), "val"), 1);
    level.text = attribute(child(each, "lvlText"), "val");
    if (const pugi::xml_node format = child(each, "numFmt")) level.format = attribute(format, "val");
  }
  schemes_.emplace(attribute(node, "abstractNumId"), std::move(scheme));
}

void Numbering::read_list(pugi::xml_node node) {
  List list;
  list.scheme = attribute(child(node, "abstractNumId"), "val");
  for (const pugi::xml_node each : node.children()) {
    const std::uint32_t place = count_of(attribute(each, "ilvl"), levels);
    const pugi::xml_node start = child(each, "startOverride");
    if (local_name(each) == "lvlOverride" && place < levels && start)
      list.restart[place] = count_of(attribute(start, "val"), 1);
  }
  lists_.emplace(attribute(node, "numId"), std::move(list));
}

std::string Numbering::next(ListPlace place) {
  const auto list = lists_.find(std::to_string(place.number));
  if (list == lists_.end() || place.level >= levels) return {};
  const auto found = schemes_.find(list->second.scheme);
  if (found == schemes_.end()) return {};
  Scheme& scheme = found->second;
  std::optional<std::uint32_t>& count = scheme.count[place.level];
  std::optional<std::uint32_t>& restart = list->second.restart[place.level];
  count = restart ? *restart : count ? *count + 1 : scheme.definition[place.level].start;
  restart.reset();
  for (std::size_t deeper = place.level + 1; deeper < levels; ++deeper) scheme.count[deeper].reset();
  const Level& level = scheme.definition[place.level];
  if (level.format == "bullet" || level.format == "none") return {};
  std::string text;
  for (std::size_t i = 0; i < level.text.size(); ++i) {
    const bool counts =
        level.text[i] == '%' && i + 1 < level.text.size() && level.text[i + 1] >= '1' && level.text[i + 1] <= '9';
    if (!counts) {
      text += level.text[i];
      continue;
    }
    const auto which = static_cast<std::size_t>(level.text[++i] - '1');
    text +=
        in_number_format(scheme.count[which].value_or(scheme.definition[which].start), scheme.definition[which].format);
  }
  return text;
}

}  // namespace citegraph::document::docx
