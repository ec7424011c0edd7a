// From raw blocks to the text of a document.
#pragma once

#include <string_view>

#include "citegraph/document.hpp"

#include "document/raw_document.hpp"
#include "document/readers.hpp"

namespace citegraph::document {

// Fills text, blocks, marks and map (to `decoded`) of `document`.
void assemble(std::string_view decoded, const RawDocument& raw, const Reader& reader, Document& document);

}  // namespace citegraph::document
