// Volumes, issues, pages: numbers told apart by their neighbours.
#include "reference/crf/features.hpp"

namespace citegraph::crf {
namespace {

bool is_dash(const Attributes& a) {
  return a.kind == '-' + 16U || a.kind == 0x2013U + 16U || a.kind == 0x2014U + 16U || a.kind == 0x2212U + 16U;
}

// 0 no range, 1 ascending, 2 abbreviated end, 3 descending.
std::uint64_t range_kind(const Attributes& first, const Attributes& last) {
  if (first.number == NumberClass::none || last.number == NumberClass::none) return 0;
  if (last.value > first.value) return 1;
  return last.number < first.number ? 2 : 3;
}

std::uint64_t word_class(const Attributes& a) {
  if (a.number != NumberClass::none) return 1000 + static_cast<std::uint64_t>(a.number);
  if (a.keyword != Keyword::none) return 2000 + static_cast<std::uint64_t>(a.keyword);
  return a.kind;
}

}  // namespace

void add_numeric_features(const Window& w, FeatureSink& sink) {
  if (w[0].number == NumberClass::none && !is_dash(w[0])) return;
  sink.add(500, word_class(w[-2]), word_class(w[-1]), word_class(w[0]), word_class(w[1]), word_class(w[2]));
  sink.add(501, word_class(w[-3]), word_class(w[-2]), word_class(w[-1]), word_class(w[0]));
  sink.add(502, word_class(w[0]), word_class(w[1]), word_class(w[2]), word_class(w[3]));
  if (is_dash(w[1])) sink.add(503, range_kind(w[0], w[2]));
  if (is_dash(w[-1])) sink.add(504, range_kind(w[-2], w[0]));
  if (is_dash(w[0])) sink.add(505, range_kind(w[-1], w[1]));
  sink.add(506, w.at() + 1 == w.context().last_number, w[0].number);
  sink.add(507, w.place().numbers, w.place().year, w[0].number);
}

}  // namespace citegraph::crf
