// Training of the chain: maximum likelihood by stochastic gradient (AdaGrad) with feature dropout.
#pragma once

#include <cstdint>
#include <vector>

#include "data.hpp"
#include "reference/crf/model.hpp"

namespace training {

struct Options {
  int epochs = 5;
  int averaged_epochs = 2;            // the mean of the weights after the last so many epochs
  float rate = 0.1F;                  // eta of AdaGrad (Duchi, Hazan & Singer 2011)
  float least_gradient = 1e-3F;       // of a token; what is nearly certain has nothing to teach
  float dropout = 0.6F;               // share of a token's features left out in training, drawn anew every time
  std::uint32_t cutoff = 20;          // features seen less often are not kept
  float prune = 0.03F;                // rows whose weights all are smaller are dropped
  std::size_t max_features = 76'000;  // the strongest are kept
  int runs = 8;                       // trained from different seeds and averaged into one model
  std::uint64_t seed = 1;
  bool verbose = true;
};

citegraph::crf::Weights train(const std::vector<Example>& examples, const Options& options);

}  // namespace training
