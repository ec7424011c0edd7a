// The best labelling of a chain, and by how much it beats any other at each token.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "reference/crf/states.hpp"

namespace citegraph::crf {

struct TransitionWeights {
  std::array<std::array<std::int16_t, lanes>, state_count> to_first{};  // [from state][label]
  std::array<std::array<std::int16_t, lanes>, 2> to_further{};          // [from first, from further][label]
  std::array<std::array<std::int16_t, lanes>, 3> to_outside{};          // [from kind][lane]
  std::array<std::int16_t, lanes> start_first{};                        // of the first token
  std::array<std::array<std::int16_t, lanes>, 3> end{};                 // [kind][lane]
  std::int16_t start_outside = 0;
};

// Transition weights made ready: of two states or labels it is known by how much one must lead to rule the other out.
// Weights beyond `limit`, which would be a factor of e^32, are cut to it: sums of scores then fit into 16 bits.
class Transitions {
 public:
  static constexpr std::int16_t limit = 4095;

  explicit Transitions(const TransitionWeights& weights);

  const TransitionWeights& weights() const noexcept { return weights_; }

 private:
  friend class Lattice;
  TransitionWeights weights_;
  std::array<std::array<std::int16_t, state_count>, lanes> from_{};        // to_first by label
  std::array<std::array<std::int16_t, state_count>, state_count> lead_{};  // [best state][other state]
  std::array<std::array<std::int16_t, lanes>, lanes> label_lead_{};        // [best label][other label]
};

// See model.hpp.
struct Labelling {
  std::vector<std::uint8_t> states;
  std::vector<std::int32_t> margins;
};

// `emission` holds row_count scores for each token; there is at least one token.
Labelling best_labelling(const Transitions& transitions, const std::vector<std::int16_t>& emission);

}  // namespace citegraph::crf
