// Where in the reference the token stands: relative to its year, its "In", its quotes, its full stops.
#include <algorithm>

#include "reference/crf/features.hpp"

namespace citegraph::crf {

void add_structure_features(const Window& w, FeatureSink& sink) {
  const Context::Place& p = w.place();
  const std::size_t n = w.context().tokens.size();
  const std::size_t to_end = std::min<std::size_t>(n - w.at(), 9);
  sink.add<Few::year>(p.year);
  sink.add<Few::in>(p.after_in);
  sink.add<Few::quotes>(p.quotes);
  sink.add<Few::stops>(p.stops);
  sink.add<Few::bracket>(p.bracket);
  sink.add<Few::from_year>(p.from_year + Context::Place::farthest);
  sink.add<Few::to_end>(to_end);
  sink.add<Few::from_start>(std::min<std::size_t>(w.at(), 9));
  sink.add<Few::numbers_so_far>(p.numbers, w[0].number);
  sink.add<Few::year_quotes_sign>(p.year, p.quotes, w[0].sign);
  sink.add<Few::in_year_stops>(p.after_in, p.year, p.stops);
  sink.add<Few::commas_stops>(p.commas, p.stops);
  sink.add<Few::bracket_number_year>(p.bracket, w[0].number, p.year);
  sink.add(412, p.stops, p.year, w[0].shape);
  sink.add(414, p.quotes, w[-1].kind, w[0].shape);
  sink.add(417, p.clause, w[0].shape);
  sink.add(418, p.stops, w[-1].kind, w[0].shape);
  sink.add(419, p.year, w[-1].kind, w[0].shape);
}

}  // namespace citegraph::crf
