// Words cut short in a row: "Nucl. Phys. B" begins at its first, whatever stands before it.
#include "reference/crf/features.hpp"

namespace citegraph::crf {

void add_abbreviation_features(const Window& w, FeatureSink& sink) {
  const unsigned here = w[0].abbreviations, before = w[-1].abbreviations, after = w[1].abbreviations;
  if (here == 0 && before == 0 && after == 0) return;
  sink.add(900, before, here);
  sink.add(901, here, after);
  sink.add(902, here, before, w[-1].shape);
  sink.add(903, here, before, w[-1].kind);
  sink.add(904, here, w.place().stops, w.place().year);
  sink.add(905, before, here, w[0].shape);
}

}  // namespace citegraph::crf
