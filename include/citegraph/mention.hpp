/// \file
/// What stands on an edge of the graph: whether a reference list names the cited work, and every place in the text that
/// does. A mention owns its strings, so it outlives the paper it came from:
///
///     GraphBuilder builder;
///     builder.add(read_paper("paper.md"));
///     const Graph graph = std::move(builder).build();
///     const Vertex paper = graph.papers().front();
///     for (const Vertex cited : graph.cited(paper))
///       for (const Mention& mention : graph[Edge{paper, cited}].mentions)
///         std::cout << mention.path << ':' << mention.line << ": " << mention.sentence << '\n';
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "citegraph/citation.hpp"
#include "citegraph/span.hpp"

namespace citegraph {

/// One in-text citation of one work.
struct Mention {
  std::string path;              ///< The file, as it was named by the caller; empty for text without one.
  std::string text;              ///< The citation as printed, white space collapsed: "Levine, 1992:26-38".
  std::string sentence;          ///< The sentence around it, white space collapsed.
  std::string section;           ///< The heading it stands under.
  std::string prefix;            ///< "see also"
  std::string suffix;            ///< "emphasis added"
  std::string locator;           ///< "26-38"
  std::string locator_label;     ///< CSL: "page", "chapter" ...; empty without a locator.
  SourceSpan source;             ///< Its place in the file.
  std::uint32_t line = 1;        ///< 1-based.
  std::uint32_t column = 1;      ///< 1-based, in code points.
  std::uint32_t group = 0;       ///< Mentions of one paper that share a bracket share this number.
  std::uint32_t position = 0;    ///< Its place among the citations of its group, from 0.
  std::uint32_t group_size = 1;  ///< How many citations its group has.
  CitationForm form = CitationForm::parenthetical;  ///< How it is written.
  LinkStatus status = LinkStatus::linked;           ///< How well the print fits the work.
  friend bool operator==(const Mention&, const Mention&) = default;
};

/// One work cites another.
struct Cites {
  bool listed = false;            ///< A reference list of the citing work names the cited one.
  std::vector<Mention> mentions;  ///< In the order of the text; empty for an entry that is never cited.
  friend bool operator==(const Cites&, const Cites&) = default;
};

}  // namespace citegraph
