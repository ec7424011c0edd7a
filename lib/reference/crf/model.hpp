// The trained sequence model: a linear-chain conditional random field in integers.
//
// Weights are int8, one row of 48 for every feature; scores are sums of int32; nothing depends on floating point, so
// every compiler and optimisation labels alike.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/reference.hpp"

#include "reference/crf/attributes.hpp"
#include "reference/crf/states.hpp"

namespace citegraph::crf {

// How scores become probabilities, fitted on references the model had not seen. All in millionths.
struct Calibration {
  static constexpr std::size_t margin_bins = 64;
  static constexpr std::int32_t margin_width = 16;  // of a bin, in units of score; the last bin is open
  std::array<std::uint32_t, margin_bins> error{};   // of a token, by its margin
  static constexpr std::size_t error_bins = 48;
  std::array<std::uint32_t, error_bins> segment{};    // that a segment is right, by the bin of the errors of its tokens
  std::array<std::uint32_t, error_bins> reference{};  // that all are right, by the bin of the errors of all tokens

  // Half-octave bins of a sum of errors.
  static std::size_t error_bin(std::uint64_t sum) noexcept;
  std::uint64_t error_of(std::int32_t margin) const noexcept;
};

// What the model holds; the trainer fills it.
struct Weights {
  std::vector<std::uint32_t> features;  // upper halves of the features' hashes, ascending
  std::vector<std::int8_t> emission;    // features.size() rows of row_count
  struct Transitions {
    std::array<std::array<std::int16_t, lanes>, state_count> to_first{};  // [from state][label]
    std::array<std::array<std::int16_t, lanes>, 2> to_further{};          // [from first, from further][label]
    std::array<std::array<std::int16_t, lanes>, 3> to_outside{};          // [from kind][lane]
    std::array<std::int16_t, lanes> start_first{};                        // of the first token
    std::array<std::array<std::int16_t, lanes>, 3> end{};                 // [kind][lane]
    std::int16_t start_outside = 0;
  } transitions;
  Calibration calibration;
};

// The best labelling of a reference. A margin says by how much the best labelling beats the best one that gives this
// token another emission row (another field, or another border).
struct Labelling {
  std::vector<std::uint8_t> states;
  std::vector<std::int32_t> margins;
};

class Model {
 public:
  explicit Model(Weights weights);

  Labelling label(const Context& context) const;

  const Weights& weights() const noexcept { return weights_; }

 private:
  void add_emission(const Context& context, std::vector<std::int32_t>& emission) const;
  std::int64_t find(std::uint64_t hash) const noexcept;

  Weights weights_;
  struct Slot {
    std::uint32_t key = 0;
    std::uint32_t row = 0;  // + 1; 0 is free
  };
  std::vector<Slot> slots_;
  std::uint32_t mask_ = 0;
};

// Runs of first and further tokens as segments.
std::vector<Segment> segments_of(const Context& context, std::span<const std::uint8_t> states);

// The expected number of wrong tokens, in millionths, behind each segment and behind the whole.
struct LabelledErrors {
  std::vector<Segment> segments;
  std::vector<std::uint64_t> of_segment;
  std::uint64_t of_all = 0;
};
LabelledErrors label_errors(const Model& model, const Context& context);

// Segments with their confidences, and that of the whole.
struct LabelledReference {
  std::vector<Segment> segments;
  double confidence = 0.0;
};
LabelledReference label_reference(const Model& model, const Context& context);

}  // namespace citegraph::crf
