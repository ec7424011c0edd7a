#include "reference/crf/model_file.hpp"

extern "C" {
extern const std::byte citegraph_model_start[];
extern const std::byte citegraph_model_end[];
}

namespace citegraph::crf {

const Model& embedded_model() {
  static const Model model(deserialize({citegraph_model_start, citegraph_model_end}, "the embedded model"));
  return model;
}

}  // namespace citegraph::crf
