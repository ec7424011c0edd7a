#include "trainer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <iostream>
#include <memory>
#include <numeric>
#include <unordered_map>

#include "random.hpp"
#include "reference/crf/features.hpp"

namespace training {
namespace {

using namespace citegraph::crf;
using citegraph::Segment;

struct Sequence {
  std::size_t begin = 0;  // of its tokens in `starts`
  std::size_t size = 0;
  float weight = 1.0F;
  int copy = 0;
};

// All examples as indices of features: tokens in one array, features of token t in [starts[t], starts[t + 1]).
struct Corpus {
  std::vector<Sequence> sequences;
  std::vector<std::uint32_t> features;
  std::vector<std::size_t> starts{0};
  std::vector<std::array<std::uint32_t, 3>>
      allowed;                       // for each token and kind one bit a lane: the states that gold permits
  std::vector<std::uint32_t> names;  // upper halves of the hashes
};

// All in one list: no name is as low as a number, or it shares the row.
void name_features(const Context& context, std::size_t at, std::vector<std::uint32_t>& names) {
  FeatureSink sink;
  name_features(Window(context, at), sink);
  names.assign(sink.few().begin(), sink.few().end());
  names.insert(names.end(), sink.names().begin(), sink.names().end());
}

// The states gold permits at every token. What a corpus does not annotate may be anything outside its scope.
std::vector<std::array<std::uint32_t, 3>> allowed_states(const Example& example, const Context& context) {
  constexpr std::uint32_t all = (1U << lanes) - 1;
  constexpr std::uint32_t all_labels = (1U << label_count) - 1;
  const std::uint32_t unseen = all_labels & ~example.scope;
  std::vector<std::array<std::uint32_t, 3>> allowed(context.tokens.size(), {unseen, unseen, all});
  std::size_t t = 0;
  for (const Segment& s : example.segments) {
    const std::uint32_t bit = 1U << static_cast<unsigned>(s.label);
    while (t < context.tokens.size() && context.tokens[t].span.end <= s.span.start) ++t;
    bool first = true;
    while (t < context.tokens.size() && context.tokens[t].span.start < s.span.end) {
      allowed[t] = {first ? bit : 0, first ? 0 : bit, 0};
      first = false;
      ++t;
    }
  }
  return allowed;
}

Corpus index(const std::vector<Example>& examples, std::uint32_t cutoff) {
  std::vector<Context> contexts;
  contexts.reserve(examples.size());
  std::unordered_map<std::uint32_t, std::uint32_t> counts;
  counts.reserve(1 << 23);
  std::vector<std::uint32_t> names;
  for (const Example& example : examples) {
    contexts.push_back(make_context(example.text, example.marks));
    for (std::size_t t = 0; t < contexts.back().tokens.size(); ++t) {
      name_features(contexts.back(), t, names);
      for (const std::uint32_t name : names) ++counts[name];
    }
  }
  Corpus corpus;
  for (const auto& [name, count] : counts)
    if (count >= cutoff) corpus.names.push_back(name);
  std::sort(corpus.names.begin(), corpus.names.end());
  std::unordered_map<std::uint32_t, std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < corpus.names.size(); ++i) numbers.emplace(corpus.names[i], i);
  for (std::size_t e = 0; e < examples.size(); ++e) {
    const Context& context = contexts[e];
    if (context.tokens.empty()) continue;
    const std::size_t begin = corpus.starts.size() - 1;
    for (std::size_t t = 0; t < context.tokens.size(); ++t) {
      name_features(context, t, names);
      for (const std::uint32_t name : names) {
        const auto found = numbers.find(name);
        if (found != numbers.end()) corpus.features.push_back(found->second);
      }
      corpus.starts.push_back(corpus.features.size());
    }
    const auto allowed = allowed_states(examples[e], context);
    corpus.allowed.insert(corpus.allowed.end(), allowed.begin(), allowed.end());
    corpus.sequences.push_back({begin, context.tokens.size(), examples[e].weight, examples[e].copy});
  }
  return corpus;
}

// Transition weights as one block, so that they are updated like any row.
struct Transitions {
  float to_first[state_count][lanes] = {};
  float to_further[2][lanes] = {};
  float to_outside[3][lanes] = {};
  float start_first[lanes] = {};
  float start_outside[lanes] = {};  // only the last lane is used
  float end[3][lanes] = {};
  static constexpr std::size_t size = (state_count + 2 + 3 + 1 + 1 + 3) * lanes;
  float* data() { return &to_first[0][0]; }
  const float* data() const { return &to_first[0][0]; }
};
static_assert(sizeof(Transitions) == Transitions::size * sizeof(float));

using Lattice = std::vector<std::array<std::array<float, lanes>, 3>>;

// Forward and backward sums over the permitted labellings, scaled per token.
class Chain {
 public:
  // `emission` holds exponentiated rows of every token; `allowed` may be null: everything.
  void run(const Transitions& exp_t, const std::vector<float>& emission, std::size_t n,
           const std::array<std::uint32_t, 3>* allowed) {
    forward.assign(n, {});
    backward.assign(n, {});
    scale.assign(n, 0);
    possible = true;
    for (std::size_t t = 0; t < n; ++t) {
      const float* e = emission.data() + t * row_count;
      if (t == 0)
        start(exp_t, e);
      else
        step_forward(exp_t, e, t);
      if (allowed != nullptr) mask(forward[t], allowed[t]);
      possible = rescale(t);
      if (!possible) return;
    }
    possible = end(exp_t);
    if (!possible) return;
    if (allowed != nullptr) mask(backward[n - 1], allowed[n - 1]);
    for (std::size_t t = n - 1; t-- > 0;) {
      step_backward(exp_t, emission.data() + (t + 1) * row_count, t);
      if (allowed != nullptr) mask(backward[t], allowed[t]);
    }
  }

