// A list that no field holds: its program was asked to let go of it, or somebody typed it. The works of the citations
// tell where it stands.
#pragma once

#include <vector>

#include "document/docx/entry_matcher.hpp"
#include "document/docx/fields.hpp"
#include "document/docx/story.hpp"
#include "document/docx/styles.hpp"

namespace citegraph::document::docx {

// The paragraphs of the list: those that print a work that `text` cites by field, and those between and beside them
// that look like entries. None where no work is printed.
std::vector<PrintedEntry> find_loose_list(const Story& text, const Styles& styles, EntryMatcher matcher);

}  // namespace citegraph::document::docx
