// What pages do to a text, undone: page numbers and running heads are dropped, and a paragraph that a page breaks off
// is joined to its rest.
#pragma once

#include <string_view>

#include "document/raw_document.hpp"

namespace citegraph::document {

void mend_pages(std::string_view text, RawDocument& document);

}  // namespace citegraph::document
