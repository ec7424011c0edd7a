// The trained sequence model: a linear-chain conditional random field in integers.
//
// Weights are int8, one row of 48 for every feature; scores are sums of int32; nothing depends on floating point, so
// every compiler and optimisation labels alike.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/reference.hpp"

#include "reference/crf/attributes.hpp"
#include "reference/crf/lattice.hpp"
#include "reference/crf/row_table.hpp"
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
  TransitionWeights transitions;
  Calibration calibration;
};

// The same as views of memory that somebody keeps.
struct WeightsView {
  std::span<const std::uint32_t> features;
  std::span<const std::int8_t> emission;
  TransitionWeights transitions;
  Calibration calibration;
};

class Model {
 public:
  explicit Model(Weights weights);
  // `keeper` owns what is viewed; null where that lasts as long as the program.
  Model(const WeightsView& weights, std::shared_ptr<const void> keeper);

  // The best labelling of a reference. A margin says by how much the best labelling beats the best one that gives this
  // token another emission row (another field, or another border).
  Labelling label(const Context& context) const;

  const Calibration& calibration() const noexcept { return calibration_; }
  void calibrate(const Calibration& calibration) noexcept { calibration_ = calibration; }

 private:
  explicit Model(const std::shared_ptr<const Weights>& weights);

  std::shared_ptr<const void> keeper_;
  RowTable rows_;
  Transitions transitions_;
  Calibration calibration_;
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
