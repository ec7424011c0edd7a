// Signs such as "In", "eds.", "vol.", by class.
#include "reference/crf/features.hpp"

namespace citegraph::crf {

void add_keyword_features(const Window& w, FeatureSink& sink) {
  for (int d = -3; d <= 3; ++d)
    if (w[d].keyword != Keyword::none) sink.add<Few::keyword_at>(d + 3, w[d].keyword);
  sink.add<Few::keyword_before>(w[-1].keyword, w[0].keyword);
  sink.add<Few::keyword_after>(w[0].keyword, w[1].keyword);
  sink.add<Few::keyword_before_number>(w[-1].keyword, w[0].number);
  sink.add<Few::keyword_sign_before>(w[0].keyword, w[-1].sign);
  sink.add<Few::keyword_sign_after>(w[0].keyword, w[1].sign);
  sink.add<Few::keyword_before_sign>(w[-1].keyword, w[0].sign);
  sink.add<Few::keyword_after_sign>(w[1].keyword, w[0].sign);
  sink.add(312, w[0].keyword, w[0].shape);
  sink.add(314, w[-2].keyword, w[-1].kind, w[0].number);
  sink.add(319, w[-1].keyword, w[0].shape);
}

}  // namespace citegraph::crf
