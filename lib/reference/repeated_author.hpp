// "———", "Ders.", "Idem": an entry by the author of the one above.
#pragma once

#include <cstddef>
#include <string_view>

#include "citegraph/reference.hpp"

namespace citegraph::reference {

// The bytes of the mark at the start of `text` that stands for the names of the entry above, with the punctuation and
// blanks behind it; 0 where there is none. Dashes, underscores, and the words for "the same" in Latin and German.
std::size_t repeated_author_size(std::string_view text) noexcept;

// Gives `reference`, read from `text`, the names of the entry above where it prints a mark in their place. Names that
// follow the mark ("——— and K. Brandt") come after them; behind "———, ed." they are editors.
void repeat_author(std::string_view text, Reference& reference, const Reference& above);

}  // namespace citegraph::reference