  // Adds sign * expected counts: of rows to `rows` (n x row_count), of transitions to `counts`.
  void expect(const Transitions& exp_t, const std::vector<float>& emission, std::size_t n, float sign,
              std::vector<float>& rows, Transitions& counts) const {
    for (std::size_t t = 0; t < n; ++t) {
      float* out = rows.data() + t * row_count;
      float outside = 0;
      for (std::size_t l = 0; l < lanes; ++l) {
        const float p0 = forward[t][0][l] * backward[t][0][l];
        const float p1 = forward[t][1][l] * backward[t][1][l];
        out[first_row + l] += sign * p0;
        if (l < label_count) out[further_row + l] += sign * p1;
        outside += forward[t][2][l] * backward[t][2][l];
        if (t == 0) counts.start_first[l] += sign * p0;
        if (t + 1 == n) {
          counts.end[0][l] += sign * p0;
          counts.end[1][l] += sign * p1;
          counts.end[2][l] += sign * forward[t][2][l] * backward[t][2][l];
        }
      }
      out[outside_row] += sign * outside;
      if (t == 0) counts.start_outside[start_lane] += sign * outside;
      if (t == 0) continue;
      const float* e = emission.data() + t * row_count;
      const auto& last = forward[t - 1];
      const auto& now = backward[t];
      float first[lanes], further[lanes], after[lanes];
      for (std::size_t l = 0; l < lanes; ++l) {
        first[l] = l < label_count ? sign * e[first_row + l] * now[0][l] * scale[t] : 0;
        further[l] = l < label_count ? sign * e[further_row + l] * now[1][l] * scale[t] : 0;
        after[l] = sign * e[outside_row] * now[2][l] * scale[t];
      }
      for (std::size_t k = 0; k < 3; ++k)
        for (std::size_t s = 0; s < lanes; ++s) {
          const float base = last[k][s];
          if (base == 0) continue;
          const std::size_t from = k * lanes + s;
          for (std::size_t l = 0; l < lanes; ++l) counts.to_first[from][l] += base * exp_t.to_first[from][l] * first[l];
          if (k < 2) counts.to_further[k][s] += base * exp_t.to_further[k][s] * further[s];
          counts.to_outside[k][s] += base * exp_t.to_outside[k][s] * after[s];
        }
    }
  }

  bool possible = true;
  Lattice forward, backward;
  std::vector<float> scale;

 private:
  void start(const Transitions& exp_t, const float* e) {
    auto& now = forward[0];
    for (std::size_t l = 0; l < label_count; ++l) now[0][l] = exp_t.start_first[l] * e[first_row + l];
    now[2][start_lane] = exp_t.start_outside[start_lane] * e[outside_row];
  }

