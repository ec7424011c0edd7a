// Citations in Pandoc's Markdown: "[see @key, p. 3; also @other]", "@key [p. 3]", "[-@key]", "@{key with blanks}".
#pragma once

#include <string>
#include <vector>

#include "citegraph/document.hpp"

#include "document/library.hpp"

namespace citegraph::document {

// Tags them in the text of `document`, which maps to its source. Without entries in the library only those in brackets
// are taken: "@name" may be anybody. The description of an image, "![...](file)", is no running text: it makes no
// citation; the keys it names are added to `listed`, and reported where they are not defined.
void tag_pandoc_citations(Document& document, const Library& library, std::vector<std::string>& listed);

}  // namespace citegraph::document
