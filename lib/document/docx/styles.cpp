#include "document/docx/styles.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "document/docx/walk.hpp"
#include "document/xml.hpp"
#include "text/ascii.hpp"

namespace citegraph::document::docx {
namespace {

constexpr std::size_t deepest_base = 30;  // styles based on styles; a loop ends there
constexpr std::uint32_t deepest_level = 8;

std::optional<std::uint32_t> number_of(pugi::xml_node node) {
  const std::string value = attribute(node, "val");
  if (value.empty() || value.size() > 9) return std::nullopt;
  std::uint32_t number = 0;
  for (const char c : value) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return number;
}

void apply_run(pugi::xml_node properties, RunFormat& format) {
  for (const pugi::xml_node each : properties.children()) {
    const std::string_view name = local_name(each);
    if (name == "i") format.italic = is_on(each);
    if (name == "b") format.bold = is_on(each);
    if (name == "vanish") format.hidden = is_on(each);
    if (name != "vertAlign") continue;
    const std::string value = attribute(each, "val");
    format.raised = value == "superscript" ? Raised::superscript
                    : value == "subscript" ? Raised::subscript
                                           : Raised::none;
  }
}

void apply_paragraph(pugi::xml_node properties, ParagraphFormat& format) {
  if (const auto outline = number_of(child(properties, "outlineLvl")))
    format.heading = *outline < 9 ? static_cast<std::uint8_t>(*outline + 1) : 0;
  const pugi::xml_node numbering = child(properties, "numPr");
  if (!numbering) return;
  if (const auto number = number_of(child(numbering, "numId"))) format.list.number = *number;
  if (const auto level = number_of(child(numbering, "ilvl"))) format.list.level = std::min(*level, deepest_level);
}

// The built-in styles bear these names in every language of the program; what is shown to its user is another one.
void apply_name(const std::string& name, ParagraphFormat& format) {
  const std::string folded = text::ascii_lower_case(name);
  constexpr std::string_view heading = "heading ";
  if (folded.size() == heading.size() + 1 && folded.starts_with(heading) && folded.back() >= '1' &&
      folded.back() <= '9')
    format.heading = static_cast<std::uint8_t>(folded.back() - '0');
  struct Row {
    std::string_view name;
    ParagraphRole role;
  };
  static constexpr Row table[] = {{"title", ParagraphRole::title},           {"author", ParagraphRole::author},
                                  {"authors", ParagraphRole::author},        {"date", ParagraphRole::date},
                                  {"quote", ParagraphRole::quote},           {"intense quote", ParagraphRole::quote},
                                  {"block text", ParagraphRole::quote},      {"source code", ParagraphRole::code},
                                  {"html preformatted", ParagraphRole::code}};
  for (const Row& row : table)
    if (folded == row.name) format.role = row.role;
}

}  // namespace

Styles::Styles(pugi::xml_node root) {
  std::unordered_map<std::string, pugi::xml_node> nodes;
  for (const pugi::xml_node node : root.children())
    if (local_name(node) == "style") nodes.emplace(attribute(node, "styleId"), node);
  for (const auto& [id, node] : nodes) styles_.emplace(id, resolve(id, nodes));
}

Styles::Style Styles::resolve(const std::string& id, const std::unordered_map<std::string, pugi::xml_node>& nodes) {
  std::vector<pugi::xml_node> chain;
  for (auto found = nodes.find(id); found != nodes.end() && chain.size() < deepest_base;
       found = nodes.find(attribute(child(found->second, "basedOn"), "val")))
    chain.push_back(found->second);
  Style style;
  for (auto node = chain.rbegin(); node != chain.rend(); ++node) {
    apply_name(attribute(child(*node, "name"), "val"), style.paragraph);
    apply_paragraph(child(*node, "pPr"), style.paragraph);
    apply_run(child(*node, "rPr"), style.run);
  }
  return style;
}

ParagraphFormat Styles::paragraph(pugi::xml_node paragraph) const {
  const pugi::xml_node properties = child(paragraph, "pPr");
  ParagraphFormat format;
  const auto style = styles_.find(attribute(child(properties, "pStyle"), "val"));
  if (style != styles_.end()) format = style->second.paragraph;
  apply_paragraph(properties, format);
  return format;
}

RunFormat Styles::run(pugi::xml_node run) const {
  const pugi::xml_node properties = child(run, "rPr");
  RunFormat format;
  if (!properties) return format;
  const auto style = styles_.find(attribute(child(properties, "rStyle"), "val"));
  if (style != styles_.end()) format = style->second.run;
  apply_run(properties, format);
  return format;
}

}  // namespace citegraph::document::docx
