// Which words stand here.
#include "reference/crf/features.hpp"

namespace citegraph::crf {

void add_lexical_features(const Window& w, FeatureSink& sink) {
  const Attributes& a = w[0];
  sink.add<Few::bias>(0);
  sink.add(101, a.word);
  sink.add(102, w[-1].word);
  sink.add(103, w[1].word);
  sink.add(104, w[-2].word);
  sink.add(105, w[2].word);
  sink.add(106, w[-1].word, a.word);
  sink.add(107, a.word, w[1].word);
  sink.add(108, a.printed);
  if (a.prefix[0] == 0) return;
  for (std::size_t n = 0; n < 4; ++n) {
    sink.add(110 + n, a.prefix[n]);
    sink.add(114 + n, a.suffix[n]);
  }
  sink.add(118, w[-1].suffix[2]);
  sink.add(119, w[1].suffix[2]);
}

}  // namespace citegraph::crf
