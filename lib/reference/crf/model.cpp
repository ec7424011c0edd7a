#include "reference/crf/model.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <utility>

#include "reference/crf/features.hpp"

// The inner loops run over rows of 24 or 48 numbers; where the processor has wider registers they are used. Integers
// only, so that the results are the same.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
#define CITEGRAPH_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define CITEGRAPH_WIDE
#endif

namespace citegraph::crf {
namespace {

// Low enough that no sum of weights reaches up from it, high enough that sums do not overflow.
constexpr std::int32_t impossible = -(1 << 29);

using Row = std::array<std::int32_t, lanes>;
using Scores = std::array<Row, 3>;  // [kind][lane]
using Transitions = Weights::Transitions;

// best[l] = max over states s of from[s] + weights[s][l], and which s.
CITEGRAPH_WIDE void best_into_first(const std::int32_t* from, const std::int16_t (*weights)[lanes], std::int32_t* best,
                                    std::int32_t* origin) {
  for (std::size_t l = 0; l < lanes; ++l) {
    best[l] = impossible;
    origin[l] = 0;
  }
  for (std::size_t s = 0; s < state_count; ++s) {
    const std::int32_t base = from[s];
    if (base <= impossible / 2) continue;
    const std::int16_t* row = weights[s];
    for (std::size_t l = 0; l < lanes; ++l) {
      const std::int32_t score = base + row[l];
      const bool better = score > best[l];
      best[l] = better ? score : best[l];
      origin[l] = better ? static_cast<std::int32_t>(s) : origin[l];
    }
  }
}

// out[s] = max over labels l of weights[s][l] + next[l].
CITEGRAPH_WIDE void best_from_first(const std::int32_t* next, const std::int16_t (*weights)[lanes], std::int32_t* out) {
  for (std::size_t s = 0; s < state_count; ++s) {
    std::int32_t top = impossible;
    for (std::size_t l = 0; l < lanes; ++l) top = std::max(top, next[l] + weights[s][l]);
    out[s] = top;
  }
}

CITEGRAPH_WIDE void add_row(std::int16_t* sum, const std::int8_t* row) {
  for (std::size_t r = 0; r < row_count; ++r) sum[r] = static_cast<std::int16_t>(sum[r] + row[r]);
}

const std::int16_t (*rows_of(const Transitions& t))[lanes] {
  return reinterpret_cast<const std::int16_t(*)[lanes]>(t.to_first.data());
}

// Best scores forwards with the way back, and best completions backwards.
class Lattice {
 public:
  Lattice(const Transitions& transitions, const std::vector<std::int32_t>& emission)
      : t_(transitions), emission_(emission), n_(emission.size() / row_count), forward_(n_), origin_(n_) {}

  void run_forward() {
    Scores& start = forward_[0];
    for (Row& row : start) row.fill(impossible);
    for (std::size_t l = 0; l < label_count; ++l) start[first_kind][l] = t_.start_first[l] + emission(0)[first_row + l];
    start[outside_kind][start_lane] = t_.start_outside + emission(0)[outside_row];
    for (std::size_t at = 1; at < n_; ++at) step_forward(at);
  }

  std::vector<std::uint8_t> best_states() {
    std::size_t s = 0;
    best_ = std::numeric_limits<std::int32_t>::min();
    for (std::size_t k = 0; k < 3; ++k)
      for (std::size_t l = 0; l < lanes; ++l)
        if (forward_[n_ - 1][k][l] > impossible / 2 && forward_[n_ - 1][k][l] + t_.end[k][l] > best_) {
          best_ = forward_[n_ - 1][k][l] + t_.end[k][l];
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
      margins[at] = best_ - best_of_others(forward_[at], completion, states[at]);
      if (at > 0) step_backward(at, completion);
    }
    return margins;
  }

 private:
  struct Origin {
    std::array<std::int32_t, lanes> first{};
    std::array<std::uint8_t, lanes> further{};
    std::array<std::uint8_t, lanes> outside{};
  };

  const std::int32_t* emission(std::size_t at) const { return emission_.data() + at * row_count; }

