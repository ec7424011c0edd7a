/// \file
/// What a paper says where it cites a work: for each work the sentences around its citations.
///
///     const Paper paper = read_paper("paper.md");
///     for (const WorkContexts& cited : citation_contexts(paper))
///       for (const Mention& mention : cited.mentions)
///         std::cout << summary(cited.work) << ": " << mention.section << ": " << mention.sentence << '\n';
///
/// Of many papers read into a graph, the mentions stand on the edges (mention.hpp).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "citegraph/api.hpp"
#include "citegraph/mention.hpp"
#include "citegraph/paper.hpp"
#include "citegraph/work.hpp"

namespace citegraph {

/// One work and every place that cites it.
struct WorkContexts {
  std::optional<std::uint32_t> reference;  ///< Position in the list of references; nothing for a work missing from it.
  Work work;                               ///< As listed; of a missing work what its citations print.
  std::vector<Mention> mentions;           ///< In the order of the text; empty for an entry that is never cited.
};

/// Every entry of the list, in its order, then the works that are cited and not listed, by their first citation. An
/// ambiguous citation counts for the entry that is its best guess.
[[nodiscard]] CITEGRAPH_API std::vector<WorkContexts> citation_contexts(const Paper& paper);

}  // namespace citegraph
