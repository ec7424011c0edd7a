// The style of the whole reference, which says where to expect what.
#include "reference/crf/features.hpp"

namespace citegraph::crf {

void add_style_features(const Window& w, FeatureSink& sink) {
  const Context& c = w.context();
  const Context::Place& p = w.place();
  sink.add(600, c.style, p.year);
  sink.add<Few::style_stops_year>(c.style_year, p.stops, p.year);
  sink.add(602, c.style_year, p.year, w[-1].kind, w[0].shape);
  sink.add(603, c.style, p.stops, p.quotes);
  sink.add<Few::style_stops_number>(c.style_year, p.stops, w[0].number);
}

}  // namespace citegraph::crf
