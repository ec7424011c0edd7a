// Records of a bibliography in XML: read one by one, so that a broken one takes no other with it, and written.
#pragma once

#include <initializer_list>
#include <iosfwd>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "bibliography/builder.hpp"
#include "text/xml.hpp"

namespace citegraph::bibliography::markup {

// True if the content begins with an element of one of these local names.
bool begins_with(std::string_view text, std::initializer_list<std::string_view> roots);

// Every element of that local name becomes an entry, which `read` fills. One whose markup breaks is read as far as it
// goes, reported where it begins, and ends where the next one does.
void read_records(Builder& builder, std::string_view name,
                  void (*read)(pugi::xml_node record, BibliographyEntry& entry));

// All character data inside, decoded, white space collapsed.
std::string text_of(pugi::xml_node node);

// Text as XML 1.0 can hold it: what it has no character for is left out, what is no UTF-8 replaced.
std::string xml_text(std::string_view text);

// A child element with that text; none where there is no text.
pugi::xml_node add(pugi::xml_node parent, const char* name, std::string_view text,
                   std::initializer_list<std::pair<const char*, std::string_view>> attributes = {});
// The first child element of that name, added where there is none.
pugi::xml_node within(pugi::xml_node parent, const char* name);

// The declaration, and `root` around what `write` adds for each entry.
void write_records(std::ostream& out, pugi::xml_document& document);

}  // namespace citegraph::bibliography::markup
