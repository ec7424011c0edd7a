// The fields of one entry as a work.
#pragma once

#include <string_view>
#include <vector>

#include "citegraph/bibliography.hpp"

#include "bibliography/bibtex_fields.hpp"

namespace citegraph::bibliography {

// `type` in any letter case. What fits no variable goes to `extra`.
Work work_of_bibtex(std::string_view type, const BibtexValues& values, std::vector<ExtraField>& extra);

// What kind of entry a parent is to those that name it as their `crossref`: a title of its own becomes their title of
// the book, the journal, or the whole work.
BibtexField inherited_title_field(std::string_view parent_type, std::string_view child_type) noexcept;

}  // namespace citegraph::bibliography
