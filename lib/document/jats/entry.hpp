// One entry of a reference list: printed as the file has it, or, where the file holds fields without punctuation, in a
// style of our own.
#pragma once

#include <pugixml.hpp>

#include "citegraph/tagged.hpp"

#include "document/jats/flow.hpp"

namespace citegraph::document::jats {

// Writes the entry as a block of `flow` and gives what its tags say.
TaggedReference write_entry(pugi::xml_node ref, Flow& flow);

// Identifiers of publishers' data bases and the like, which no reader is shown.
bool is_hidden_in_entry(pugi::xml_node node);

}  // namespace citegraph::document::jats
