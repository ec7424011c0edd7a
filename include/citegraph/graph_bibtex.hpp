/// \file
/// The works of a graph as a BibTeX file, sorted by key.
///
///     GraphBuilder builder;
///     builder.add(read_paper("paper.md"));
///     const Graph graph = std::move(builder).build();
///     write_bibtex(std::cout, graph);  // what the reference lists name
///     write_bibtex(std::cout, graph, {.dialect = BibtexDialect::biblatex});
///     write_bibtex(std::cout, graph, {}, {.missing = true});  // also what no list names, as far as it is known
#pragma once

#include <iosfwd>
#include <vector>

#include "citegraph/api.hpp"
#include "citegraph/bibtex.hpp"
#include "citegraph/graph.hpp"

namespace citegraph {

/// Which works are written besides those that a list names.
struct GraphSelection {
  bool papers = false;   ///< The papers that were read. One that another paper lists is written in any case.
  bool missing = false;  ///< Works that are cited and in no list: a name and a year, seldom more.
};

/// The selected works, sorted by key; for `write_bibliography` (bibliography.hpp) and the like.
[[nodiscard]] CITEGRAPH_API std::vector<Work> selected_works(const Graph& graph, const GraphSelection& selection = {});

/// One entry for each selected work, sorted by key.
CITEGRAPH_API void write_bibtex(std::ostream& out, const Graph& graph, const BibtexOptions& options = {},
                                const GraphSelection& selection = {});

}  // namespace citegraph
