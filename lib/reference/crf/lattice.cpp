#include "reference/crf/lattice.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <memory>

#include "reference/crf/wide.hpp"

namespace citegraph::crf {
namespace {

// Low enough that no sum of weights reaches up from it, high enough that sums do not overflow.
constexpr std::int32_t impossible = -(1 << 29);

using Row = std::array<std::int32_t, lanes>;
using Scores = std::array<std::int32_t, state_count>;

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

// The best way into a further token of each label, and into the outside after it; `origin` holds the kinds come from.
CITEGRAPH_WIDE void best_into_others(const std::int32_t* __restrict last, const TransitionWeights& __restrict t,
                                     const std::int16_t* __restrict e, std::int32_t* __restrict now,
                                     std::int32_t* __restrict origin) {
  for (std::size_t l = 0; l < lanes; ++l) {
    const std::int32_t a = last[l] + t.to_further[0][l];
    const std::int32_t b = last[lanes + l] + t.to_further[1][l];
    now[lanes + l] = (a > b ? a : b) + e[further_row + l];
    origin[lanes + l] = b > a ? 1 : 0;
  }
  for (std::size_t l = 0; l < lanes; ++l) {
    const std::int32_t a = last[l] + t.to_outside[0][l];
    const std::int32_t b = last[lanes + l] + t.to_outside[1][l];
    const std::int32_t c = last[2 * lanes + l] + t.to_outside[2][l];
    const std::int32_t ab = b > a ? b : a;
    now[2 * lanes + l] = (c > ab ? c : ab) + e[outside_row];
    origin[2 * lanes + l] = c > ab ? 2 : b > a ? 1 : 0;
  }
}

// Adds to completions by a first token those by a further token or the outside.
CITEGRAPH_WIDE void best_from_others(const std::int32_t* __restrict further, const std::int32_t* __restrict outside,
                                     const TransitionWeights& __restrict t, std::int32_t* __restrict out) {
  for (std::size_t k = 0; k < 2; ++k)
    for (std::size_t l = 0; l < lanes; ++l) {
      const std::int32_t on = further[l] + t.to_further[k][l];
      out[k * lanes + l] = on > out[k * lanes + l] ? on : out[k * lanes + l];
    }
  for (std::size_t k = 0; k < 3; ++k)
    for (std::size_t l = 0; l < lanes; ++l) {
      const std::int32_t off = outside[l] + t.to_outside[k][l];
      out[k * lanes + l] = off > out[k * lanes + l] ? off : out[k * lanes + l];
    }
}

// Relative to the best, and never below what is impossible.
CITEGRAPH_WIDE void settle(std::int32_t* scores) {
  std::int32_t top = impossible;
  for (std::size_t s = 0; s < state_count; ++s) top = scores[s] > top ? scores[s] : top;
  for (std::size_t s = 0; s < state_count; ++s) {
    const std::int32_t score = scores[s] - top;
    scores[s] = score > impossible ? score : impossible;
  }
}

// The highest of the sums of the first `count` states.
CITEGRAPH_WIDE std::int32_t highest_sum(const std::int32_t* __restrict forward,
                                        const std::int32_t* __restrict completion, std::size_t count) {
  std::int32_t best = impossible;
  for (std::size_t s = 0; s < count; ++s) {
    const std::int32_t sum = forward[s] + completion[s];
    best = sum > best ? sum : best;
  }
  return best;
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

// The first of the highest scores.
CITEGRAPH_WIDE std::size_t first_highest(const std::int32_t* scores, std::size_t size) {
  std::int32_t top = scores[0];
  for (std::size_t i = 0; i < size; ++i) top = scores[i] > top ? scores[i] : top;
  auto first = static_cast<std::int32_t>(size);
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(size); ++i) {
    const std::int32_t place = scores[i] == top ? i : static_cast<std::int32_t>(size);
    first = place < first ? place : first;
  }
  return static_cast<std::size_t>(first);
}

// Few contend: eight places without any are passed over at once.
template <std::size_t Size>
std::size_t contenders(const std::int32_t* scores, const std::array<std::array<std::int32_t, Size>, Size>& lead,
                       std::array<std::uint8_t, Size>& list) {
  static_assert(Size % sizeof(std::uint64_t) == 0);
  const std::size_t top = first_highest(scores, Size);
  std::array<std::uint8_t, Size> flags;
  mark_contenders(scores, lead[top].data(), scores[top], Size, flags.data());
  std::size_t count = 0;
  for (std::size_t block = 0; block < Size; block += sizeof(std::uint64_t)) {
    std::uint64_t eight;
    std::memcpy(&eight, flags.data() + block, sizeof eight);
    if (eight == 0) continue;
    for (std::size_t i = block; i < block + sizeof eight; ++i) {
      list[count] = static_cast<std::uint8_t>(i);
      count += flags[i];
    }
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
        forward_(std::make_unique_for_overwrite<Scores[]>(n_)),
        origin_(std::make_unique_for_overwrite<Scores[]>(n_)) {}

  void run_forward() {
    Scores& start = forward_[0];
    start.fill(impossible);
    for (std::size_t l = 0; l < label_count; ++l)
      start[state(first_kind, l)] = t_.start_first[l] + emission(0)[first_row + l];
    start[state(outside_kind, start_lane)] = t_.start_outside + emission(0)[outside_row];
    for (std::size_t at = 1; at < n_; ++at) step_forward(at);
  }

  std::vector<std::uint8_t> best_states() const {
    const Scores& last = forward_[n_ - 1];
    std::size_t s = 0;
    std::int32_t best = std::numeric_limits<std::int32_t>::min();
    for (std::size_t i = 0; i < state_count; ++i) {
      const std::int32_t score = last[i] + end_of(i);
      if (last[i] <= impossible / 2 || score <= best) continue;
      best = score;
      s = i;
    }
    std::vector<std::uint8_t> states(n_);
    for (std::size_t at = n_; at-- > 0;) {
      states[at] = static_cast<std::uint8_t>(s);
      if (at == 0) break;
      const auto origin = static_cast<std::size_t>(origin_[at][s]);
      s = s < lanes ? origin : state(static_cast<Kind>(origin), s % lanes);
    }
    return states;
  }

  // The best score of another emission row at each token, going backwards over completions.
  std::vector<std::int32_t> margins(const std::vector<std::uint8_t>& states) const {
    std::vector<std::int32_t> margins(n_);
    Scores completion;
    for (std::size_t i = 0; i < state_count; ++i) completion[i] = end_of(i);
    for (std::size_t at = n_; at-- > 0;) {
      const std::size_t chosen = states[at];
      margins[at] = forward_[at][chosen] + completion[chosen] - best_of_others(at, completion, chosen);
      if (at > 0) step_backward(at, completion);
    }
    return margins;
  }

 private:
  const std::int16_t* emission(std::size_t at) const { return emission_.data() + at * row_count; }
  std::int32_t end_of(std::size_t s) const { return t_.end[s / lanes][s % lanes]; }

  void step_forward(std::size_t at) {
    const Scores& last = forward_[at - 1];
    const std::int16_t* e = emission(at);
    Scores& now = forward_[at];
    Scores& origin = origin_[at];
    std::array<std::uint8_t, state_count> states;
    const std::size_t count = contenders<state_count>(last.data(), prepared_.lead_, states);
    best_into_first(last.data(), states.data(), count,
                    reinterpret_cast<const std::int16_t(*)[lanes]>(t_.to_first.data()), now.data(), origin.data());
    for (std::size_t l = 0; l < label_count; ++l) now[l] += e[first_row + l];
    best_into_others(last.data(), t_, e, now.data(), origin.data());
    for (std::size_t l = label_count; l < lanes; ++l)
      now[state(first_kind, l)] = now[state(further_kind, l)] = impossible;
    settle(now.data());
  }

  void step_backward(std::size_t at, Scores& completion) const {
    const std::int16_t* e = emission(at);
    Row first, further, outside;
    for (std::size_t l = 0; l < lanes; ++l) {
      first[l] = completion[state(first_kind, l)] + e[first_row + l];
      further[l] = completion[state(further_kind, l)] + e[further_row + l];
      outside[l] = completion[state(outside_kind, l)] + e[outside_row];
    }
    for (std::size_t l = label_count; l < lanes; ++l) first[l] = further[l] = impossible;
    std::array<std::uint8_t, lanes> labels;
    const std::size_t count = contenders<lanes>(first.data(), prepared_.label_lead_, labels);
    best_from_first(first.data(), labels.data(), count,
                    reinterpret_cast<const std::int16_t(*)[state_count]>(prepared_.from_.data()), completion.data());
    best_from_others(further.data(), outside.data(), t_, completion.data());
    settle(completion.data());
  }

  // All outsides share an emission row.
  std::int32_t best_of_others(std::size_t at, Scores& completion, std::size_t chosen) const {
    if (chosen >= state(outside_kind, 0))
      return highest_sum(forward_[at].data(), completion.data(), state(outside_kind, 0));
    const std::int32_t kept = completion[chosen];
    completion[chosen] = impossible;
    const std::int32_t best = highest_sum(forward_[at].data(), completion.data(), state_count);
    completion[chosen] = kept;
    return best;
  }

  const Transitions& prepared_;
  const TransitionWeights& t_;
  const std::vector<std::int16_t>& emission_;
  std::size_t n_;
  std::unique_ptr<Scores[]> forward_;
  std::unique_ptr<Scores[]> origin_;  // into a first token the state, into others the kind it comes from; not at 0
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
