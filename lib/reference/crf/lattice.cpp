#include "reference/crf/lattice.hpp"

#include <algorithm>
#include <limits>

#include "reference/crf/wide.hpp"

namespace citegraph::crf {
namespace {

// Low enough that no sum of weights reaches up from it, high enough that sums do not overflow.
constexpr std::int32_t impossible = -(1 << 29);

using Row = std::array<std::int32_t, lanes>;
using Scores = std::array<Row, 3>;  // [kind][lane]

// best[l] = max over the listed states of from[s] + weights[s][l], and which s.
CITEGRAPH_WIDE void best_into_first(const std::int32_t* from, const std::uint8_t* states, std::size_t count,
                                    const std::int16_t (*weights)[lanes], std::int32_t* best, std::int32_t* origin) {
  for (std::size_t l = 0; l < lanes; ++l) {
    best[l] = impossible;
    origin[l] = 0;
  }
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t s = states[i];
    const std::int32_t base = from[s];
    const std::int16_t* row = weights[s];
    for (std::size_t l = 0; l < lanes; ++l) {
      const std::int32_t score = base + row[l];
      const bool better = score > best[l];
      best[l] = better ? score : best[l];
      origin[l] = better ? static_cast<std::int32_t>(s) : origin[l];
    }
  }
}

// out[s] = max over the listed labels of weights[l][s] + next[l].
CITEGRAPH_WIDE void best_from_first(const std::int32_t* next, const std::uint8_t* labels, std::size_t count,
                                    const std::int16_t (*weights)[state_count], std::int32_t* out) {
  for (std::size_t s = 0; s < state_count; ++s) out[s] = impossible;
  for (std::size_t i = 0; i < count; ++i) {
    const std::int32_t base = next[labels[i]];
    const std::int16_t* row = weights[labels[i]];
    for (std::size_t s = 0; s < state_count; ++s) {
      const std::int32_t score = base + row[s];
      out[s] = score > out[s] ? score : out[s];
    }
  }
}

// The places that may hold a maximum: all that the best one, by its lead, does not rule out.
CITEGRAPH_WIDE void mark_contenders(const std::int32_t* scores, const std::int32_t* lead, std::int32_t best,
                                    std::size_t size, std::uint8_t* flags) {
  for (std::size_t i = 0; i < size; ++i) flags[i] = scores[i] > impossible / 2 && scores[i] + lead[i] >= best;
}

template <std::size_t Size>
std::size_t contenders(const std::int32_t* scores, const std::array<std::array<std::int32_t, Size>, Size>& lead,
                       std::array<std::uint8_t, Size>& list) {
  const auto top = static_cast<std::size_t>(std::max_element(scores, scores + Size) - scores);
  std::array<std::uint8_t, Size> flags;
  mark_contenders(scores, lead[top].data(), scores[top], Size, flags.data());
  std::size_t count = 0;
  for (std::size_t i = 0; i < Size; ++i) {
    list[count] = static_cast<std::uint8_t>(i);
    count += flags[i];
  }
  return count;
}

}  // namespace

Transitions::Transitions(const TransitionWeights& weights) : weights_(weights) {
  const auto& to_first = weights_.to_first;
  for (std::size_t s = 0; s < state_count; ++s)
    for (std::size_t l = 0; l < lanes; ++l) from_[l][s] = to_first[s][l];
  for (std::size_t best = 0; best < state_count; ++best)
    for (std::size_t s = 0; s < state_count; ++s) {
      std::int32_t lead = std::numeric_limits<std::int16_t>::min();
      for (std::size_t l = 0; l < label_count; ++l) lead = std::max(lead, to_first[s][l] - to_first[best][l]);
      lead_[best][s] = lead;
    }
  for (std::size_t best = 0; best < lanes; ++best)
    for (std::size_t l = 0; l < lanes; ++l) {
      std::int32_t lead = std::numeric_limits<std::int16_t>::min();
      for (std::size_t s = 0; s < state_count; ++s) lead = std::max(lead, to_first[s][l] - to_first[s][best]);
      label_lead_[best][l] = lead;
    }
}

// Best scores forwards with the way back, and best completions backwards. Scores are relative to the best of their
// token, so that no length of the chain overflows them.
class Lattice {
 public:
  Lattice(const Transitions& transitions, const std::vector<std::int16_t>& emission)
      : prepared_(transitions),
        t_(transitions.weights_),
        emission_(emission),
        n_(emission.size() / row_count),
        forward_(n_),
        origin_(n_) {}

  void run_forward() {
    Scores& start = forward_[0];
    for (Row& row : start) row.fill(impossible);
    for (std::size_t l = 0; l < label_count; ++l) start[first_kind][l] = t_.start_first[l] + emission(0)[first_row + l];
    start[outside_kind][start_lane] = t_.start_outside + emission(0)[outside_row];
    for (std::size_t at = 1; at < n_; ++at) step_forward(at);
  }

  std::vector<std::uint8_t> best_states() const {
    std::size_t s = 0;
    std::int32_t best = std::numeric_limits<std::int32_t>::min();
    for (std::size_t k = 0; k < 3; ++k)
      for (std::size_t l = 0; l < lanes; ++l)
        if (forward_[n_ - 1][k][l] > impossible / 2 && forward_[n_ - 1][k][l] + t_.end[k][l] > best) {
          best = forward_[n_ - 1][k][l] + t_.end[k][l];
          s = k * lanes + l;
        }
    std::vector<std::uint8_t> states(n_);
    for (std::size_t at = n_; at-- > 0;) {
      states[at] = static_cast<std::uint8_t>(s);
      const std::size_t lane = s % lanes;
      const Origin& origin = origin_[at];
      s = s < lanes                    ? static_cast<std::size_t>(origin.first[lane])
          : s < state(outside_kind, 0) ? state(origin.further[lane] != 0 ? further_kind : first_kind, lane)
                                       : state(static_cast<Kind>(origin.outside[lane]), lane);
    }
    return states;
  }

