// Signs such as "In", "eds.", "vol.", by class.
#include "reference/crf/features.hpp"

namespace citegraph::crf {

void add_keyword_features(const Window& w, FeatureSink& sink) {
  for (int d = -3; d <= 3; ++d)
    if (w[d].keyword != Keyword::none) sink.add(300 + static_cast<std::uint64_t>(d + 3), w[d].keyword);
  sink.add(310, w[-1].keyword, w[0].keyword);
  sink.add(311, w[0].keyword, w[1].keyword);
  sink.add(312, w[0].keyword, w[0].shape);
  sink.add(313, w[-1].keyword, w[0].number);
  sink.add(314, w[-2].keyword, w[-1].kind, w[0].number);
  sink.add(315, w[0].keyword, w[-1].kind);
  sink.add(316, w[0].keyword, w[1].kind);
  sink.add(317, w[-1].keyword, w[0].kind);
  sink.add(318, w[1].keyword, w[0].kind);
  sink.add(319, w[-1].keyword, w[0].shape);
}

}  // namespace citegraph::crf
