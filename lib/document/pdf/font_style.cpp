#include "document/pdf/font_style.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "text/ascii.hpp"

namespace citegraph::document::pdf {
namespace {

bool holds_one(std::string_view name, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return name.find(word) != std::string_view::npos; });
}

bool begins_with_one(std::string_view name, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return name.starts_with(word); });
}

}  // namespace

FontStyle font_style(std::string_view name) {
  // A font of which only some letters are embedded has a tag of six capitals before its name.
  if (const std::size_t plus = name.find('+'); plus != std::string_view::npos) name.remove_prefix(plus + 1);
  const std::string lower = text::ascii_lower_case(name);
  FontStyle style;
  // Computer Modern and its kin (CM, EC, CM-Super, Latin Modern) have short names of their own.
  style.italic = holds_one(lower, {"ital", "obli", "slant"}) || lower.ends_with("-it") || lower.ends_with(".i") ||
                 begins_with_one(lower, {"cmti", "cmsl", "cmbxti", "cmbxsl", "ecti", "ecsl", "sfti", "sfsl", "sfbi"});
  style.bold = holds_one(lower, {"bold", "black", "heavy", "-medi", "demi"}) || lower.ends_with("-bd") ||
               lower.ends_with(".b") ||
               begins_with_one(lower, {"cmbx", "cmb1", "ecbx", "sfbx", "sfrb", "sfssbx", "sfsx"});
  return style;
}

}  // namespace citegraph::document::pdf
