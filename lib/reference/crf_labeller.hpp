// The labeller that is used: the trained sequence model.
#pragma once

#include "reference/labeller.hpp"

namespace citegraph::crf {
class Model;
}

namespace citegraph::reference {

class CrfLabeller final : public Labeller {
 public:
  explicit CrfLabeller(const crf::Model& model) noexcept : model_(model) {}
  Labelled label(std::string_view text, std::span<const Mark> marks) const override;

 private:
  const crf::Model& model_;
};

}  // namespace citegraph::reference
