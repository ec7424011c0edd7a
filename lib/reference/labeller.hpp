// Labelling: which piece of a reference string is what.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "citegraph/document.hpp"
#include "citegraph/reference.hpp"

#include "reference/crf/token.hpp"

namespace citegraph::reference {

struct Labelled {
  std::vector<Segment> segments;  // canonical, sorted and disjoint, with a confidence each
  double confidence = 0.0;        // that all of them are right
};

class Labeller {
 public:
  virtual ~Labeller() = default;
  // `marks` hold offsets into `text`. Any text gives a result; const and thread-safe.
  virtual Labelled label(std::string_view text, std::span<const Mark> marks) const = 0;
};

// Labels by what bibliographic styles have in common, without any training.
class RuleLabeller final : public Labeller {
 public:
  Labelled label(std::string_view text, std::span<const Mark> marks) const override;
  // Without confidences; `tokens` are those of `text`.
  static std::vector<Segment> segments(std::string_view text, std::span<const Mark> marks,
                                       std::span<const crf::Token> tokens);
};

// Whether the text was printed with emphasis and the document carries it.
enum class Emphasis : bool { absent, present };

// The labeller to read a text or a list with. The trained model has seen plain strings only; where titles and journals
// are emphasised, rules that take emphasis for what it means read more entries right.
const Labeller& labeller_for(Emphasis emphasis, const ReadOptions& options);

// One entry, read with a given labeller; spans are offsets into `text`.
Reference read_reference(std::string_view text, std::span<const Mark> marks, const Labeller& labeller);

}  // namespace citegraph::reference
