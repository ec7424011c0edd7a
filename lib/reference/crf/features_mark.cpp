// Emphasis that the document carries: italics hold the title of a book or the name of a journal.
#include "reference/crf/features.hpp"

namespace citegraph::crf {

void add_mark_features(const Window& w, FeatureSink& sink) {
  if (w[0].mark == MarkState::outside && w[-1].mark == MarkState::outside) return;
  sink.add(700, w[-1].mark, w[0].mark);
  sink.add(701, w[0].mark, w.place().quotes, w.place().year);
  sink.add(702, w[-1].mark, w[0].mark, w[0].kind);
}

}  // namespace citegraph::crf
