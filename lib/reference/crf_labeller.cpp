#include "reference/crf_labeller.hpp"

#include <utility>

#include "reference/crf/model.hpp"
#include "reference/crf/model_file.hpp"

namespace citegraph::reference {

Labelled CrfLabeller::label(std::string_view text, std::span<const Mark> marks) const {
  crf::LabelledReference labelled = crf::label_reference(model_, crf::make_context(text, marks));
  return {std::move(labelled.segments), labelled.confidence};
}

const Labeller& default_labeller() {
  static const CrfLabeller labeller(crf::embedded_model());
  return labeller;
}

}  // namespace citegraph::reference
