// Fields without punctuation as a line of text.
#pragma once

#include "document/jats/fields.hpp"
#include "document/jats/flow.hpp"

namespace citegraph::document::jats {

// Prints "Marlow T, Quill R (1998). Rivers of trade. Harbour Studies, 12(3), 45-68. 10.1000/182." and notes in
// `watched` where the nodes of the fields stand.
void compose(const Fields& fields, Flow::Watched& watched, Flow& flow);

}  // namespace citegraph::document::jats
