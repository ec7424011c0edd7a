// Names as JATS divides them.
#include <string>
#include <string_view>
#include <utility>

#include "document/jats/elements.hpp"
#include "document/jats/fields.hpp"
#include "document/xml.hpp"
#include "text/utf8.hpp"

namespace citegraph::document::jats {
namespace {

Name whole(std::string text) {
  Name name;
  name.literal = std::move(text);
  return name;
}

// The members of a group, and where to write to, are not its name.
bool is_no_part_of_a_name(std::string_view element) {
  return is_skipped(element) || element == "email" || element == "address" || element == "xref" || element == "fn" ||
         role_of(element) == Role::address;
}

Name family_only(std::string text) {
  Name name;
  name.family = std::move(text);
  return name;
}

}  // namespace

Name read_name(pugi::xml_node node) {
  const std::string_view element = local_name(node);
  std::string family = value_of(child(node, "surname"));
  std::string given = value_of(child(node, "given-names"));
  if (family.empty() && element == "string-name") return parse_name(value_of(node));
  if (family.empty()) return whole(given.empty() ? plain_text(node, is_no_part_of_a_name) : std::move(given));
  // Organisations are tagged as surnames where a database knows nothing but names.
  if (given.empty())
    return family.find(' ') == std::string::npos ? family_only(std::move(family)) : whole(std::move(family));
  Name name;
  // "van Emden": how particles are divided is known elsewhere.
  if (text::is_lower(text::decode_at(family, 0).value)) name = parse_name(family + ", " + given);
  if (name.family.empty()) {
    name = {};
    name.family = std::move(family);
  }
  name.given = std::move(given);
  name.suffix = value_of(child(node, "suffix"));
  return name;
}

}  // namespace citegraph::document::jats
