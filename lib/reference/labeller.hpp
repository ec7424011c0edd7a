// Labelling: which piece of a reference string is what.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "citegraph/document.hpp"
#include "citegraph/reference.hpp"

namespace citegraph::reference {

class Labeller {
 public:
  virtual ~Labeller() = default;
  // Canonical segments of `text`, sorted and disjoint, with a confidence each. `marks` hold offsets into `text`.
  // Any text gives a result; const and thread-safe.
  virtual std::vector<Segment> label(std::string_view text, std::span<const Mark> marks) const = 0;
};

// Labels by what bibliographic styles have in common, without any training.
class RuleLabeller final : public Labeller {
 public:
  std::vector<Segment> label(std::string_view text, std::span<const Mark> marks) const override;
};

// The labeller that `parse_reference` and `find_references` use.
const Labeller& default_labeller();

}  // namespace citegraph::reference
