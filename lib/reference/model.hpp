// What a loaded model consists of.
#pragma once

#include "citegraph/model.hpp"

#include "reference/crf/model.hpp"
#include "reference/crf_labeller.hpp"

namespace citegraph {

struct Model::Private {
  explicit Private(const crf::Weights& weights) : model(weights), labeller(model) {}
  crf::Model model;
  reference::CrfLabeller labeller;
};

}  // namespace citegraph