  void step_forward(std::size_t at) {
    const Scores& last = forward_[at - 1];
    const std::int32_t* e = emission(at);
    Scores& now = forward_[at];
    Origin& origin = origin_[at];
    best_into_first(last[0].data(), rows_of(t_), now[first_kind].data(), origin.first.data());
    for (std::size_t l = 0; l < lanes; ++l) {
      now[first_kind][l] = l < label_count ? std::max(now[first_kind][l] + e[first_row + l], impossible) : impossible;
      const std::int32_t a = last[first_kind][l] + t_.to_further[0][l];
      const std::int32_t b = last[further_kind][l] + t_.to_further[1][l];
      origin.further[l] = b > a;
      now[further_kind][l] = l < label_count ? std::max(std::max(a, b) + e[further_row + l], impossible) : impossible;
      std::int32_t top = last[0][l] + t_.to_outside[0][l];
      for (std::uint8_t k = 1; k < 3; ++k)
        if (last[k][l] + t_.to_outside[k][l] > top) {
          top = last[k][l] + t_.to_outside[k][l];
          origin.outside[l] = k;
        }
      now[outside_kind][l] = std::max(top + e[outside_row], impossible);
    }
  }

  void step_backward(std::size_t at, Scores& completion) const {
    const std::int32_t* e = emission(at);
    Row first, further, outside;
    for (std::size_t l = 0; l < lanes; ++l) {
      first[l] = l < label_count ? std::max(completion[first_kind][l] + e[first_row + l], impossible) : impossible;
      further[l] =
          l < label_count ? std::max(completion[further_kind][l] + e[further_row + l], impossible) : impossible;
      outside[l] = std::max(completion[outside_kind][l] + e[outside_row], impossible);
    }
    best_from_first(first.data(), rows_of(t_), completion[0].data());
    for (std::size_t k = 0; k < 3; ++k)
      for (std::size_t l = 0; l < lanes; ++l) {
        std::int32_t& best = completion[k][l];
        if (k < 2) best = std::max(best, further[l] + t_.to_further[k][l]);
        best = std::max(best, outside[l] + t_.to_outside[k][l]);
      }
  }

  static std::int32_t best_of_others(const Scores& forward, const Scores& completion, std::size_t chosen) {
    std::int32_t best = impossible;
    const bool chosen_outside = chosen >= state(outside_kind, 0);
    for (std::size_t k = 0; k < 3; ++k) {
      if (k == outside_kind && chosen_outside) continue;
      for (std::size_t l = 0; l < lanes; ++l) {
        const std::int32_t score = forward[k][l] + completion[k][l];
        best = k * lanes + l != chosen && score > best ? score : best;
      }
    }
    return best;
  }

