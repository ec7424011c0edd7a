#include "reference/crf/lattice.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <memory>

#include "reference/crf/wide.hpp"

namespace citegraph::crf {
namespace {

// Scores are relative to the best of their token: 0 for the best, and none below `lowest`, which stands for what is
// impossible too. With emissions in [deepest, 0] and transitions within their limit no sum overflows.
constexpr std::int16_t lowest = -12'288;
constexpr std::int16_t deepest = -8'191;
static_assert(lowest + deepest - Transitions::limit > std::numeric_limits<std::int16_t>::min());
// Nothing so low is ever worth more than the best, whatever the step.
static_assert(lowest + 2 * Transitions::limit < 0);

using Score = std::int16_t;
using Row = std::array<Score, lanes>;
using Scores = std::array<Score, state_count>;
using Emission = std::array<Score, row_count>;

// best[l] = max over the listed states of from[s] + weights[s][l], and which s.
CITEGRAPH_WIDE void best_into_first(const Score* from, const std::uint8_t* states, std::size_t count,
                                    const std::int16_t (*weights)[lanes], Score* best, Score* origin) {
  for (std::size_t l = 0; l < lanes; ++l) {
    best[l] = std::numeric_limits<Score>::min();
    origin[l] = 0;
  }
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t s = states[i];
    const Score base = from[s];
    const std::int16_t* row = weights[s];
    for (std::size_t l = 0; l < lanes; ++l) {
      const auto score = static_cast<Score>(base + row[l]);
      const bool better = score > best[l];
      best[l] = better ? score : best[l];
      origin[l] = better ? static_cast<Score>(s) : origin[l];
    }
  }
}

Score sum(Score a, Score b) noexcept { return static_cast<Score>(a + b); }

// The best way into a further token of each label, and into the outside after it; `origin` holds the kinds come from.
CITEGRAPH_WIDE void best_into_others(const Score* __restrict last, const TransitionWeights& __restrict t,
                                     const Score* __restrict e, Score* __restrict now, Score* __restrict origin) {
  for (std::size_t l = 0; l < lanes; ++l) {
    const Score a = sum(last[l], t.to_further[0][l]);
    const Score b = sum(last[lanes + l], t.to_further[1][l]);
    now[lanes + l] = sum(a > b ? a : b, e[further_row + l]);
    origin[lanes + l] = b > a ? 1 : 0;
  }
  const Score outside = e[outside_row];
  for (std::size_t l = 0; l < lanes; ++l) {
    const Score a = sum(last[l], t.to_outside[0][l]);
    const Score b = sum(last[lanes + l], t.to_outside[1][l]);
    const Score c = sum(last[2 * lanes + l], t.to_outside[2][l]);
    const Score ab = b > a ? b : a;
    const Score kind = b > a ? 1 : 0;
    now[2 * lanes + l] = sum(c > ab ? c : ab, outside);
    origin[2 * lanes + l] = static_cast<Score>(c > ab ? 2 : kind);
  }
}

// Adds to completions by a first token those by a further token or the outside.
CITEGRAPH_WIDE void best_from_others(const Score* __restrict further, const Score* __restrict outside,
                                     const TransitionWeights& __restrict t, Score* __restrict out) {
  for (std::size_t k = 0; k < 2; ++k)
    for (std::size_t l = 0; l < lanes; ++l) {
      const Score on = sum(further[l], t.to_further[k][l]);
      out[k * lanes + l] = on > out[k * lanes + l] ? on : out[k * lanes + l];
    }
  for (std::size_t k = 0; k < 3; ++k)
    for (std::size_t l = 0; l < lanes; ++l) {
      const Score off = sum(outside[l], t.to_outside[k][l]);
      out[k * lanes + l] = off > out[k * lanes + l] ? off : out[k * lanes + l];
    }
}

// Relative to the best, and never below the lowest.
CITEGRAPH_WIDE void settle(Score* scores) {
  Score top = std::numeric_limits<Score>::min();
  for (std::size_t s = 0; s < state_count; ++s) top = scores[s] > top ? scores[s] : top;
  for (std::size_t s = 0; s < state_count; ++s) {
    const std::int32_t score = scores[s] - top;
    scores[s] = static_cast<Score>(score > lowest ? score : lowest);
  }
}

// An emission row relative to its best, and never below the deepest.
CITEGRAPH_WIDE void settle_emission(const Score* __restrict emission, Score* __restrict out) {
  Score top = std::numeric_limits<Score>::min();
  for (std::size_t r = 0; r < row_count; ++r) top = emission[r] > top ? emission[r] : top;
  for (std::size_t r = 0; r < row_count; ++r) {
    const std::int32_t score = emission[r] - top;
    out[r] = static_cast<Score>(score > deepest ? score : deepest);
  }
}

// The highest of the sums of the first `count` states.
CITEGRAPH_WIDE Score highest_sum(const Score* __restrict forward, const Score* __restrict completion,
                                 std::size_t count) {
  Score best = std::numeric_limits<Score>::min();
  for (std::size_t s = 0; s < count; ++s) {
    const Score both = sum(forward[s], completion[s]);
    best = both > best ? both : best;
  }
  return best;
}

// out[s] = max over the listed labels of weights[l][s] + next[l].
CITEGRAPH_WIDE void best_from_first(const Score* next, const std::uint8_t* labels, std::size_t count,
                                    const std::int16_t (*weights)[state_count], Score* out) {
  for (std::size_t s = 0; s < state_count; ++s) out[s] = std::numeric_limits<Score>::min();
  for (std::size_t i = 0; i < count; ++i) {
    const Score base = next[labels[i]];
    const std::int16_t* row = weights[labels[i]];
    for (std::size_t s = 0; s < state_count; ++s) {
      const Score score = sum(base, row[s]);
      out[s] = score > out[s] ? score : out[s];
    }
  }
}

// The places that may hold a maximum: all that the best one, by its lead, does not rule out.
CITEGRAPH_WIDE void mark_contenders(const Score* scores, const std::int16_t* lead, Score best, std::size_t size,
                                    std::uint8_t* flags) {
  for (std::size_t i = 0; i < size; ++i) flags[i] = sum(scores[i], lead[i]) >= best;
}

// The first of the highest scores.
CITEGRAPH_WIDE std::size_t first_highest(const Score* scores, std::size_t size) {
  Score top = scores[0];
  for (std::size_t i = 0; i < size; ++i) top = scores[i] > top ? scores[i] : top;
  auto first = static_cast<std::int16_t>(size);
  for (std::int16_t i = 0; i < static_cast<std::int16_t>(size); ++i) {
    const std::int16_t place = scores[i] == top ? i : static_cast<std::int16_t>(size);
    first = place < first ? place : first;
  }
  return static_cast<std::size_t>(first);
}

// Few contend: eight places without any are passed over at once.
template <std::size_t Size>
std::size_t contenders(const Score* scores, const std::array<std::array<std::int16_t, Size>, Size>& lead,
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
  const auto limit_all = [](auto& row) {
    for (std::int16_t& weight : row) weight = std::clamp<std::int16_t>(weight, -limit, limit);
  };
  for (auto& row : weights_.to_first) limit_all(row);
  for (auto& row : weights_.to_further) limit_all(row);
  for (auto& row : weights_.to_outside) limit_all(row);
  for (auto& row : weights_.end) limit_all(row);
  limit_all(weights_.start_first);
  weights_.start_outside = std::clamp<std::int16_t>(weights_.start_outside, -limit, limit);
  // From and into states that are not used: nothing is worse.
  for (std::size_t l = label_count; l < lanes; ++l) {
    for (auto& row : weights_.to_first) row[l] = -limit;
    for (auto& row : weights_.to_further) row[l] = -limit;
    for (const Kind kind : {first_kind, further_kind}) {
      weights_.to_first[state(kind, l)].fill(-limit);
      weights_.to_outside[kind][l] = -limit;
    }
  }
  const auto& to_first = weights_.to_first;
  for (std::size_t s = 0; s < state_count; ++s)
    for (std::size_t l = 0; l < lanes; ++l) from_[l][s] = to_first[s][l];
  for (std::size_t best = 0; best < state_count; ++best)
    for (std::size_t s = 0; s < state_count; ++s) {
      std::int32_t lead = -2 * limit;
      for (std::size_t l = 0; l < label_count; ++l) lead = std::max(lead, to_first[s][l] - to_first[best][l]);
      lead_[best][s] = static_cast<std::int16_t>(lead);
    }
  for (std::size_t best = 0; best < lanes; ++best)
    for (std::size_t l = 0; l < lanes; ++l) {
      std::int32_t lead = -2 * limit;
      for (std::size_t s = 0; s < state_count; ++s) lead = std::max(lead, to_first[s][l] - to_first[s][best]);
      label_lead_[best][l] = static_cast<std::int16_t>(lead);
    }
}

// Best scores forwards with the way back, and best completions backwards.
class Lattice {
 public:
  Lattice(const Transitions& transitions, const std::vector<std::int16_t>& emission)
      : prepared_(transitions),
        t_(transitions.weights_),
        n_(emission.size() / row_count),
        emission_(std::make_unique_for_overwrite<Emission[]>(n_)),
        forward_(std::make_unique_for_overwrite<Scores[]>(n_)),
        origin_(std::make_unique_for_overwrite<Scores[]>(n_)) {
    for (std::size_t at = 0; at < n_; ++at) settle_emission(emission.data() + at * row_count, emission_[at].data());
  }

