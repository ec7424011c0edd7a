// Values of fields as strings.
#pragma once

#include <string>
#include <string_view>

#include "citegraph/span.hpp"

namespace citegraph::reference {

// Without what copying leaves behind: entities and tags of HTML, soft hyphens, words hyphenated at a line end
// ("move- ment"), blanks before punctuation ("Phys .Rev ."). Line breaks are blanks.
std::string plain_text(std::string_view text);

// The plain text without white space, quotes and separators at its ends, and without a bracket there that has no
// partner.
std::string clean_value(std::string_view text);

// A title: as `clean_value`, but a closing "?" or "!" is part of it, also where the span stops before it, and so is a
// quotation mark at an end whose partner stands inside.
std::string clean_title(std::string_view text, TextSpan span);

// A value that may be abbreviated: as `clean_value`, with the full stop behind the span where it is that of an
// abbreviation: "J. Am. Chem. Soc.", "Wiley & Sons, Inc.", "Washington, D.C."
std::string clean_abbreviation(std::string_view text, TextSpan span);

// The span with the full stop after it, where that belongs to an initial ("Smith, J." labelled as "Smith, J").
TextSpan with_stop_of_initial(std::string_view text, TextSpan span);

}  // namespace citegraph::reference
