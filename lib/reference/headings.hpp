// What a heading says about the part it opens: a list of references, one of its divisions, or what follows such a list.
#pragma once

#include <cstdint>
#include <string_view>

namespace citegraph::reference {

enum class HeadingSense : std::uint8_t {
  other,
  list,         // "References", "Literaturverzeichnis", "参考文献"
  likely_list,  // "Sources", "References on method": a list if its content looks like one
  notes,        // "Notes", "Endnotes": a list only where there is no other
  division,     // "Books", "Primary sources", "B": inside a list
  end_matter,   // "Appendix", "Author contributions"
};

// Numbers, colons, case, diacritics and small misspellings do not matter.
HeadingSense heading_sense(std::string_view heading);

// True if a paragraph starts as end matter does ("Figure 2.", "Received 3 May", "© 2010"): it cannot be a reference.
bool opens_end_matter(std::string_view paragraph);

}  // namespace citegraph::reference
