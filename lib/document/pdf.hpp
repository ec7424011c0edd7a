// PDF: the words of the pages in reading order, in one column or several, without page numbers and running heads;
// raised digits, italics, headings and notes by their fonts and places. The words come from poppler-cpp where the
// library is built with CITEGRAPH_WITH_PDF.
#pragma once

#include <string_view>
#include <vector>

#include "document/readers.hpp"

namespace citegraph::document {

bool looks_like_pdf(std::string_view bytes);

// One document, complete: its pages are its files. Throws Error for what cannot be read, for what is encrypted, for
// pages without text, and where the library is built without PDF.
std::vector<Document> read_pdf(const Input& input);

}  // namespace citegraph::document
