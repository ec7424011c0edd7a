#include "reference/crf/model.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "reference/crf/features.hpp"

namespace citegraph::crf {
namespace {

// Rounded to thousandths in integers, so that every compiler gives the same.
double probability(std::uint32_t millionths) {
  const std::uint32_t thousandths = (millionths + 500) / 1000;
  return thousandths / 1000.0;
}

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

Model::Model(Weights weights) : Model(std::make_shared<const Weights>(std::move(weights))) {}

Model::Model(const std::shared_ptr<const Weights>& weights)
    : Model({weights->features, weights->emission, weights->transitions, weights->calibration}, weights) {}

Model::Model(const WeightsView& weights, std::shared_ptr<const void> keeper)
    : keeper_(std::move(keeper)),
      rows_(weights.features, weights.emission),
      transitions_(weights.transitions),
      calibration_(weights.calibration) {}

Labelling Model::label(const Context& context) const {
  if (context.tokens.empty()) return {};
  std::vector<std::int16_t> emission(context.tokens.size() * row_count);
  // A token's rows are added up after the next token's are found: so long takes their memory to arrive.
  FeatureSink sink;
  std::array<FoundRows, 2> found;
  for (std::size_t at = 0; at < context.tokens.size(); ++at) {
    name_features(Window(context, at), sink);
    rows_.find(sink.few(), sink.names(), found[at % 2]);
    if (at > 0) found[(at - 1) % 2].add_up(emission.data() + (at - 1) * row_count);
  }
  const std::size_t last = context.tokens.size() - 1;
  found[last % 2].add_up(emission.data() + last * row_count);
  return best_labelling(transitions_, emission);
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
  const Calibration& calibration = model.calibration();
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
  const Calibration& calibration = model.calibration();
  for (std::size_t i = 0; i < errors.segments.size(); ++i)
    errors.segments[i].confidence = probability(calibration.segment[Calibration::error_bin(errors.of_segment[i])]);
  LabelledReference result;
  result.confidence =
      errors.segments.empty() ? 0.0 : probability(calibration.reference[Calibration::error_bin(errors.of_all)]);
  result.segments = std::move(errors.segments);
  return result;
}

}  // namespace citegraph::crf
