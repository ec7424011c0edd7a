// DOCX, as Word and its kin write it (Office Open XML, ECMA-376): text, notes and numbers of lists; the citations and
// works that Zotero, Mendeley, EndNote and Word itself leave in fields.
#pragma once

#include <string_view>
#include <vector>

#include "document/readers.hpp"

namespace citegraph::document {

// True for every ZIP archive: of those only DOCX is read.
bool looks_like_docx(std::string_view bytes);

// One document, complete: its parts are its files. Throws Error for what holds no document that can be read.
std::vector<Document> read_docx(const Input& input);

}  // namespace citegraph::document
