// LaTeX: the text of a document with its citations, in the files that it takes in, and the bibliographies it names.
#pragma once

#include <string_view>
#include <vector>

#include "document/readers.hpp"

namespace citegraph::document {

bool looks_like_latex(std::string_view text);

// One document, mapped to the decoded text and to the files that were taken in.
std::vector<Document> read_latex(const Input& input);

}  // namespace citegraph::document