  void step_forward(const Transitions& exp_t, const float* e, std::size_t t) {
    auto& now = forward[t];
    const auto& last = forward[t - 1];
    float sum[lanes] = {};
    for (std::size_t k = 0; k < 3; ++k)
      for (std::size_t s = 0; s < lanes; ++s) {
        const float base = last[k][s];
        if (base == 0) continue;
        const float* row = exp_t.to_first[k * lanes + s];
        for (std::size_t l = 0; l < lanes; ++l) sum[l] += base * row[l];
      }
    for (std::size_t l = 0; l < lanes; ++l) {
      now[0][l] = l < label_count ? sum[l] * e[first_row + l] : 0;
      now[1][l] = l < label_count
                      ? (last[0][l] * exp_t.to_further[0][l] + last[1][l] * exp_t.to_further[1][l]) * e[further_row + l]
                      : 0;
      now[2][l] = (last[0][l] * exp_t.to_outside[0][l] + last[1][l] * exp_t.to_outside[1][l] +
                   last[2][l] * exp_t.to_outside[2][l]) *
                  e[outside_row];
    }
  }

  // False where no labelling is permitted.
  bool rescale(std::size_t t) {
    float total = 0;
    for (const auto& row : forward[t])
      for (const float v : row) total += v;
    if (!(total > 0)) return false;
    scale[t] = 1.0F / total;
    for (auto& row : forward[t])
      for (float& v : row) v *= scale[t];
    return true;
  }

  bool end(const Transitions& exp_t) {
    float end_sum = 0;
    for (std::size_t k = 0; k < 3; ++k)
      for (std::size_t l = 0; l < lanes; ++l) end_sum += forward.back()[k][l] * exp_t.end[k][l];
    if (!(end_sum > 0)) return false;
    for (std::size_t k = 0; k < 3; ++k)
      for (std::size_t l = 0; l < lanes; ++l) backward.back()[k][l] = exp_t.end[k][l] / end_sum;
    return true;
  }

  // `e` is the row of the token behind `t`.
  void step_backward(const Transitions& exp_t, const float* e, std::size_t t) {
    const auto& next = backward[t + 1];
    float first[lanes], further[lanes], outside[lanes];
    for (std::size_t l = 0; l < lanes; ++l) {
      first[l] = l < label_count ? e[first_row + l] * next[0][l] * scale[t + 1] : 0;
      further[l] = l < label_count ? e[further_row + l] * next[1][l] * scale[t + 1] : 0;
      outside[l] = e[outside_row] * next[2][l] * scale[t + 1];
    }
    auto& now = backward[t];
    for (std::size_t k = 0; k < 3; ++k)
      for (std::size_t s = 0; s < lanes; ++s) {
        if (forward[t][k][s] == 0) {
          now[k][s] = 0;
          continue;
        }
        const float* row = exp_t.to_first[k * lanes + s];
        float sum = 0;
        for (std::size_t l = 0; l < lanes; ++l) sum += row[l] * first[l];
        if (k < 2) sum += exp_t.to_further[k][s] * further[s];
        sum += exp_t.to_outside[k][s] * outside[s];
        now[k][s] = sum;
      }
  }

  static void mask(std::array<std::array<float, lanes>, 3>& scores, const std::array<std::uint32_t, 3>& allowed) {
    for (std::size_t k = 0; k < 3; ++k)
      for (std::size_t l = 0; l < lanes; ++l)
        if ((allowed[k] >> l & 1U) == 0) scores[k][l] = 0;
  }
};

// exp with the exponent floored, so that no state becomes unreachable.
float safe_exp(float x) { return std::exp(std::max(x, -30.0F)); }

// Where the processor has wider registers they are used; every number is worked out by itself, so the results are the
// same.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define TRAINING_WIDE __attribute__((target_clones("avx2", "default"), optimize("O3")))
#else
#define TRAINING_WIDE
#endif

TRAINING_WIDE void add_row(float* out, const float* row) {
  for (std::size_t r = 0; r < row_count; ++r) out[r] += row[r];
}

// AdaGrad (Duchi, Hazan & Singer 2011).
TRAINING_WIDE void update(float* weights, float* squares, const float* gradient, std::size_t size, float rate) {
  for (std::size_t i = 0; i < size; ++i) {
    squares[i] += gradient[i] * gradient[i];
    weights[i] += rate * gradient[i] / std::sqrt(squares[i]);
  }
}

class Trainer {
 public:
  Trainer(const Corpus& corpus, const Options& options)
      : corpus_(corpus),
        options_(options),
        random_(options.seed),
        weights_(corpus.names.size() * row_count),
        squares_(weights_.size(), 1e-6F) {
    std::fill_n(transition_squares_.data(), Transitions::size, 1e-6F);
  }

