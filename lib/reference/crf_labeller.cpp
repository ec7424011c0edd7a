#include "reference/crf_labeller.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "reference/crf/model.hpp"
#include "reference/crf/model_file.hpp"
#include "reference/model.hpp"

namespace citegraph::reference {
namespace {

constexpr double one_field_confidence = 0.25;

// No reference is longer by far (the longest of all corpora has 3 kB). What goes on beyond is left without labels and
// makes the whole doubtful, so that a list without line ends costs no more time and memory than its length.
constexpr std::size_t longest_reference = 1U << 14;

// The first of `text` that is labelled, cut between characters.
std::string_view labelled_part(std::string_view text) {
  if (text.size() <= longest_reference) return text;
  std::size_t end = longest_reference;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

}  // namespace

Labelled CrfLabeller::label(std::string_view text, std::span<const Mark> marks) const {
  const std::string_view part = labelled_part(text);
  std::vector<Mark> inside;
  if (part.size() < text.size()) {
    std::copy_if(marks.begin(), marks.end(), std::back_inserter(inside),
                 [&](const Mark& mark) { return mark.span.end <= part.size(); });
    marks = inside;
  }
  crf::LabelledReference labelled = crf::label_reference(model_, crf::make_context(part, marks));
  if (part.size() < text.size()) labelled.confidence = 0.0;
  // The model has seen nothing but references: it is sure of prose as one long title.
  const bool one_field = std::all_of(labelled.segments.begin(), labelled.segments.end(),
                                     [&](const Segment& s) { return s.label == labelled.segments.front().label; });
  if (one_field) labelled.confidence = std::min(labelled.confidence, one_field_confidence);
  return {std::move(labelled.segments), labelled.confidence};
}

const Labeller& labeller_for(Emphasis emphasis, const ReadOptions& options) {
  static const RuleLabeller rules;
  if (emphasis == Emphasis::present) return rules;
  if (options.model) return options.model->parts().labeller;
  static const CrfLabeller model(crf::embedded_model());
  return model;
}

}  // namespace citegraph::reference
