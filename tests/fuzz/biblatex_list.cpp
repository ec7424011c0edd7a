#include "document/latex/biblatex_list.hpp"

#include <optional>
#include <string>

#include "document/companion_files.hpp"
#include "fuzz/read_bibliography.hpp"
#include "fuzz/require.hpp"
#include "fuzz/targets.hpp"
#include "soundness.hpp"

namespace citegraph::fuzz {
namespace {

constexpr const char* citing_paper =
    "\\documentclass{article}\\addbibresource{lost.bib}\\begin{document}As \\textcite{lee} and \\cite{roth} say.\n"
    "\\printbibliography\\end{document}";

// The entries alone: what they are made of is text, whatever the list says.
void read_entries(std::string_view bytes) {
  const std::optional<Bibliography> library =
      read_or_refuse(document::latex::entries_of_list(bytes), BibliographyFormat::biblatex);
  if (library) require_sound(*library);
}

}  // namespace

// A .bbl of biber, by itself and as that of a paper whose bibliography is not at hand.
void biblatex_list(std::string_view bytes) {
  read_entries(bytes);
  try {
    require_sound(test::unsound(
        document::read_with(citing_paper, {{"paper.bbl", std::string(bytes)}}, Format::latex, "paper.tex")));
  } catch (const Error& error) {
    require(is_utf8(error.what()), "the message of an error is UTF-8");
  }
}

}  // namespace citegraph::fuzz
