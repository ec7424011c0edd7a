// What the rules make of the token: they know signs that are too rare to be learned, the model knows when to trust
// them.
#include "reference/crf/features.hpp"

namespace citegraph::crf {

void add_rule_features(const Window& w, FeatureSink& sink) {
  sink.add<Few::rule>(w[0].rule);
  sink.add<Few::rule_before>(w[-1].rule, w[0].rule);
  sink.add<Few::rule_after>(w[0].rule, w[1].rule);
  sink.add<Few::rule_sign>(w[0].rule, w[0].sign);
  sink.add<Few::rule_year_quotes>(w[0].rule, w.place().year, w.place().quotes);
  sink.add<Few::rule_style>(w[0].rule, w.context().style_year);
  sink.add<Few::rule_marks>(w[0].rule, w[0].mark, w[-1].mark);
  sink.add(803, w[-1].rule, w[0].rule, w[1].rule);
  sink.add(805, w[0].rule, w[0].shape);
  sink.add(806, w[0].rule, w[0].word);
}

}  // namespace citegraph::crf
