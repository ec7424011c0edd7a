// The sources that Word keeps in a document for its own citations (ECMA-376 part 1, 22.6, "Bibliography").
#pragma once

#include <pugixml.hpp>
#include <vector>

#include "citegraph/work.hpp"

namespace citegraph::document::docx {

// Of the root of a part of custom XML: true for `b:Sources`.
bool holds_sources(pugi::xml_node root);

// The key of each is its tag.
std::vector<Work> read_sources(pugi::xml_node root);

}  // namespace citegraph::document::docx
