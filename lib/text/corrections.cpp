#include "citegraph/corrections.hpp"

#include <algorithm>

namespace citegraph {

Corrected apply_suggestions(std::string_view source, std::span<const Diagnostic> findings, Certainty least) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < findings.size(); ++i)
    if (findings[i].suggestion && findings[i].suggestion->certainty >= least) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return findings[a].suggestion->source < findings[b].suggestion->source;
  });
  Corrected result;
  std::size_t copied = 0;
  for (const std::size_t i : order) {
    const Suggestion& suggestion = *findings[i].suggestion;
    const SourceSpan place = suggestion.source;
    if (place.file != 0 || place.start < copied || place.end < place.start || place.end > source.size()) {
      result.refused.push_back(i);
      continue;
    }
    result.text += source.substr(copied, place.start - copied);
    result.text += suggestion.replacement;
    copied = place.end;
    result.applied.push_back(i);
  }
  result.text += source.substr(copied);
  return result;
}

}  // namespace citegraph
