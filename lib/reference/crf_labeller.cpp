#include "reference/crf_labeller.hpp"

#include "reference/crf/model.hpp"

namespace citegraph::reference {

std::vector<Segment> CrfLabeller::label(std::string_view text, std::span<const Mark> marks) const {
  return crf::label_reference(model_, crf::make_context(text, marks)).segments;
}

}  // namespace citegraph::reference