  // The best score of another emission row at each token, going backwards over completions.
  std::vector<std::int32_t> margins(const std::vector<std::uint8_t>& states) const {
    std::vector<std::int32_t> margins(n_);
    Scores completion;
    for (std::size_t k = 0; k < 3; ++k)
      for (std::size_t l = 0; l < lanes; ++l) completion[k][l] = t_.end[k][l];
    for (std::size_t at = n_; at-- > 0;) {
      const std::size_t kind = states[at] / lanes, lane = states[at] % lanes;
      const std::int32_t best = forward_[at][kind][lane] + completion[kind][lane];
      margins[at] = best - best_of_others(forward_[at], completion, states[at]);
      if (at > 0) step_backward(at, completion);
    }
    return margins;
  }

 private:
  struct Origin {
    std::array<std::int32_t, lanes> first;
    std::array<std::uint8_t, lanes> further;
    std::array<std::uint8_t, lanes> outside;
  };

  const std::int16_t* emission(std::size_t at) const { return emission_.data() + at * row_count; }

  void step_forward(std::size_t at) {
    const Scores& last = forward_[at - 1];
    const std::int16_t* e = emission(at);
    Scores& now = forward_[at];
    Origin& origin = origin_[at];
    const std::int32_t* from = last[0].data();
    std::array<std::uint8_t, state_count> states;
    const std::size_t count = contenders<state_count>(from, prepared_.lead_, states);
    best_into_first(from, states.data(), count, reinterpret_cast<const std::int16_t(*)[lanes]>(t_.to_first.data()),
                    now[first_kind].data(), origin.first.data());
    for (std::size_t l = 0; l < lanes; ++l) {
      const std::int32_t a = last[first_kind][l] + t_.to_further[0][l];
      const std::int32_t b = last[further_kind][l] + t_.to_further[1][l];
      origin.further[l] = b > a;
      now[further_kind][l] = (a > b ? a : b) + e[further_row + l];
      now[first_kind][l] += e[first_row + l];
    }
    for (std::size_t l = label_count; l < lanes; ++l) now[first_kind][l] = now[further_kind][l] = impossible;
    for (std::size_t l = 0; l < lanes; ++l) {
      const std::int32_t a = last[0][l] + t_.to_outside[0][l];
      const std::int32_t b = last[1][l] + t_.to_outside[1][l];
      const std::int32_t c = last[2][l] + t_.to_outside[2][l];
      const std::int32_t ab = b > a ? b : a;
      origin.outside[l] = static_cast<std::uint8_t>(c > ab ? 2 : b > a ? 1 : 0);
      now[outside_kind][l] = (c > ab ? c : ab) + e[outside_row];
    }
    settle(now);
  }

  void step_backward(std::size_t at, Scores& completion) const {
    const std::int16_t* e = emission(at);
    Row first, further, outside;
    for (std::size_t l = 0; l < lanes; ++l) {
      first[l] = completion[first_kind][l] + e[first_row + l];
      further[l] = completion[further_kind][l] + e[further_row + l];
      outside[l] = completion[outside_kind][l] + e[outside_row];
    }
    for (std::size_t l = label_count; l < lanes; ++l) first[l] = further[l] = impossible;
    std::array<std::uint8_t, lanes> labels;
    const std::size_t count = contenders<lanes>(first.data(), prepared_.label_lead_, labels);
    best_from_first(first.data(), labels.data(), count,
                    reinterpret_cast<const std::int16_t(*)[state_count]>(prepared_.from_.data()), completion[0].data());
    for (std::size_t k = 0; k < 3; ++k)
      for (std::size_t l = 0; l < lanes; ++l) {
        std::int32_t best = completion[k][l];
        if (k < 2) best = std::max(best, further[l] + t_.to_further[k][l]);
        completion[k][l] = std::max(best, outside[l] + t_.to_outside[k][l]);
      }
    settle(completion);
  }

  // Relative to the best, and never below what is impossible.
  static void settle(Scores& scores) {
    std::int32_t top = impossible;
    for (const Row& row : scores)
      for (const std::int32_t score : row) top = std::max(top, score);
    for (Row& row : scores)
      for (std::int32_t& score : row) score = std::max(score - top, impossible);
  }

  static std::int32_t best_of_others(const Scores& forward, const Scores& completion, std::size_t chosen) {
    std::int32_t best = impossible;
    const std::size_t kinds = chosen >= state(outside_kind, 0) ? 2 : 3;
    Scores sums;
    for (std::size_t k = 0; k < kinds; ++k)
      for (std::size_t l = 0; l < lanes; ++l) sums[k][l] = forward[k][l] + completion[k][l];
    if (kinds == 3) sums[chosen / lanes][chosen % lanes] = impossible;
    for (std::size_t k = 0; k < kinds; ++k)
      for (std::size_t l = 0; l < lanes; ++l) best = std::max(best, sums[k][l]);
    return best;
  }

  const Transitions& prepared_;
  const TransitionWeights& t_;
  const std::vector<std::int16_t>& emission_;
  std::size_t n_;
  std::vector<Scores> forward_;
  std::vector<Origin> origin_;
};

Labelling best_labelling(const Transitions& transitions, const std::vector<std::int16_t>& emission) {
  Lattice lattice(transitions, emission);
  lattice.run_forward();
  Labelling result;
  result.states = lattice.best_states();
  result.margins = lattice.margins(result.states);
  return result;
}

}  // namespace citegraph::crf
