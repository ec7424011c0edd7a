// JATS, the XML of journal articles (NISO Z39.96), and the NLM DTDs before it.
#pragma once

#include <string_view>
#include <vector>

#include "citegraph/document.hpp"

#include "document/readers.hpp"
#include "text/encoding.hpp"

namespace citegraph::document {

// True for XML: of its kinds this is the one that is read, and the reader says so of the others.
bool looks_like_xml(std::string_view text);

// True where the root element is an article or the list of one.
bool has_jats_root(std::string_view text);

// The main article, then, if all are wanted, the others in the order of the file: translations, reviews, replies.
// Of a list by itself, the list. Fills text, blocks, marks, map (to the decoded text), work and what is tagged. Throws
// MarkupError.
std::vector<Document> read_jats(const Input& input);

// The same of an article in the vocabulary of JATS that another reader has written: the main one. Maps to `xml`.
Document read_jats_text(std::string_view xml);

}  // namespace citegraph::document
