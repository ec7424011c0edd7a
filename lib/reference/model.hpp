// What a loaded model consists of.
#pragma once

#include <utility>

#include "citegraph/model.hpp"

#include "reference/crf/model.hpp"
#include "reference/crf_labeller.hpp"

namespace citegraph {

struct Model::Private {
  explicit Private(crf::Model read) : model(std::move(read)), labeller(model) {}
  crf::Model model;
  reference::CrfLabeller labeller;
};

}  // namespace citegraph
