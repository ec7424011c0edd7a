/// \file
/// Works as CSL-JSON, the form that citation processors read (citeproc, Zotero, pandoc).
///
///     std::vector<Work> works = parse_reference("Levine, S.I. (1992). Second Chance in China. Annals, 519(1).").works;
///     assign_keys(works);
///     write_csl_json(std::cout, works);  // [{"id":"levine1992second","type":"article-journal","title":...}]
///
/// What CSL has no variable for (arXiv numbers, "et al." in a list of authors) stands under `custom`.
#pragma once

#include <iosfwd>
#include <span>
#include <string>

#include "citegraph/api.hpp"
#include "citegraph/work.hpp"

namespace citegraph {

/// One item, on one line. `id` is the work's key; left out where it has none.
[[nodiscard]] CITEGRAPH_API std::string to_csl_json(const Work& work);

/// An array of items, one a line. Every item has an `id`, as CSL demands: the work's key or, where it has none or an
/// unsafe one, one made as citation_key.hpp says. No two are equal.
CITEGRAPH_API void write_csl_json(std::ostream& out, std::span<const Work> works);

}  // namespace citegraph
