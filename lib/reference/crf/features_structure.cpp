// Where in the reference the token stands: relative to its year, its "In", its quotes, its full stops.
#include <algorithm>

#include "reference/crf/features.hpp"

namespace citegraph::crf {

void add_structure_features(const Window& w, FeatureSink& sink) {
  const Context::Place& p = w.place();
  const std::size_t n = w.context().tokens.size();
  const std::size_t to_end = std::min<std::size_t>(n - w.at(), 9);
  sink.add(400, p.year);
  sink.add(401, p.after_in);
  sink.add(402, p.quotes);
  sink.add(403, p.stops);
  sink.add(404, p.commas);
  sink.add(405, p.bracket);
  sink.add(406, p.from_year);
  sink.add(407, to_end);
  sink.add(408, std::min<std::size_t>(w.at(), 9));
  sink.add(409, w.at() * 10 / n);
  sink.add(410, p.numbers, w[0].number);
  sink.add(411, p.year, p.quotes, w[0].kind);
  sink.add(412, p.stops, p.year, w[0].shape);
  sink.add(413, p.after_in, p.year, p.stops);
  sink.add(414, p.quotes, w[-1].kind, w[0].shape);
  sink.add(415, p.commas, p.stops);
  sink.add(416, p.bracket, w[0].number, p.year);
  sink.add(417, p.clause, w[0].shape);
  sink.add(418, p.stops, w[-1].kind, w[0].shape);
  sink.add(419, p.year, w[-1].kind, w[0].shape);
}

}  // namespace citegraph::crf
