// Turning margins into probabilities.
#pragma once

#include <vector>

#include "data.hpp"
#include "reference/crf/model.hpp"

namespace training {

// Fits the tables on how often `model` is right about `held_out`, which it has not seen.
citegraph::crf::Calibration calibrate(citegraph::crf::Model model, const std::vector<Example>& held_out);

}  // namespace training
