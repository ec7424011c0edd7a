#include "document/jats/elements.hpp"

#include <algorithm>
#include <iterator>

#include "document/xml.hpp"

namespace citegraph::document::jats {
namespace {

struct Row {
  std::string_view name;
  Role role;
};

// Sorted; every other element is inline text.
constexpr Row table[] = {
    {"abstract", Role::section},
    {"ack", Role::section},
    {"aff", Role::skipped},
    {"aff-alternatives", Role::skipped},
    {"alt-text", Role::skipped},
    {"annotation", Role::skipped},
    {"annotation-xml", Role::skipped},
    {"app", Role::section},
    {"app-group", Role::region},
    {"array", Role::table},
    {"attrib", Role::paragraph},
    {"author-notes", Role::skipped},
    {"back", Role::region},
    {"bio", Role::section},
    {"body", Role::region},
    {"bold", Role::strong},
    {"boxed-text", Role::floating},
    {"break", Role::line_break},
    {"chem-struct-wrap", Role::floating},
    {"chem-struct-wrapper", Role::floating},
    {"code", Role::code},
    {"contrib-group", Role::skipped},
    {"contrib-id", Role::skipped},
    {"counts", Role::skipped},
    {"custom-meta", Role::skipped},
    {"custom-meta-group", Role::skipped},
    {"def-item", Role::list_item},
    {"def-list", Role::list},
    {"disp-quote", Role::quote},
    {"email", Role::address},
    {"entry", Role::cell},
    {"ext-link", Role::address},
    {"fig", Role::floating},
    {"fig-group", Role::floating},
    {"floats-group", Role::region},
    {"fn", Role::note},
    {"fn-group", Role::section},
    {"funding-group", Role::skipped},
    {"glossary", Role::section},
    {"glyph-data", Role::skipped},
    {"graphic", Role::skipped},
    {"history", Role::skipped},
    {"inline-graphic", Role::skipped},
    {"inline-media", Role::skipped},
    {"issn", Role::skipped},
    {"italic", Role::emphasis},
    {"journal-meta", Role::skipped},
    {"kwd-group", Role::skipped},
    {"label", Role::label},
    {"list", Role::list},
    {"list-item", Role::list_item},
    {"long-desc", Role::skipped},
    {"math", Role::math},
    {"media", Role::floating},
    {"monospace", Role::typewriter},
    {"mprescripts", Role::skipped},
    {"none", Role::skipped},
    {"notes", Role::section},
    {"oasis-table", Role::table},
    {"object-id", Role::skipped},
    {"p", Role::paragraph},
    {"permissions", Role::skipped},
    {"preformat", Role::code},
    {"private-char", Role::skipped},
    {"processing-meta", Role::skipped},
    {"question", Role::paragraph},
    {"ref", Role::reference},
    {"ref-list", Role::reference_list},
    {"related-article", Role::skipped},
    {"related-object", Role::skipped},
    {"response", Role::skipped},
    {"row", Role::row},
    {"sec", Role::section},
    {"sec-meta", Role::skipped},
    {"self-uri", Role::skipped},
    {"speaker", Role::paragraph},
    {"speech", Role::quote},
    {"statement", Role::section},
    {"sub", Role::subscript},
    {"sub-article", Role::skipped},
    {"subj-group", Role::skipped},
    {"subtitle", Role::paragraph},
    {"sup", Role::superscript},
    {"supplementary-material", Role::floating},
    {"table", Role::table},
    {"table-wrap", Role::floating},
    {"table-wrap-foot", Role::region},
    {"table-wrap-group", Role::floating},
    {"td", Role::cell},
    {"tex-math", Role::skipped},
    {"textual-form", Role::skipped},
    {"th", Role::cell},
    {"title", Role::heading},
    {"tr", Role::row},
    {"trans-abstract", Role::section},
    {"trans-title-group", Role::skipped},
    {"uri", Role::address},
    {"verse-group", Role::quote},
    {"verse-line", Role::paragraph},
    {"xref", Role::cross_reference},
};

}  // namespace

Role role_of(std::string_view local_name) noexcept {
  const auto row = std::lower_bound(std::begin(table), std::end(table), local_name,
                                    [](const Row& each, std::string_view name) { return each.name < name; });
  return row != std::end(table) && row->name == local_name ? row->role : Role::inline_text;
}

std::string value_of(pugi::xml_node node) { return plain_text(node, is_skipped); }

}  // namespace citegraph::document::jats
