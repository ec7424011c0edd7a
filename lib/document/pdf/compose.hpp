// From the words of pages to a document.
#pragma once

#include <string>

#include "citegraph/document.hpp"

#include "document/pdf/pages.hpp"

namespace citegraph::document::pdf {

// Without source and format. Throws Error where no page holds a word.
Document compose(const Pages& read, const std::string& path);

}  // namespace citegraph::document::pdf
