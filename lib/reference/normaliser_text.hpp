// Values of fields as strings.
#pragma once

#include <string>
#include <string_view>

#include "citegraph/span.hpp"

namespace citegraph::reference {

// Without white space, quotes and separators at its ends; line breaks are blanks.
std::string clean_value(std::string_view text);

// A title: as `clean_value`, but a closing "?" or "!" is part of it, also where the span stops before it.
std::string clean_title(std::string_view text, TextSpan span);

// The span with the full stop after it, where that belongs to an initial ("Smith, J." labelled as "Smith, J").
TextSpan with_stop_of_initial(std::string_view text, TextSpan span);

}  // namespace citegraph::reference
