/// \file
/// Works as a BibTeX file.
///
///     std::vector<Work> works = parse_reference("Levine, S.I. (1992). Second Chance in China. Annals, 519(1).").works;
///     write_bibtex(std::cout, works);
///     write_bibtex(std::cout, works, {.dialect = BibtexDialect::biblatex});  // for BibLaTeX and biber
///     write_bibtex(std::cout, works, {.charset = Charset::latex});           // accents as LaTeX commands, in ASCII
///
/// Every entry is of a type whose mandatory fields it has, so that the file passes `biber --tool --validate-datamodel`,
/// and every type is one that BibTeX's standard styles know. What the type has no field for is told in words in `note`,
/// never left out: an article without author becomes `@misc` with `howpublished = {The Guardian}`. Organisations keep
/// their braces, words with inner capitals are protected ("{DNA}"), URLs and DOIs stand as they are. An address printed
/// without scheme ("www.tcf.org") gets "http://", without which no link works. A work without year has `date = {XXXX}`
/// (EDTF: unknown, printed "n.d.") in BibLaTeX and `year = {n.d.}` in BibTeX.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <span>

#include "citegraph/api.hpp"
#include "citegraph/work.hpp"

namespace citegraph {

/// Whose entry types and fields are used: those of BibTeX's standard styles, or those of BibLaTeX.
enum class BibtexDialect : std::uint8_t { bibtex, biblatex };

/// How letters outside ASCII are written.
enum class Charset : std::uint8_t {
  utf8,
  latex,  ///< Letters with accents, ligatures, quotation marks, dashes, Greek letters as LaTeX commands; what has none
          ///< stays.
};

/// How works are written as BibTeX.
struct BibtexOptions {
  BibtexDialect dialect = BibtexDialect::bibtex;  ///< Which entry types and fields.
  Charset charset = Charset::utf8;                ///< How accents and symbols are written.
};

/// One entry for each work, in order. Works without a key get the one of citation_key.hpp; characters that a key must
/// not hold are left out; no two entries have the same key.
CITEGRAPH_API void write_bibtex(std::ostream& out, std::span<const Work> works, const BibtexOptions& options = {});

}  // namespace citegraph
