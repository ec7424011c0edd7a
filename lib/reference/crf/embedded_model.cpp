#include "reference/crf/model_file.hpp"

extern "C" {
extern const std::byte citegraph_model_start[];
extern const std::byte citegraph_model_end[];
}

namespace citegraph::crf {

const Model& embedded_model() {
  static const Model model =
      read_model({citegraph_model_start, citegraph_model_end}, "the embedded model", nullptr, ModelCheck::header);
  return model;
}

}  // namespace citegraph::crf
