#include "reference/crf_labeller.hpp"

#include <algorithm>
#include <utility>

#include "reference/crf/model.hpp"
#include "reference/crf/model_file.hpp"
#include "reference/model.hpp"

namespace citegraph::reference {
namespace {

constexpr double one_field_confidence = 0.25;

}  // namespace

Labelled CrfLabeller::label(std::string_view text, std::span<const Mark> marks) const {
  crf::LabelledReference labelled = crf::label_reference(model_, crf::make_context(text, marks));
  // The model has seen nothing but references: it is sure of prose as one long title.
  const bool one_field = std::all_of(labelled.segments.begin(), labelled.segments.end(),
                                     [&](const Segment& s) { return s.label == labelled.segments.front().label; });
  if (one_field) labelled.confidence = std::min(labelled.confidence, one_field_confidence);
  return {std::move(labelled.segments), labelled.confidence};
}

const Labeller& labeller_for(Emphasis emphasis, const ReadOptions& options) {
  static const RuleLabeller rules;
  if (emphasis == Emphasis::present) return rules;
  if (options.model) return options.model->parts().labeller;
  static const CrfLabeller model(crf::embedded_model());
  return model;
}

}  // namespace citegraph::reference
