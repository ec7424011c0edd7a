#include "reference/crf/features.hpp"

namespace citegraph::crf {

std::span<const FeatureGroup> feature_groups() noexcept {
  static constexpr FeatureGroup groups[] = {
      {"lexical", add_lexical_features},           {"shape", add_shape_features},     {"keyword", add_keyword_features},
      {"structure", add_structure_features},       {"numeric", add_numeric_features}, {"style", add_style_features},
      {"abbreviation", add_abbreviation_features}, {"mark", add_mark_features},       {"rules", add_rule_features},
  };
  return groups;
}

void name_features(const Window& window, FeatureSink& sink) {
  sink.clear();
  for (const FeatureGroup& group : feature_groups()) group.add(window, sink);
}

}  // namespace citegraph::crf
