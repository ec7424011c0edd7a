// Findings of reading, by their place in the file.
#pragma once

#include <string>
#include <string_view>

#include "citegraph/document.hpp"

namespace citegraph::document {

void report(Document& document, std::string_view code, SourceSpan place, std::string message);

}  // namespace citegraph::document
