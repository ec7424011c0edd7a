#include "citegraph/contexts.hpp"

#include <utility>

#include "graph/mentions.hpp"
#include "graph/missing_works.hpp"

namespace citegraph {

std::vector<WorkContexts> citation_contexts(const Paper& paper) {
  std::vector<WorkContexts> contexts(paper.references.size());
  for (std::uint32_t i = 0; i < contexts.size(); ++i) {
    contexts[i].reference = i;
    if (!paper.references[i].works.empty()) contexts[i].work = paper.references[i].works.front();
  }
  const graph::PlaceFinder places(paper.document);
  for (const Citation& citation : paper.citations)
    for (const Target& target : citation.targets)
      if (const auto entry = graph::named_entry(target); entry && *entry < paper.references.size())
        contexts[*entry].mentions.push_back(graph::make_mention(paper.document, places, citation, target));
  for (graph::MissingWork& missing : graph::missing_works(paper.citations)) {
    WorkContexts context;
    context.work = std::move(missing.work);
    for (const graph::MissingWork::Place& place : missing.places) {
      const Citation& citation = paper.citations[place.citation];
      context.mentions.push_back(graph::make_mention(paper.document, places, citation, citation.targets[place.target]));
    }
    contexts.push_back(std::move(context));
  }
  return contexts;
}

}  // namespace citegraph
