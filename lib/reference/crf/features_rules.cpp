// What the rules make of the token: they know signs that are too rare to be learned, the model knows when to trust
// them.
#include "reference/crf/features.hpp"

namespace citegraph::crf {

void add_rule_features(const Window& w, FeatureSink& sink) {
  sink.add(800, w[0].rule);
  sink.add(801, w[-1].rule, w[0].rule);
  sink.add(802, w[0].rule, w[1].rule);
  sink.add(803, w[-1].rule, w[0].rule, w[1].rule);
  sink.add(804, w[0].rule, w[0].kind);
  sink.add(805, w[0].rule, w[0].shape);
  sink.add(806, w[0].rule, w[0].word);
  sink.add(807, w[0].rule, w.place().year, w.place().quotes);
  sink.add(808, w[0].rule, w.context().style_year);
  sink.add(809, w[0].rule, w[0].mark, w[-1].mark);
}

}  // namespace citegraph::crf
