// LaTeX source, as it stands in the fields of bibliographies, as text.
#pragma once

#include <string>
#include <string_view>

namespace citegraph::bibliography {

// Accents and symbols as characters (composed), braces and the commands of fonts gone, dashes and quotation marks of
// TeX as characters, mathematics as text where letters, digits and signs say it and as `$source$` where they do not.
// White space becomes single blanks, none at the ends; a tie becomes a no-break space. Undoes `latex_text` (latex.hpp).
std::string text_of_latex(std::string_view latex);

// A verbatim field (url, doi, eprint): as it stands, but for the backslashes that people put before `_`, `%`, `&`, `#`
// and the like, and a `\url{}` around it.
std::string text_of_verbatim(std::string_view value);

}  // namespace citegraph::bibliography
