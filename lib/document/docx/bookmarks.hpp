// Citations at bookmarks, as Zotero leaves them where fields are not wanted: what a field would hold stands among the
// custom properties of the document, in pieces.
//
//     <w:bookmarkStart w:id="0" w:name="ZOTERO_BREF_a1"/>(Lee, 2001)<w:bookmarkEnd w:id="0"/>
//     <property name="ZOTERO_BREF_a1_1"><vt:lpwstr>ZOTERO_ITEM CSL_CITATION {...</vt:lpwstr></property>
#pragma once

#include <pugixml.hpp>
#include <string>
#include <unordered_map>

namespace citegraph::document::docx {

// Instructions, by the names of bookmarks; asked only.
using Bookmarks = std::unordered_map<std::string, std::string>;

// Of the root of the custom properties.
Bookmarks read_bookmarks(pugi::xml_node properties);

}  // namespace citegraph::document::docx
