#include "rerender.hpp"

#include <algorithm>

#include "printer.hpp"

namespace training {

using citegraph::Segment;

Example rerender(const Example& example, Random& random) {
  Printer printer(example, random);
  if (!printer.usable()) return example;
  Example out = printer.print();
  out.weight = example.weight;
  settle_last_stop(out);
  std::sort(out.segments.begin(), out.segments.end(),
            [](const Segment& a, const Segment& b) { return a.span < b.span; });
  return out;
}

}  // namespace training
