// The title and the authors of the paper itself, as printed at its head.
#pragma once

#include "citegraph/document.hpp"

#include "document/raw_document.hpp"

namespace citegraph::document {

void read_head(const RawDocument& raw, Document& document);

}  // namespace citegraph::document
