// The bibliographic elements of TEI as those of JATS.
#pragma once

#include <pugixml.hpp>

#include "document/jats/builder.hpp"

namespace citegraph::document::tei {

// Title, authors, date, journal and identifiers of the text itself.
void write_head(pugi::xml_node header, jats::Builder& builder);

// <biblStruct> (as printed too, where GROBID gives that) or <bibl>.
void write_entry(pugi::xml_node entry, jats::Builder& builder);

}  // namespace citegraph::document::tei
