#include "calibrate.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "evaluate.hpp"

namespace training {
namespace {

using namespace citegraph::crf;
using citegraph::Segment;

struct Bin {
  double right = 0, total = 0;
};

// Pool-adjacent-violators (Barlow et al. 1972): the closest table that never rises. Empty bins take their neighbours'
// value; a few imagined observations of the overall mean keep thin bins from certainty.
std::vector<double> falling(const std::vector<Bin>& bins) {
  double right = 0, total = 0;
  for (const Bin& bin : bins) {
    right += bin.right;
    total += bin.total;
  }
  const double mean = total > 0 ? right / total : .5;
  struct Block {
    double right, total;
    std::size_t size;
    double value() const { return right / total; }
  };
  std::vector<Block> blocks;
  for (const Bin& bin : bins) {
    blocks.push_back({bin.right + 1e-3 * mean, bin.total + 1e-3, 1});
    while (blocks.size() > 1 && blocks[blocks.size() - 2].value() <= blocks.back().value()) {
      const Block last = blocks.back();
      blocks.pop_back();
      blocks.back().right += last.right;
      blocks.back().total += last.total;
      blocks.back().size += last.size;
    }
  }
  std::vector<double> values;
  for (const Block& block : blocks) {
    constexpr double imagined = 5;
    const double value = (block.right + imagined * mean) / (block.total + imagined);
    values.insert(values.end(), block.size, value);
  }
  return values;
}

template <std::size_t Size>
void store(std::array<std::uint32_t, Size>& table, const std::vector<double>& values) {
  for (std::size_t i = 0; i < Size; ++i) table[i] = static_cast<std::uint32_t>(std::lround(values[i] * 1e6));
}

// Which emission row gold gives each token: first or further of a label, or outside.
std::vector<std::size_t> gold_rows(const Example& example, const Context& context) {
  std::vector<std::size_t> rows(context.tokens.size(), outside_row);
  std::size_t t = 0;
  for (const Segment& s : example.segments) {
    while (t < rows.size() && context.tokens[t].span.end <= s.span.start) ++t;
    for (bool first = true; t < rows.size() && context.tokens[t].span.start < s.span.end; ++t, first = false)
      rows[t] = (first ? first_row : further_row) + static_cast<std::size_t>(s.label);
  }
  return rows;
}

std::size_t row_of(std::size_t s) {
  return s < lanes ? first_row + s : s < state(outside_kind, 0) ? further_row + s % lanes : outside_row;
}

bool holds(const Example& example, const Segment& segment) {
  return std::any_of(example.segments.begin(), example.segments.end(), [&](const Segment& s) {
    return s.label == segment.label && s.span.start >= segment.span.start && s.span.start <= segment.span.start + 1 &&
           s.span.end + 1 >= segment.span.end && s.span.end <= segment.span.end + 1;
  });
}

}  // namespace

Calibration calibrate(Model model, const std::vector<Example>& held_out) {
  Calibration calibration;
  std::vector<Bin> margins(Calibration::margin_bins);
  for (const Example& example : held_out) {
    if (example.scope != ~0U) continue;
    const Context context = make_context(example.text, example.marks);
    const Labelling labelling = model.label(context);
    const auto gold = gold_rows(example, context);
    for (std::size_t t = 0; t < gold.size(); ++t) {
      Bin& bin = margins[static_cast<std::size_t>(std::clamp(labelling.margins[t] / Calibration::margin_width, 0,
                                                             static_cast<std::int32_t>(Calibration::margin_bins) - 1))];
      bin.total += 1;
      bin.right += row_of(labelling.states[t]) != gold[t];  // of an error
    }
  }
  store(calibration.error, falling(margins));

  model.calibrate(calibration);
  std::vector<Bin> segments(Calibration::error_bins), references(Calibration::error_bins);
  for (const Example& example : held_out) {
    if (example.scope != ~0U) continue;
    const Context context = make_context(example.text, example.marks);
    const LabelledErrors errors = label_errors(model, context);
    for (std::size_t i = 0; i < errors.segments.size(); ++i) {
      Bin& bin = segments[Calibration::error_bin(errors.of_segment[i])];
      bin.total += 1;
      bin.right += holds(example, errors.segments[i]);
    }
    Bin& bin = references[Calibration::error_bin(errors.of_all)];
    bin.total += 1;
    bin.right += static_cast<double>(compare(example, errors.segments).whole);
  }
  store(calibration.segment, falling(segments));
  store(calibration.reference, falling(references));
  return calibration;
}

}  // namespace training