  // `first_pass` counts on over several runs, so that these see different copies.
  void run(int first_pass) {
    std::vector<std::size_t> order(corpus_.sequences.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    int copies = 0;
    for (const Sequence& sequence : corpus_.sequences) copies = std::max(copies, sequence.copy);
    std::vector<float> sum(weights_.size());
    Transitions transition_sum;
    for (int epoch = 1; epoch <= options_.epochs; ++epoch) {
      for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random_.below(i)]);
      const int copy = copies == 0 ? 0 : 1 + (first_pass + epoch - 1) % copies;
      for (const std::size_t s : order)
        if (corpus_.sequences[s].copy == 0 || corpus_.sequences[s].copy == copy) step(corpus_.sequences[s]);
      if (epoch > options_.epochs - options_.averaged_epochs) {
        for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += weights_[i];
        for (std::size_t i = 0; i < Transitions::size; ++i) transition_sum.data()[i] += transitions_.data()[i];
      }
      if (options_.verbose) std::cerr << "epoch " << epoch << " of " << options_.epochs << '\n';
    }
    // At test time all features are there, so each counts as often as it did in training.
    const float keep = 1.0F - options_.dropout;
    const float share = 1.0F / static_cast<float>(options_.averaged_epochs);
    for (std::size_t i = 0; i < sum.size(); ++i) weights_[i] = sum[i] * share * keep;
    for (std::size_t i = 0; i < Transitions::size; ++i) transitions_.data()[i] = transition_sum.data()[i] * share;
  }

  const std::vector<float>& weights() const { return weights_; }
  const Transitions& transitions() const { return transitions_; }

 private:
  void step(const Sequence& sequence) {
    const std::size_t n = sequence.size;
    emission_.assign(n * row_count, 0);
    kept_.clear();
    kept_starts_.assign(1, 0);
    const auto threshold = static_cast<std::uint32_t>(options_.dropout * 4294967295.0);
    for (std::size_t t = 0; t < n; ++t) {
      float* out = emission_.data() + t * row_count;
      for (std::size_t f = corpus_.starts[sequence.begin + t]; f < corpus_.starts[sequence.begin + t + 1]; ++f) {
        if (random_.next() < threshold) continue;
        const std::uint32_t feature = corpus_.features[f];
        kept_.push_back(feature);
        const float* row = weights_.data() + static_cast<std::size_t>(feature) * row_count;
        add_row(out, row);
      }
      kept_starts_.push_back(kept_.size());
      const float top = *std::max_element(out, out + row_count);
      for (std::size_t r = 0; r < row_count; ++r) out[r] = safe_exp(out[r] - top);
    }
    for (std::size_t i = 0; i < Transitions::size; ++i) exp_transitions_.data()[i] = safe_exp(transitions_.data()[i]);

    gold_.run(exp_transitions_, emission_, n, corpus_.allowed.data() + sequence.begin);
    if (!gold_.possible) return;
    free_.run(exp_transitions_, emission_, n, nullptr);
    rows_.assign(n * row_count, 0);
    std::fill_n(counts_.data(), Transitions::size, 0.0F);
    gold_.expect(exp_transitions_, emission_, n, sequence.weight, rows_, counts_);
    free_.expect(exp_transitions_, emission_, n, -sequence.weight, rows_, counts_);

    for (std::size_t t = 0; t < n; ++t) {
      const float* gradient = rows_.data() + t * row_count;
      float largest = 0;
      for (std::size_t r = 0; r < row_count; ++r) largest = std::max(largest, std::abs(gradient[r]));
      if (largest < options_.least_gradient) continue;
      for (std::size_t f = kept_starts_[t]; f < kept_starts_[t + 1]; ++f) {
        const std::size_t at = static_cast<std::size_t>(kept_[f]) * row_count;
        update(weights_.data() + at, squares_.data() + at, gradient, row_count, options_.rate);
      }
    }
    update(transitions_.data(), transition_squares_.data(), counts_.data(), Transitions::size, options_.rate);
  }