  void run_forward() {
    Scores& start = forward_[0];
    start.fill(lowest);
    for (std::size_t l = 0; l < label_count; ++l)
      start[state(first_kind, l)] = sum(t_.start_first[l], emission_[0][first_row + l]);
    start[state(outside_kind, start_lane)] = sum(t_.start_outside, emission_[0][outside_row]);
    settle(start.data());
    for (std::size_t at = 1; at < n_; ++at) step_forward(at);
  }

  std::vector<std::uint8_t> best_states() const {
    std::size_t s = 0;
    std::int32_t best = std::numeric_limits<std::int32_t>::min();
    for (std::size_t i = 0; i < state_count; ++i) {
      if (!is_used(i) || (n_ == 1 && !may_start(i))) continue;
      const std::int32_t score = forward_[n_ - 1][i] + end_of(i);
      if (score <= best) continue;
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
    for (std::size_t i = 0; i < state_count; ++i) completion[i] = is_used(i) ? end_of(i) : lowest;
    settle(completion.data());
    for (std::size_t at = n_; at-- > 0;) {
      const std::size_t chosen = states[at];
      margins[at] = forward_[at][chosen] + completion[chosen] - best_of_others(at, completion, chosen);
      if (at > 0) step_backward(at, completion);
    }
    return margins;
  }

 private:
  // A lane more than there are labels is the outside before any field.
  static bool is_used(std::size_t s) { return s % lanes < label_count || s == state(outside_kind, start_lane); }
  static bool may_start(std::size_t s) { return s < lanes || s == state(outside_kind, start_lane); }
  std::int16_t end_of(std::size_t s) const { return t_.end[s / lanes][s % lanes]; }

  void step_forward(std::size_t at) {
    const Scores& last = forward_[at - 1];
    const Emission& e = emission_[at];
    Scores& now = forward_[at];
    Scores& origin = origin_[at];
    std::array<std::uint8_t, state_count> states;
    const std::size_t count = contenders<state_count>(last.data(), prepared_.lead_, states);
    best_into_first(last.data(), states.data(), count,
                    reinterpret_cast<const std::int16_t(*)[lanes]>(t_.to_first.data()), now.data(), origin.data());
    for (std::size_t l = 0; l < label_count; ++l) now[l] = sum(now[l], e[first_row + l]);
    best_into_others(last.data(), t_, e.data(), now.data(), origin.data());
    for (std::size_t l = label_count; l < lanes; ++l)
      now[state(first_kind, l)] = now[state(further_kind, l)] = std::numeric_limits<Score>::min();
    settle(now.data());
  }

  void step_backward(std::size_t at, Scores& completion) const {
    const Emission& e = emission_[at];
    Row first, further, outside;
    for (std::size_t l = 0; l < lanes; ++l) {
      first[l] = sum(completion[state(first_kind, l)], e[first_row + l]);
      further[l] = sum(completion[state(further_kind, l)], e[further_row + l]);
      outside[l] = sum(completion[state(outside_kind, l)], e[outside_row]);
    }
    for (std::size_t l = label_count; l < lanes; ++l) first[l] = further[l] = sum(lowest, deepest);
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
    const Score kept = completion[chosen];
    completion[chosen] = lowest;
    const Score best = highest_sum(forward_[at].data(), completion.data(), state_count);
    completion[chosen] = kept;
    return best;
  }

  const Transitions& prepared_;
  const TransitionWeights& t_;
  std::size_t n_;
  std::unique_ptr<Emission[]> emission_;
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
