/// \file
/// A graph as a picture, through GraphViz.
///
///     GraphBuilder builder;
///     builder.add(read_paper("paper.md"));
///     std::ofstream out("paper.dot");
///     write_dot(out, std::move(builder).build());  // then: dot -Tsvg paper.dot -o paper.svg
///
/// Years order the picture from top to bottom, oldest first. The papers that were read are dark boxes; works that a
/// list names are light ones, dotted and grey where nothing cites them; works that are cited and missing from every
/// list are dashed and red. An edge is the wider the more often the work is mentioned, and orange where the print does
/// not quite fit the entry. Resting on a work shows the full reference, resting on an edge the mentions; a work with a
/// DOI or address is a link.
///
/// Titles may hold anything: quotes, brackets, entities, line ends, ill-formed UTF-8. They stay text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>

#include "citegraph/api.hpp"
#include "citegraph/graph.hpp"

namespace citegraph {

/// Who arranges the picture, and by what.
enum class DotLayout : std::uint8_t {
  automatic,  ///< `ranked` as long as GraphViz is quick with it, which depends on the size; else `placed`.
  ranked,     ///< The years are ranks; GraphViz arranges the works within them. Slow from about 400 works on.
  placed,     ///< Every work has its place, and `dot` only draws (as `neato -n2` does): any size.
  none,       ///< No order by years: for sfdp and other programs that arrange by themselves.
};

/// How a graph is drawn.
struct DotOptions {
  DotLayout layout = DotLayout::automatic;  ///< Who arranges it.
  std::size_t label_width = 0;              ///< Characters in a line of a label; 0: what suits the layout.
  std::size_t labelled =
      120;  ///< Where works are `placed`: how many of them, the most cited, bear a label; the others are dots.
};

/// Writes `graph` in the language of GraphViz. The output depends on nothing but the graph and the options.
CITEGRAPH_API void write_dot(std::ostream& out, const Graph& graph, const DotOptions& options = {});

}  // namespace citegraph