  const Corpus& corpus_;
  Options options_;
  Random random_;
  std::vector<float> weights_, squares_;
  Transitions transitions_, transition_squares_, exp_transitions_, counts_;
  std::vector<float> emission_, rows_;
  std::vector<std::uint32_t> kept_;
  std::vector<std::size_t> kept_starts_;
  Chain gold_, free_;
};

std::int16_t quantised16(float value, float scale) {
  return static_cast<std::int16_t>(std::lround(std::clamp(value * scale, -30000.0F, 30000.0F)));
}

// The strongest rows in int8, all scores in one scale.
Weights quantise(const Corpus& corpus, const std::vector<float>& weights, const Transitions& t,
                 const Options& options) {
  std::vector<std::pair<float, std::uint32_t>> strength;
  for (std::uint32_t f = 0; f < corpus.names.size(); ++f) {
    float top = 0;
    for (std::size_t r = 0; r < row_count; ++r) top = std::max(top, std::abs(weights[f * row_count + r]));
    if (top >= options.prune) strength.emplace_back(-top, f);
  }
  std::sort(strength.begin(), strength.end());
  if (strength.size() > options.max_features) strength.resize(options.max_features);
  std::vector<std::uint32_t> kept;
  kept.reserve(strength.size());
  for (const auto& [top, f] : strength) kept.push_back(f);
  std::sort(kept.begin(), kept.end());
  // One scale for every model, so that margins of two models mean the same: an int8 reaches to one unit of
  // log-likelihood, which hardly a weight does, since dropout spreads the evidence over many.
  constexpr float scale = 128.0F;
  Weights out;
  for (const std::uint32_t f : kept) {
    out.features.push_back(corpus.names[f]);
    for (std::size_t r = 0; r < row_count; ++r)
      out.emission.push_back(
          static_cast<std::int8_t>(std::lround(std::clamp(weights[f * row_count + r] * scale, -127.0F, 127.0F))));
  }
  TransitionWeights& q = out.transitions;
  for (std::size_t l = 0; l < lanes; ++l) {
    for (std::size_t s = 0; s < state_count; ++s) q.to_first[s][l] = quantised16(t.to_first[s][l], scale);
    for (std::size_t k = 0; k < 2; ++k) q.to_further[k][l] = quantised16(t.to_further[k][l], scale);
    for (std::size_t k = 0; k < 3; ++k) {
      q.to_outside[k][l] = quantised16(t.to_outside[k][l], scale);
      q.end[k][l] = quantised16(t.end[k][l], scale);
    }
    q.start_first[l] = quantised16(t.start_first[l], scale);
  }
  q.start_outside = quantised16(t.start_outside[start_lane], scale);
  if (options.verbose) std::cerr << out.features.size() << " features kept" << '\n';
  return out;
}

}  // namespace

Weights train(const std::vector<Example>& examples, const Options& options) {
  const Corpus corpus = index(examples, options.cutoff);
  if (options.verbose)
    std::cerr << corpus.sequences.size() << " references, " << corpus.starts.size() - 1 << " tokens, "
              << corpus.names.size() << " features\n";
  std::vector<float> weights(corpus.names.size() * row_count);
  Transitions transitions;
  const float share = 1.0F / static_cast<float>(options.runs);
  for (int run = 0; run < options.runs; ++run) {
    Options seeded = options;
    seeded.seed = options.seed + static_cast<std::uint64_t>(run) * 1000;
    const auto trainer = std::make_unique<Trainer>(corpus, seeded);
    trainer->run(run * options.epochs);
    for (std::size_t i = 0; i < weights.size(); ++i) weights[i] += share * trainer->weights()[i];
    for (std::size_t i = 0; i < Transitions::size; ++i)
      transitions.data()[i] += share * trainer->transitions().data()[i];
  }
  return quantise(corpus, weights, transitions, options);
}

}  // namespace training
