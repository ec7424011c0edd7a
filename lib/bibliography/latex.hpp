// Text as LaTeX source that BibTeX's and biber's parsers read without harm.
#pragma once

#include <string>
#include <string_view>

#include "citegraph/bibtex.hpp"

namespace citegraph::bibliography {

// A text field: characters with a meaning in LaTeX escaped, literal braces as commands (an escaped brace "\{" still
// counts for BibTeX and would swallow the entries behind it), white space and control characters as single blanks.
// Braces come out balanced.
std::string latex_text(std::string_view text, Charset charset);

// As `latex_text`, for years and pages: an en dash is the "--" of LaTeX in any charset.
std::string latex_range(std::string_view text, Charset charset);

// As `latex_text`, with words that have a capital after their first letter in braces, which keeps styles from changing
// it.
std::string latex_title(std::string_view text, Charset charset);

// A verbatim field (url, doi, eprint): as it stands, but for white space and braces, which are percent-encoded.
std::string latex_verbatim(std::string_view text);

}  // namespace citegraph::bibliography