  const Transitions& t_;
  const std::vector<std::int32_t>& emission_;
  std::size_t n_;
  std::vector<Scores> forward_;
  std::vector<Origin> origin_;
  std::int32_t best_ = 0;
};

double probability(std::uint32_t millionths) { return static_cast<double>((millionths + 500) / 1000) / 1000.0; }

}  // namespace

std::size_t Calibration::error_bin(std::uint64_t sum) noexcept {
  const auto octave = static_cast<std::size_t>(std::bit_width(sum | 1));
  const bool upper = octave > 1 && (sum >> (octave - 2) & 1) != 0;
  return std::min(error_bins - 1, 2 * (octave - 1) + (upper ? 1 : 0));
}

std::uint64_t Calibration::error_of(std::int32_t margin) const noexcept {
  return error[static_cast<std::size_t>(
      std::clamp(margin / margin_width, 0, static_cast<std::int32_t>(margin_bins) - 1))];
}

Model::Model(Weights weights) : weights_(std::move(weights)) {
  std::uint32_t size = 1024;
  while (size < weights_.features.size() * 3) size *= 2;
  slots_.resize(size);
  mask_ = size - 1;
  for (std::size_t row = 0; row < weights_.features.size(); ++row) {
    std::uint32_t at = weights_.features[row] & mask_;
    while (slots_[at].row != 0) at = (at + 1) & mask_;
    slots_[at] = {weights_.features[row], static_cast<std::uint32_t>(row + 1)};
  }
}

std::int64_t Model::find(std::uint64_t hash) const noexcept {
  const auto key = static_cast<std::uint32_t>(hash >> 32);
  for (std::uint32_t at = key & mask_; slots_[at].row != 0; at = (at + 1) & mask_)
    if (slots_[at].key == key) return slots_[at].row - 1;
  return -1;
}

void Model::add_emission(const Context& context, std::vector<std::int32_t>& emission) const {
  std::vector<std::uint64_t> hashes;
  std::vector<const std::int8_t*> rows;
  for (std::size_t at = 0; at < context.tokens.size(); ++at) {
    hashes.clear();
    rows.clear();
    FeatureSink sink(hashes);
    const Window window(context, at);
    for (const FeatureGroup& group : feature_groups()) group.add(window, sink);
    for (const std::uint64_t hash : hashes) __builtin_prefetch(&slots_[(hash >> 32) & mask_]);
    for (const std::uint64_t hash : hashes) {
      const std::int64_t row = find(hash);
      if (row < 0) continue;
      rows.push_back(weights_.emission.data() + static_cast<std::size_t>(row) * row_count);
      __builtin_prefetch(rows.back());
    }
    std::array<std::int16_t, row_count> sum{};
    for (const std::int8_t* row : rows) add_row(sum.data(), row);
    for (std::size_t r = 0; r < row_count; ++r) emission[at * row_count + r] = sum[r];
  }
}

Labelling Model::label(const Context& context) const {
  Labelling result;
  if (context.tokens.empty()) return result;
  std::vector<std::int32_t> emission(context.tokens.size() * row_count);
  add_emission(context, emission);
  Lattice lattice(weights_.transitions, emission);
  lattice.run_forward();
  result.states = lattice.best_states();
  result.margins = lattice.margins(result.states);
  return result;
}

std::vector<Segment> segments_of(const Context& context, std::span<const std::uint8_t> states) {
  std::vector<Segment> segments;
  for (std::size_t t = 0; t < states.size(); ++t) {
    const std::size_t kind = states[t] / lanes;
    if (kind == first_kind) {
      Segment segment;
      segment.label = static_cast<Label>(states[t] % lanes);
      segment.span = context.tokens[t].span;
      segments.push_back(segment);
    } else if (kind == further_kind && !segments.empty()) {
      segments.back().span.end = context.tokens[t].span.end;
    }
  }
  return segments;
}

LabelledErrors label_errors(const Model& model, const Context& context) {
  const Labelling labelling = model.label(context);
  const Calibration& calibration = model.weights().calibration;
  LabelledErrors result;
  result.segments = segments_of(context, labelling.states);
  result.of_segment.resize(result.segments.size());
  // The token after a segment says where it ends and counts for it too.
  std::size_t segment = 0;
  for (std::size_t t = 0; t < labelling.states.size(); ++t) {
    const std::uint64_t error = calibration.error_of(labelling.margins[t]);
    result.of_all += error;
    const std::uint32_t start = context.tokens[t].span.start;
    while (segment < result.segments.size() && result.segments[segment].span.end <= start) {
      result.of_segment[segment] += error;
      ++segment;
    }
    if (segment < result.segments.size() && result.segments[segment].span.start <= start)
      result.of_segment[segment] += error;
  }
  return result;
}

LabelledReference label_reference(const Model& model, const Context& context) {
  LabelledErrors errors = label_errors(model, context);
  const Calibration& calibration = model.weights().calibration;
  for (std::size_t i = 0; i < errors.segments.size(); ++i)
    errors.segments[i].confidence = probability(calibration.segment[Calibration::error_bin(errors.of_segment[i])]);
  LabelledReference result;
  result.confidence =
      errors.segments.empty() ? 0.0 : probability(calibration.reference[Calibration::error_bin(errors.of_all)]);
  result.segments = std::move(errors.segments);
  return result;
}

}  // namespace citegraph::crf
