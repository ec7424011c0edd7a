// What the tokens look like: shapes, classes of numbers, which punctuation.
#include "reference/crf/features.hpp"

namespace citegraph::crf {

void add_shape_features(const Window& w, FeatureSink& sink) {
  for (int d = -1; d <= 1; ++d) sink.add(200 + static_cast<std::uint64_t>(d + 2), w[d].shape);
  sink.add<Few::number_before>(w[-1].number);
  sink.add<Few::number>(w[0].number);
  sink.add<Few::number_after>(w[1].number);
  sink.add<Few::numbers_around>(w[-1].number, w[0].number, w[1].number);
  sink.add<Few::spaces>(w[0].space_before, w[1].space_before, w[0].sign);
  sink.add(214, w[-1].shape, w[0].shape, w[1].shape);
  sink.add(215, w[-2].shape, w[-1].shape, w[0].shape);
  sink.add(216, w[0].shape, w[1].shape, w[2].shape);
  sink.add(220, w[-1].kind, w[0].kind, w[1].kind);
  sink.add(221, w[-2].kind, w[-1].kind, w[0].kind);
  sink.add(222, w[0].kind, w[1].kind, w[2].kind);
  sink.add(226, w[1].kind == '.' + 16U, w[0].shape);
}

}  // namespace citegraph::crf
